// The portable policy: `*.policy.json`, which keeps everything that a handoff of the format can say.
import { lossesOf, sameForAll } from '../policy/losses.ts'
import { writePolicy } from '../policy/revision.ts'
import type { Exporter } from './types.ts'

const capabilities = {
  ...sameForAll({ verdict: 'preserved', why: 'the policy has this field' }),
  unknown: { verdict: 'lost', why: 'the policy has no such field; runtimes read known fields alone' },
} as const

export const policy: Exporter = {
  id: 'policy',
  name: 'Portable policy (JSON)',
  capabilities,
  write: ({ workflow, policy: built, baseName }) => ({
    files: [{ name: `${baseName}.policy.json`, text: writePolicy(built) }],
    losses: lossesOf(workflow.handoffs, capabilities),
  }),
}

// No longer accepts the risk of an action: it demands its handoff again.
import { z } from 'zod'
import { placingOf, withPlacing } from './placing.ts'
import { quoted } from '../document/path.ts'
import { ok, refused } from '../support/result.ts'
import type { Edit } from './edit.ts'
import type { DeepReadonly } from '../support/readonly.ts'

const schema = z.strictObject({ type: z.literal('endWaiver'), step: z.string() })
type EndWaiver = DeepReadonly<z.input<typeof schema>>

export const endWaiver: Edit<EndWaiver> = {
  type: 'endWaiver',
  schema,
  label: () => 'no longer accept risk',
  apply(workflow, { step }) {
    const placing = placingOf(workflow)
    const waivers = placing.waivers.filter((waiver) => waiver.step !== step)
    if (waivers.length < placing.waivers.length) return ok(withPlacing(workflow, { ...placing, waivers }))
    return refused({ path: 'step', message: `no risk of ${quoted(step)} is accepted` })
  },
}

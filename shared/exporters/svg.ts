// The drawing of the canvas: for people to look at, not for a runtime to enforce.
import { lossesOf, sameForAll } from '../policy/losses.ts'
import type { HandoffCapabilities } from '../policy/losses.ts'
import type { Exporter } from './types.ts'

const capabilities: HandoffCapabilities = {
  ...sameForAll({ verdict: 'lost', why: 'a drawing does not say this' }),
  kind: { verdict: 'preserved', why: 'the gate is labelled with it' },
  strength: { verdict: 'preserved', why: 'the gate is drawn and labelled with it' },
  at: { verdict: 'preserved', why: 'the gate stands at its place' },
  assignee: { verdict: 'weakened', why: 'the gate names the role; a drawing enforces nobody' },
  timeout: { verdict: 'weakened', why: 'the gate names the time; a drawing keeps no clock' },
}

export const svg: Exporter = {
  id: 'svg',
  name: 'Drawing (SVG)',
  capabilities,
  write: ({ workflow, baseName, draw }) => ({
    files: [{ name: `${baseName}.svg`, text: draw() }],
    losses: lossesOf(workflow.handoffs, capabilities),
  }),
}

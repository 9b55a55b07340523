// S9: the last thing that leaves the house leaves it unsigned.
import { BRIEF, approvalBefore, payment, sketch } from './example.ts'
import type { PlacementRule } from './types.ts'
import { uncoveredFor } from './uncovered.ts'

const steps = [
  { id: 'start' },
  { id: 'draft', kind: 'model' as const, uncertainty: { level: 2 as const, label: 'content' as const } },
  { ...payment('publish'), verb: 'publish' },
  { id: 'end' },
]
const ways = [
  ['start', 'draft'],
  ['draft', 'publish'],
  ['publish', 'end'],
] as const

export const finalSignOff: PlacementRule = {
  id: 'S9',
  phase: 'placement',
  title: 'The final output leaves without a signature',
  explanation:
    'Subtle problems survive the checks before. What customers, the public, a regulator or the board will see as the result of the run is signed off by somebody who answers for it. This is the same gate as before any other action, under the name it has at the end of a run; an internal note or a draft that can be thrown away needs none.',
  examples: {
    bad: {
      says: 'A model writes it, and it is published as it is.',
      workflow: sketch(steps, ways, { brief: BRIEF }),
      expect: ['S9@publish'],
    },
    good: {
      says: 'Somebody signs off what will be published.',
      workflow: sketch(steps, ways, {
        brief: BRIEF,
        handoffs: [approvalBefore('publish', { kind: 'sign-off' })],
      }),
      expect: [],
    },
  },
  check: (context) => uncoveredFor(context, 'S9'),
}

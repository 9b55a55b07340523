// S2: something consequential happens without a person having been asked.
import { BRIEF, approvalBefore, payment, sketch } from './example.ts'
import type { PlacementRule } from './types.ts'
import { uncoveredFor } from './uncovered.ts'

const steps = [
  { id: 'start' },
  payment('pay'),
  { id: 'log', kind: 'step' as const },
  payment('send_receipt'),
  { id: 'end' },
]
const ways = [
  ['start', 'pay'],
  ['pay', 'log'],
  ['log', 'send_receipt'],
  ['send_receipt', 'end'],
] as const

export const preActionApproval: PlacementRule = {
  id: 'S2',
  phase: 'placement',
  title: 'A consequential action is reached without enough authority',
  explanation:
    'The clearest place for a person is right before the act, not somewhere in the reasoning that led to it. On every way to an action, since the last thing that added doubt, a gate must have been passed that is as strong as the action demands. Place the suggested gate, or make the action weigh less.',
  examples: {
    bad: {
      says: 'The run pays and nobody is asked.',
      workflow: sketch(steps, ways, { brief: BRIEF }),
      expect: ['S2@pay'],
    },
    good: {
      says: 'One approval before the payment also covers what follows, because no doubt is added in between.',
      workflow: sketch(steps, ways, { brief: BRIEF, handoffs: [approvalBefore('pay')] }),
      expect: [],
    },
  },
  check: (context) => uncoveredFor(context, 'S2'),
}

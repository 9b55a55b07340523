// S3: a gate is in the right place and too weak for what it releases.
import { BRIEF, approvalBefore, payment, sketch } from './example.ts'
import type { PlacementRule } from './types.ts'
import { uncoveredFor } from './uncovered.ts'

const steps = [{ id: 'start' }, payment('pay'), { id: 'end' }]
const ways = [
  ['start', 'pay'],
  ['pay', 'end'],
] as const

export const strengthByEffect: PlacementRule = {
  id: 'S3',
  phase: 'placement',
  title: 'A gate is weaker than the action it releases',
  explanation:
    'How strong a gate has to be follows from the side effect: the harder to undo, the more visible outside, the more security-sensitive, the stronger. Raise the gate to the strength that the action demands, or change the action so that it demands less.',
  examples: {
    bad: {
      says: 'A click confirms a payment that needs an approval.',
      workflow: sketch(steps, ways, {
        brief: BRIEF,
        handoffs: [approvalBefore('pay', { strength: 'confirm' })],
      }),
      expect: ['S3@pay'],
    },
    good: {
      says: 'The gate is as strong as the payment demands.',
      workflow: sketch(steps, ways, { brief: BRIEF, handoffs: [approvalBefore('pay')] }),
      expect: [],
    },
  },
  check: (context) => uncoveredFor(context, 'S3'),
}

// X4: a review that comes after the act, which is an audit and not a gate.
import { BRIEF, approvalBefore, payment, sketch } from './example.ts'
import { existingGates } from './gates.ts'
import type { ExistingGate } from './gates.ts'
import { named } from './places.ts'
import { actedUnasked } from './too-late.ts'
import type { Found, PlacementContext, PlacementRule } from './types.ts'

const steps = [
  { id: 'start' },
  payment('pay'),
  { id: 'review', kind: 'human' as const, grant: 'approve' as const },
  { id: 'end' },
]
const ways = [
  ['start', 'pay'],
  ['pay', 'review'],
  ['review', 'end'],
] as const

export const tooLateReview: PlacementRule = {
  id: 'X4',
  phase: 'placement',
  title: 'The review comes when it is done already',
  explanation:
    'A review at the very end finds out what has happened; it cannot keep it from happening. If every way to a gate leads through an action that nobody released, the gate is an audit. Move it in front of the action; keep an audit only beside a gate.',
  examples: {
    bad: {
      says: 'The money is gone when somebody looks.',
      workflow: sketch(steps, ways, { brief: BRIEF }),
      expect: ['X4@review'],
    },
    good: {
      says: 'The payment is approved before it is made; what comes after is only an audit.',
      workflow: sketch(steps, ways, { brief: BRIEF, handoffs: [approvalBefore('pay')] }),
      expect: [],
    },
  },
  check: (context) => existingGates(context).flatMap((gate) => checkGate(context, gate)),
}

function checkGate(context: PlacementContext, gate: ExistingGate): Found[] {
  const { graph } = context
  const open = actedUnasked(context, gate)
  const [first] = open
  if (!first) return []
  const action = graph.indexOf.get(first.action)!
  return [
    {
      at: gate.place,
      kind: 'repair',
      grade: 'grave',
      because: `${named(graph, action)} has happened before anybody is asked`,
      message: `${gate.name} comes after ${named(graph, action)}, so a “no” there changes nothing.`,
      facts: [
        { name: 'comes after', value: open.map(({ action: id }) => id) },
        { name: 'actions after it that need somebody', value: 0 },
      ],
      goesAwayIf: 'the gate stands in front of the action, or another gate does',
      path: [...first.path, graph.steps[gate.behind]!.id],
    },
  ]
}

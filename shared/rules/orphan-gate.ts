// X14: somebody approves, and nothing happens because of it.
import { acts } from '../model/step.ts'
import { reachBack } from '../graph/reach.ts'
import { BRIEF, approvalBefore, payment, sketch } from './example.ts'
import { takingOut } from './fixes.ts'
import { named } from './places.ts'
import { superfluousFor } from './superfluous.ts'
import type { Fix, Found, PlacementContext, PlacementRule } from './types.ts'

const steps = [{ id: 'start' }, payment('pay'), { id: 'file_receipt' }, { id: 'end' }]
const ways = [
  ['start', 'pay'],
  ['pay', 'file_receipt'],
  ['file_receipt', 'end'],
] as const

export const orphanGate: PlacementRule = {
  id: 'X14',
  phase: 'placement',
  title: 'An approval is tied to no action',
  explanation:
    'An approval is worth its minutes where something happens or does not happen because of it. Behind this one the run does nothing to the world any more, so a “no” stops nothing. Take it out; if somebody should know how the run went, tell them instead of asking.',
  examples: {
    bad: {
      says: 'The payment is approved. Then somebody is asked to approve the filing of the receipt.',
      workflow: sketch(steps, ways, {
        brief: BRIEF,
        handoffs: [approvalBefore('pay'), approvalBefore('file_receipt')],
      }),
      expect: ['X14@approve_file_receipt'],
    },
    good: {
      says: 'The payment is approved, and the desk is told when the receipt is filed.',
      workflow: sketch(steps, ways, {
        brief: BRIEF,
        handoffs: [
          approvalBefore('pay'),
          { id: 'tell', kind: 'notify', strength: 'notify', at: { before: 'file_receipt' } },
        ],
      }),
      expect: [],
    },
  },
  check: (context) => superfluousFor(context, 'X14').map(({ gate }) => found(context, gate)),
}

function found(context: PlacementContext, gate: ReturnType<typeof superfluousFor>[number]['gate']): Found {
  const before = actionsBefore(context, gate.behind)
  const handoff = gate.handoff
  return {
    at: gate.place,
    kind: 'remove',
    grade: 'plain',
    because: 'it costs attention, and no action depends on the answer',
    message:
      before.length > 0
        ? `${gate.name} releases nothing: ${before.join(', ')} is done by then, and no action follows.`
        : `${gate.name} releases nothing: no action follows it.`,
    facts: [
      { name: 'actions behind it', value: 0 },
      { name: 'actions before it', value: before.length },
      ...(handoff
        ? [{ name: 'strength', value: handoff.strength, field: `handoffs/${handoff.id}/strength` }]
        : []),
    ],
    goesAwayIf: 'it is taken out, or becomes a note, or an action that demands somebody follows it',
    fixes: [
      { title: 'Take it out', command: takingOut(gate.place) },
      ...(handoff && before.length > 0 ? [noted(handoff.id)] : []),
    ],
  }
}

// Nobody waits for a note, so what belongs to the waiting goes.
function noted(id: string): Fix {
  return {
    title: 'Only tell somebody, and do not wait',
    command: {
      type: 'updateHandoff',
      id,
      set: {
        kind: 'notify',
        strength: 'notify',
        decisions: null,
        timeout: null,
        escalation: null,
        onReject: null,
        binding: null,
        expires: null,
        quorum: null,
      },
    },
  }
}

function actionsBefore({ graph }: PlacementContext, behind: number): string[] {
  const earlier = reachBack([behind], graph.in)
  return graph.steps.flatMap((step, v) => (earlier[v] && v !== behind && acts(step) ? [named(graph, v)] : []))
}

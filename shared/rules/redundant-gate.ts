// X1: a gate that nothing needs any more.
import type { Graph } from '../graph/graph.ts'
import { BRIEF, approvalBefore, payment, sketch } from './example.ts'
import { named } from './places.ts'
import type { Found, PlacementContext, PlacementRule } from './types.ts'

const steps = [{ id: 'start' }, { id: 'prepare' }, payment('pay'), { id: 'end' }]
const ways = [
  ['start', 'prepare'],
  ['prepare', 'pay'],
  ['pay', 'end'],
] as const

export const redundantGate: PlacementRule = {
  id: 'X1',
  phase: 'placement',
  title: 'A gate asks for attention that nothing needs',
  explanation:
    'Every prompt costs the reviewer some of the attention that the next one needs. A gate can go when everything stays covered without it and it settles no doubt that a later action counts on. Gates on the way of exceptional, ambiguous or failed cases are never counted as superfluous: coverage is not what they are for.',
  examples: {
    bad: {
      says: 'The same thing is approved twice with nothing new in between.',
      workflow: sketch(steps, ways, {
        brief: BRIEF,
        handoffs: [approvalBefore('prepare'), approvalBefore('pay')],
      }),
      expect: ['X1@approve_pay'],
    },
    good: {
      says: 'One approval, right before the act.',
      workflow: sketch(steps, ways, { brief: BRIEF, handoffs: [approvalBefore('pay')] }),
      expect: [],
    },
  },
  check: (context) => context.placement.remove.map((id) => superfluous(context, id)),
}

function superfluous(context: PlacementContext, id: string): Found {
  const { graph } = context
  const v = graph.indexOf.get(id)
  const handoff = graph.workflow.handoffs.find((h) => h.id === id)
  const isStep = handoff === undefined
  const covering = coveredBy(context, id)
  return {
    at: isStep ? { step: id } : { handoff: id },
    kind: 'remove',
    grade: 'plain',
    because: 'it costs attention and changes nothing about what is covered',
    message: `${isStep ? named(graph, v!) : `The gate ${nameOfHandoff(graph, id)}`} can go: ${
      covering.length > 0
        ? `${covering.join(', ')} already ${covering.length > 1 ? 'cover' : 'covers'} what follows`
        : 'nothing that follows needs it'
    }.`,
    facts: [
      { name: 'still covered by', value: [...covering] },
      { name: 'uncovered without it', value: 0 },
    ],
    goesAwayIf: 'it is removed, or one of the other gates is',
  }
}

function nameOfHandoff(graph: Graph, id: string): string {
  const title = graph.workflow.handoffs.find((h) => h.id === id)?.title
  return title ? `“${title}”` : `“${id}”`
}

// The other gates, placed or suggested, through which the actions behind this one are reached.
function coveredBy({ graph, placement }: PlacementContext, id: string): string[] {
  const removed = new Set(placement.remove)
  const existing = graph.workflow.handoffs
    .filter(
      (h) =>
        h.id !== id &&
        !removed.has(h.id) &&
        (h.kind === 'approval' || h.kind === 'sign-off' || h.kind === 'exception'),
    )
    .map((h) => nameOfHandoff(graph, h.id))
  const people = graph.steps
    .filter((s) => s.grant !== undefined && s.id !== id && !removed.has(s.id))
    .map((s) => `“${s.name || s.id}”`)
  const suggested = placement.handoffs
    .filter((h) => h.rules.some((rule) => rule === 'S2' || rule === 'S9'))
    .map((h) =>
      'before' in h.at
        ? `the suggested ${h.strength} before “${h.at.before}”`
        : `the suggested ${h.strength} on a transition`,
    )
  return [...existing, ...people, ...suggested].slice(0, 4)
}

// S6: a case outside policy or outside confidence goes on as if it were routine.
import type { Edge } from '../graph/edge.ts'
import { endsRun } from '../graph/graph.ts'
import { reach } from '../graph/reach.ts'
import { strengthOf } from '../model/strength.ts'
import { BRIEF, approvalBefore, payment, sketch } from './example.ts'
import { namedEdge, strongestOf, waitsOn } from './places.ts'
import type { DesignContext, DesignRule, Found } from './types.ts'

const steps = [
  { id: 'start' },
  { id: 'route', kind: 'decision' as const },
  payment('pay'),
  { id: 'odd_case' },
  { id: 'end' },
]
const ways = [
  ['start', 'route'],
  ['route', 'pay', { probability: 0.9 }],
  ['route', 'odd_case', { probability: 0.1, kind: 'exception' as const }],
  ['pay', 'end'],
  ['odd_case', 'end'],
] as const

export const exceptionQueue: DesignRule = {
  id: 'S6',
  phase: 'design',
  title: 'An exceptional case never reaches a person',
  explanation:
    'Routine work is what automation is good at; the odd case is where tacit knowledge counts. A transition that is taken because a case is out of policy or out of confidence should wait for a person before it joins anything else. Place an exception handoff on the transition itself, where only the odd cases pass.',
  examples: {
    bad: {
      says: 'One run in ten is out of policy and carries on unseen.',
      workflow: sketch(steps, ways, { brief: BRIEF, handoffs: [approvalBefore('pay')] }),
      expect: ['S6@t3'],
    },
    good: {
      says: 'The odd cases wait for the desk.',
      workflow: sketch(steps, ways, {
        brief: BRIEF,
        handoffs: [
          approvalBefore('pay'),
          { ...approvalBefore('pay'), id: 'desk', kind: 'exception', at: { on: 't3' } },
        ],
      }),
      expect: [],
    },
  },
  check: (context) => context.graph.edges.flatMap((edge) => checkEdge(context, edge)),
}

function checkEdge(context: DesignContext, edge: Edge): Found[] {
  const { graph, required } = context
  if (edge.kind !== 'exception' && edge.kind !== 'low-confidence') return []
  if (!edge.transition || !graph.reachable[edge.from]) return []
  if (graph.steps[edge.to]!.kind === 'human' || waitsOn(graph, edge).length > 0) return []
  // In a workflow where nothing demands anybody, an odd case does no harm either.
  if (required.every((demand) => demand === 0)) return []
  const ahead = reach([edge.to], graph.out)
  const strongest = strongestOf(required.filter((_, v) => ahead[v]))
  const ends = graph.steps.some((_, v) => ahead[v] && endsRun(graph, v))
  if (strongest === 0 && !ends) return []
  const id = edge.transition.id
  return [
    {
      at: { transition: id },
      kind: 'suggest',
      grade: strongest >= 2 ? 'grave' : 'plain',
      because:
        strongest >= 2
          ? 'something that needs approval can be reached from here'
          : 'nothing behind it needs more than a confirmation',
      message: `${namedEdge(graph, edge)} is the way of ${edge.kind === 'exception' ? 'out-of-policy' : 'low-confidence'} cases, and no person takes them over.`,
      facts: [
        { name: 'kind', value: edge.kind, field: `transitions/${id}/kind` },
        { name: 'share of runs', value: edge.probability, field: `transitions/${id}/probability` },
        { name: 'strongest demand behind it', value: strengthOf(strongest) ?? 'none' },
      ],
      goesAwayIf: 'a person takes the case over here, or the transition leads straight to one',
      path: [graph.steps[edge.from]!.id, graph.steps[edge.to]!.id],
      suggestion: { kind: 'exception', strength: 'approve', at: { on: id } },
    },
  ]
}

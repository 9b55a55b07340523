// X15: what is drawn as an exception happens all the time.
import type { Edge } from '../graph/edge.ts'
import type { Command } from '../commands/index.ts'
import { BRIEF, approvalBefore, payment, sketch } from './example.ts'
import { together } from './fixes.ts'
import { namedEdge } from './places.ts'
import type { DesignContext, Fix, Found, PlacementRule } from './types.ts'

/** Ways on which a person is meant to take over the odd case. */
const ESCALATING: ReadonlySet<Edge['kind']> = new Set(['exception', 'low-confidence', 'ambiguity'])

const desk = { id: 'desk', kind: 'human' as const, grant: 'approve' as const, timeout: 'P1D' }
const escalated = (share: number) =>
  sketch(
    [
      { id: 'start' },
      { id: 'route', kind: 'decision' },
      desk,
      payment('pay'),
      { id: 'refused', kind: 'end', outcome: 'stopped' },
      { id: 'end' },
    ],
    [
      ['start', 'route'],
      ['route', 'pay', { probability: 1 - share }],
      ['route', 'desk', { probability: share, kind: 'exception', condition: 'amount > 50' }],
      ['desk', 'pay', { probability: 0.8 }],
      ['desk', 'refused', { probability: 0.2, kind: 'reject' }],
      ['pay', 'end'],
    ],
    { brief: BRIEF, handoffs: [approvalBefore('pay')] },
  )

export const notExceptional: PlacementRule = {
  id: 'X15',
  phase: 'placement',
  title: 'The exception is the rule',
  explanation:
    'A desk for odd cases works as long as odd cases are odd. If one run in three is escalated, the people there stop looking, and the really odd case goes through with the rest. Tighten the condition until it catches what a person is needed for, or treat these cases as a routine of their own, with a gate where one is needed.',
  examples: {
    bad: {
      says: 'Six runs in ten are “exceptions”.',
      workflow: escalated(0.6),
      expect: ['X15@t3'],
    },
    good: {
      says: 'One run in twenty is escalated.',
      workflow: escalated(0.05),
      expect: [],
    },
  },
  check: (context) => context.graph.edges.flatMap((edge) => checkEdge(context, edge)),
}

function checkEdge({ graph, required }: DesignContext, edge: Edge): Found[] {
  const { transition, probability: share } = edge
  const most = graph.profile.limits.exceptions
  // Odds that nobody stated prove nothing; and where nobody is demanded anywhere, nobody is worn out.
  if (!transition || edge.assumed || !ESCALATING.has(edge.kind) || share <= most) return []
  // All branches of a split are taken; that says nothing about how odd they are.
  if (graph.steps[edge.from]!.kind === 'split') return []
  if (!graph.reachable[edge.from] || required.every((demand) => demand < 1)) return []
  return [
    {
      at: { transition: transition.id },
      kind: 'repair',
      grade: 'plain',
      because: `more than ${percent(most)} of what comes by goes this way`,
      message: `${percent(share)} of what comes by takes ${namedEdge(graph, edge)}, which is drawn as a way for odd cases.`,
      facts: [
        { name: 'share', value: share, field: `transitions/${transition.id}/probability` },
        { name: 'kind', value: edge.kind, field: `transitions/${transition.id}/kind` },
        ...(transition.condition
          ? [
              {
                name: 'condition',
                value: transition.condition,
                field: `transitions/${transition.id}/condition`,
              },
            ]
          : []),
      ],
      goesAwayIf: `its condition lets at most ${percent(most)} through, or it becomes a normal way`,
      path: [graph.steps[edge.from]!.id, graph.steps[edge.to]!.id],
      fixes: [
        {
          title: 'Make it a normal way of its own',
          command: { type: 'updateTransition', id: transition.id, set: { kind: 'normal' } },
        },
        ...tightened(graph.out[edge.from]!, edge, most),
      ],
    },
  ]
}

// What no longer goes this way takes the others, in the proportions that they have.
function tightened(ways: readonly Edge[], edge: Edge, most: number): Fix[] {
  const others = ways.filter((way) => way !== edge && way.transition)
  const rest = others.reduce((sum, way) => sum + way.probability, 0)
  if (rest <= 0) return []
  const odds = (id: string, probability: number): Command => ({
    type: 'updateTransition',
    id,
    set: { probability },
  })
  return [
    together(`Plan for ${percent(most)}, and tighten its condition to that`, 'tighten exception', [
      odds(edge.transition!.id, most),
      ...others.map((way) =>
        odds(
          way.transition!.id,
          Number(Math.min(1, (way.probability * (rest + edge.probability - most)) / rest).toFixed(6)),
        ),
      ),
    ]),
  ]
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

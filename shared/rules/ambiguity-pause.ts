// S7: the workflow goes on with a guess about what was meant, and something consequential hangs on it.
import type { Edge } from '../graph/edge.ts'
import { reach } from '../graph/reach.ts'
import { callsForQuestion, clears, exposedTo, labelIndex } from '../graph/uncertainty.ts'
import { isAsked, placeOn } from './asking.ts'
import { strengthOf } from '../model/strength.ts'
import type { Demand } from '../model/strength.ts'
import { BRIEF, approvalBefore, payment, sketch } from './example.ts'
import { named, namedEdge, strongestOf, waitsOn } from './places.ts'
import type { DesignContext, DesignRule, Found } from './types.ts'

const steps = [
  { id: 'start' },
  { id: 'understand', kind: 'model' as const, uncertainty: { level: 3 as const, label: 'intent' as const } },
  { id: 'prepare' },
  payment('pay'),
  { id: 'end' },
]
const ways = [
  ['start', 'understand'],
  ['understand', 'prepare'],
  ['prepare', 'pay'],
  ['pay', 'end'],
] as const

export const ambiguityPause: DesignRule = {
  id: 'S7',
  phase: 'design',
  title: 'The run guesses where it should ask',
  explanation:
    'A model fills a gap with something plausible and does not say that it did. Where the intent is unclear, information is missing or instructions conflict, and an action hangs on the answer, the run should stop and ask. Ask as early as possible: every step after the guess is work at risk.',
  examples: {
    bad: {
      says: 'Money moves on a guess about what was asked for.',
      workflow: sketch(steps, ways, { brief: BRIEF, handoffs: [approvalBefore('pay')] }),
      expect: ['S7@understand'],
    },
    good: {
      says: 'The question is put right after the doubt arises.',
      workflow: sketch(steps, ways, {
        brief: BRIEF,
        handoffs: [
          approvalBefore('pay'),
          { ...approvalBefore('pay'), id: 'ask', kind: 'clarify', at: { on: 't2' } },
        ],
      }),
      expect: [],
    },
  },
  check: (context) => [
    ...context.graph.edges.flatMap((edge) => checkEdge(context, edge)),
    ...context.graph.steps.flatMap((_, v) => checkSource(context, v)),
  ],
}

function checkEdge({ graph, required }: DesignContext, edge: Edge): Found[] {
  if (edge.kind !== 'ambiguity' || !edge.transition || !graph.reachable[edge.from]) return []
  if (graph.steps[edge.to]!.kind === 'human' || waitsOn(graph, edge).length > 0) return []
  const strongest = strongestAhead(graph, required, edge.to)
  if (strongest < 1) return []
  const id = edge.transition.id
  return [
    {
      at: { transition: id },
      kind: 'suggest',
      grade: strongest >= 2 ? 'grave' : 'plain',
      because: severityBecause(strongest),
      message: `${namedEdge(graph, edge)} is taken when it is unclear what is meant, and nobody is asked.`,
      facts: [
        { name: 'kind', value: edge.kind, field: `transitions/${id}/kind` },
        { name: 'strongest demand behind it', value: strengthOf(strongest) ?? 'none' },
      ],
      goesAwayIf: 'somebody is asked on this transition',
      path: [graph.steps[edge.from]!.id, graph.steps[edge.to]!.id],
      suggestion: { kind: 'clarify', strength: 'confirm', at: { on: id } },
    },
  ]
}

function checkSource(context: DesignContext, v: number): Found[] {
  const { graph, required } = context
  if (!callsForQuestion(graph.steps[v]!) || !graph.reachable[v]) return []
  const index = labelIndex(graph.steps[v]!)
  const exposed = exposedTo(graph, required, index, 1)
  if (!exposed[v]) return []
  const ways = graph.out[v]!.filter(
    ({ to }) => required[to]! >= 1 || (exposed[to]! && !clears(graph.steps[to]!, index)),
  )
  const [way, ...others] = ways
  if (!way || others.length > 0) {
    return ways.flatMap((one) => (isAsked(context, one, index) ? [] : [guess(context, v, one)]))
  }
  return isAsked(context, way, index) ? [] : [{ ...guess(context, v, way), at: { step: graph.steps[v]!.id } }]
}

// The finding for one way on from the source; where several lead to an action, each has to be asked on its own.
function guess({ graph, required }: DesignContext, v: number, way: Edge): Found {
  const { id, uncertainty } = graph.steps[v]!
  const { level = 0, label = '' } = uncertainty ?? {}
  const strongest = strongestAhead(graph, required, way.to)
  const place = placeOn(graph, way)
  return {
    at: way.transition ? { transition: way.transition.id } : { step: graph.steps[way.to]!.id },
    kind: 'suggest',
    grade: strongest >= 2 ? 'grave' : 'plain',
    because: severityBecause(strongest),
    message: `${named(graph, v)} may be wrong about ${ABOUT[label] ?? label}, and the run goes on without asking.`,
    facts: [
      { name: 'uncertainty', value: level, field: `steps/${id}/uncertainty/level` },
      { name: 'label', value: label, field: `steps/${id}/uncertainty/label` },
      { name: 'strongest demand ahead', value: strengthOf(strongest) ?? 'none' },
    ],
    goesAwayIf: `somebody is asked right after it, a step before the next action clears “${label}”, or its uncertainty is lower`,
    path: [id, graph.steps[way.to]!.id],
    ...(place ? { suggestion: { kind: 'clarify', strength: 'confirm', at: place } as const } : {}),
  }
}

const ABOUT: Readonly<Record<string, string>> = {
  intent: 'what is wanted',
  'missing-info': 'information that is missing',
  conflict: 'which of two conflicting instructions holds',
}

function severityBecause(strongest: number): string {
  return strongest >= 2
    ? 'an action that needs approval hangs on the guess'
    : 'only light actions hang on the guess'
}

function strongestAhead(
  graph: DesignContext['graph'],
  required: DesignContext['required'],
  from: number,
): Demand {
  const ahead = reach([from], graph.out)
  return strongestOf(required.filter((_, v) => ahead[v]))
}

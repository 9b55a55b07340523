// S7: the workflow goes on with a guess about what was meant, and something consequential hangs on it.
import type { Edge } from '../graph/edge.ts'
import { reach } from '../graph/reach.ts'
import { clears, exposedTo, labelIndex, LABELS } from '../graph/uncertainty.ts'
import type { Place } from '../model/handoff.ts'
import { BRIEF, approvalBefore, payment, sketch } from './example.ts'
import { isBlocking, named, namedEdge, waitsOn } from './places.ts'
import type { DesignContext, DesignRule, Found } from './types.ts'

/** Labels that a question to somebody can settle; the others need evidence or a check. */
const ASKABLE: ReadonlySet<string> = new Set(['intent', 'missing-info', 'conflict'])
const ASK_FROM = 3

const steps = [
  { id: 'start' },
  { id: 'understand', kind: 'model' as const, uncertainty: { level: 3 as const, label: 'intent' as const } },
  payment('pay'),
  { id: 'end' },
]
const ways = [
  ['start', 'understand'],
  ['understand', 'pay'],
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
        { name: 'strongest demand behind it', value: strongest },
      ],
      goesAwayIf: 'somebody is asked on this transition',
      path: [graph.steps[edge.from]!.id, graph.steps[edge.to]!.id],
      suggestion: { kind: 'clarify', strength: 'confirm', at: { on: id } },
    },
  ]
}

function checkSource(context: DesignContext, v: number): Found[] {
  const { graph, required } = context
  const step = graph.steps[v]!
  const { level = 0, label } = step.uncertainty ?? {}
  if (level < ASK_FROM || label === undefined || !ASKABLE.has(label) || !graph.reachable[v]) return []
  const index = labelIndex(step)
  if (!exposedTo(graph, required, index, 1)[v] || asksAfter(context, v, index)) return []
  const strongest = strongestAhead(graph, required, v)
  const place = directlyAfter(context, v)
  return [
    {
      at: { step: step.id },
      kind: 'suggest',
      grade: strongest >= 2 ? 'grave' : 'plain',
      because: severityBecause(strongest),
      message: `${named(graph, v)} may be wrong about ${ABOUT[label] ?? label}, and the run goes on without asking.`,
      facts: [
        { name: 'uncertainty', value: level, field: `steps/${step.id}/uncertainty/level` },
        { name: 'label', value: label, field: `steps/${step.id}/uncertainty/label` },
        { name: 'strongest demand ahead', value: strongest },
      ],
      goesAwayIf: `somebody is asked right after it, a step before the next action clears “${LABELS[index]}”, or its uncertainty is lower`,
      path: [step.id],
      ...(place ? { suggestion: { kind: 'clarify', strength: 'confirm', at: place } as const } : {}),
    },
  ]
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
): number {
  const ahead = reach([from], graph.out)
  return required.reduce<number>((most, demand, v) => (ahead[v] ? Math.max(most, demand) : most), 0)
}

// Somebody is asked when every way on from the source, or some ambiguity way out of the decision that follows it,
// has a clarify handoff (an ambiguity way without one is reported by itself and need not be reported twice).
function asksAfter({ graph }: DesignContext, source: number, label: number): boolean {
  const seen = new Set([source])
  const todo = [source]
  for (let v = todo.pop(); v !== undefined; v = todo.pop()) {
    for (const edge of graph.out[v]!) {
      if (edge.kind === 'ambiguity' || waitsOn(graph, edge).some((h) => h.kind === 'clarify')) return true
      const asked = graph.workflow.handoffs.some(
        (h) =>
          'before' in h.at &&
          h.at.before === graph.steps[edge.to]!.id &&
          h.kind === 'clarify' &&
          isBlocking(h),
      )
      if (asked) return true
      if (
        seen.has(edge.to) ||
        clears(graph.steps[edge.to]!, label) ||
        graph.steps[edge.to]!.kind === 'action'
      )
        continue
      seen.add(edge.to)
      todo.push(edge.to)
    }
  }
  return false
}

// Earliest for doubt: on the one transition that leaves the source, or before the one step that follows it.
function directlyAfter({ graph }: DesignContext, source: number): Place | undefined {
  const [edge, ...others] = graph.out[source]!.filter((e) => e.transition !== undefined)
  if (!edge) return undefined
  const only = graph.in[edge.to]!.length === 1
  if (others.length === 0 && only && graph.steps[edge.to]!.kind !== 'end')
    return { before: graph.steps[edge.to]!.id }
  return { on: edge.transition!.id }
}

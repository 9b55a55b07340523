// S7b: parallel branches each wrote something, nobody has compared the two, and the run goes on with both.
import type { Edge } from '../graph/edge.ts'
import { waysIn } from '../graph/graph.ts'
import type { Graph } from '../graph/graph.ts'
import { clears, labelIndex, LABELS } from '../graph/uncertainty.ts'
import type { Suggestion } from '../model/finding.ts'
import { isAsked, placeOn } from './asking.ts'
import { BRIEF, approvalBefore, payment, sketch } from './example.ts'
import { placing, together } from './fixes.ts'
import { named } from './places.ts'
import type { DesignContext, DesignRule, Found } from './types.ts'

const author = (id: string) => ({
  id,
  kind: 'model' as const,
  uncertainty: { level: 2 as const, label: 'content' as const },
  produces: ['offer'],
})
const steps = [
  { id: 'start' },
  { id: 'both', kind: 'split' as const },
  author('sales_view'),
  author('legal_view'),
  { id: 'together', kind: 'join' as const },
  { id: 'compose' },
  payment('send'),
  { id: 'end' },
]
const ways = [
  ['start', 'both'],
  ['both', 'sales_view'],
  ['both', 'legal_view'],
  ['sales_view', 'together'],
  ['legal_view', 'together'],
  ['together', 'compose'],
  ['compose', 'send'],
  ['send', 'end'],
] as const

export const conflictAtJoin: DesignRule = {
  id: 'S7b',
  phase: 'design',
  title: 'Two branches may contradict each other, and nobody compares them',
  explanation:
    'Each branch works on its own and is right by itself; what they say about the same thing need not agree. Where they meet, something has to compare them before an action takes the one or the other for granted. Ask somebody right after the branches meet, or let a check settle which of the two holds.',
  examples: {
    bad: {
      says: 'Two models write the same offer side by side, and the result is sent.',
      workflow: sketch(steps, ways, { brief: BRIEF, handoffs: [approvalBefore('send')] }),
      expect: ['S7b@together'],
    },
    good: {
      says: 'Somebody decides between the two where they meet.',
      workflow: sketch(steps, ways, {
        brief: BRIEF,
        handoffs: [
          approvalBefore('send'),
          { ...approvalBefore('send'), id: 'ask', kind: 'clarify', at: { before: 'compose' } },
        ],
      }),
      expect: [],
    },
  },
  check: (context) => {
    const labels = COMPARED.filter((label) => !fewWriters(context, label))
    if (labels.length === 0) return []
    return context.graph.steps.flatMap((_, v) => checkJoin(context, v, labels))
  },
}

interface Conflict {
  readonly first: number
  readonly second: number
  /** The artefacts that both make; empty where they do not say what they make. */
  readonly artefacts: readonly string[]
}

function checkJoin(context: DesignContext, join: number, labels: readonly number[]): Found[] {
  const { graph } = context
  if (graph.steps[join]!.kind !== 'join' || !graph.reachable[join] || waysIn(graph, join).length < 2)
    return []
  const conflict = conflictAt(context, join, labels)
  if (!conflict) return []
  const label = labelIndex(graph.steps[conflict.first]!)
  const open = graph.out[join]!.filter(
    (way) => leadsToAction(context, way, label) && !isAsked(context, way, label),
  )
  return open.length > 0 ? [uncompared(context, { join, conflict, open })] : []
}

function uncompared(
  { graph }: DesignContext,
  {
    join,
    conflict,
    open,
  }: { readonly join: number; readonly conflict: Conflict; readonly open: readonly Edge[] },
): Found {
  const { first, second, artefacts } = conflict
  const [a, b] = [graph.steps[first]!, graph.steps[second]!]
  const places = open.flatMap((way) => placeOn(graph, way) ?? [])
  const asking = places.map((at): Suggestion => ({ kind: 'clarify', strength: 'confirm', at }))
  // That both write about the same thing is certain only where they say what they make.
  const [only, ...others] = artefacts.length > 0 ? asking : []
  return {
    at: { step: graph.steps[join]!.id },
    kind: only ? 'suggest' : 'repair',
    grade: 'plain',
    because: 'they need not contradict each other, and what follows is checked on its own',
    message: `${named(graph, first)} and ${named(graph, second)} each write ${artefacts.length > 0 ? `“${artefacts.join('”, “')}”` : 'something of their own'}, and nobody compares the two before the run goes on.`,
    facts: [
      { name: 'label', value: a.uncertainty?.label ?? '', field: `steps/${a.id}/uncertainty/label` },
      { name: 'written in both branches', value: [...artefacts], field: `steps/${a.id}/produces` },
      { name: 'branches', value: [a.id, b.id] },
    ],
    goesAwayIf:
      'somebody is asked right after the branches meet, a check or a person settles which of the two holds, or the steps say that they make different things',
    path: [a.id, graph.steps[join]!.id],
    ...(only && others.length === 0 ? { suggestion: only } : {}),
    ...(asking.length > 0 && !(only && others.length === 0)
      ? {
          fixes: [
            together('Ask somebody where the branches meet', 'ask where branches meet', [
              placing(graph.workflow, asking),
            ]),
          ],
        }
      : {}),
  }
}

/** Kinds of doubt of which two can contradict each other; what was read from a page is as it is. */
const COMPARED = [LABELS.indexOf('content'), LABELS.indexOf('score')]

// The first two steps of different branches that add the same kind of doubt about what may be the same thing.
function conflictAt(context: DesignContext, join: number, labels: readonly number[]): Conflict | undefined {
  const { graph } = context
  for (const label of labels) {
    const branches = waysIn(graph, join).map((way) => behind(graph, way.from, join, label))
    const common = (v: number): boolean => branches.every((branch) => branch.seen[v] === 1)
    const authors = branches.map((branch) =>
      branch.list.filter((v) => writes(context, v, label) && !common(v)).toSorted((a, b) => a - b),
    )
    for (const [i, mine] of authors.entries()) {
      for (const theirs of authors.slice(i + 1)) {
        const conflict = firstConflict(graph, mine, theirs)
        if (conflict) return conflict
      }
    }
  }
  return undefined
}

function firstConflict(
  graph: Graph,
  mine: readonly number[],
  theirs: readonly number[],
): Conflict | undefined {
  for (const first of mine) {
    for (const second of theirs) {
      if (first === second) continue
      const [a = [], b = []] = [graph.steps[first]!.produces, graph.steps[second]!.produces]
      const artefacts = a.filter((name) => b.includes(name))
      if (artefacts.length > 0 || a.length === 0 || b.length === 0) return { first, second, artefacts }
    }
  }
  return undefined
}

function fewWriters(context: DesignContext, label: number): boolean {
  let found = 0
  return !context.graph.steps.some((_, v) => writes(context, v, label) && ++found === 2)
}

function writes({ graph }: DesignContext, v: number, label: number): boolean {
  const step = graph.steps[v]!
  return (step.uncertainty?.level ?? 0) >= graph.profile.doubtFrom && labelIndex(step) === label
}

// Steps on the ways to `from` that do not come through the join and whose doubt nothing settles on the way there.
function behind(graph: Graph, from: number, join: number, label: number) {
  const seen = new Uint8Array(graph.steps.length)
  const list = [from]
  seen[from] = 1
  for (const v of list) {
    if (clears(graph.steps[v]!, label)) continue
    for (const edge of graph.in[v]!) {
      if (edge.from === join || seen[edge.from] === 1) continue
      if (edge.returns || !graph.reachable[edge.from]) continue
      seen[edge.from] = 1
      list.push(edge.from)
    }
  }
  return { seen, list }
}

const CONFLICT = LABELS.indexOf('conflict')

// Past no person, and past no check that settles a conflict or this kind of doubt.
function leadsToAction({ graph, required }: DesignContext, way: Edge, label: number): boolean {
  const seen = new Set([way.to])
  const todo = [way.to]
  for (let v = todo.pop(); v !== undefined; v = todo.pop()) {
    const step = graph.steps[v]!
    if (required[v]! >= 1) return true
    if (step.kind === 'human' || clears(step, CONFLICT) || clears(step, label)) continue
    for (const { to } of graph.out[v]!) {
      if (seen.has(to)) continue
      seen.add(to)
      todo.push(to)
    }
  }
  return false
}

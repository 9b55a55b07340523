// The people that a run must pass before each step, whatever the tags say: lowering a tag hides no gate that is gone.
import type { Graph } from '../graph/graph.ts'
import type { Authority } from '../model/scales.ts'
import { authorityOf } from '../model/strength.ts'
import { carriedAuthority } from '../placement/authority.ts'
import { demandsOf } from '../placement/demands.ts'
import { gatesInForce } from '../placement/grants.ts'

export interface PeopleBefore {
  /** By index of the step: the least, over all walks from a start, of the strongest person on the walk. 3 where no run comes. */
  readonly authority: readonly Authority[]
  /** Steps of a shortest walk to a step that passes nobody; undefined where every walk does. */
  walkPastNobody(step: string): readonly string[] | undefined
}

/**
 * Carried authority as of PLACEMENT.md 1.5, counted from the start of the run rather than from the last doubt, and of
 * people alone: what an automatic check or the envelope of the brief confers is left out.
 */
export function peopleBefore(graph: Graph): PeopleBefore {
  const before: Authority[] = graph.steps.map(({ kind, grant }) =>
    kind === 'human' && grant ? authorityOf(grant) : 0,
  )
  const on: Authority[] = graph.edges.map(() => 0)
  for (const { at, authority } of gatesInForce(graph, graph.workflow.handoffs)) {
    const v = 'before' in at ? graph.indexOf.get(at.before) : undefined
    if (v !== undefined) before[v] = stronger(before[v]!, authority)
    for (const { index } of ('on' in at && graph.edgesOf.get(at.on)) || [])
      on[index] = stronger(on[index]!, authority)
  }
  // Expiry and parallel branches are about doubts and answers; here only who stands in the way counts.
  const { aging: _, blocks: __, ...plain } = graph
  const demands = demandsOf(graph)
  const nothing = { ...demands, live: demands.live.map(() => false) }
  const { mid } = carriedAuthority(plain, nothing, { before, on })
  return {
    authority: [...mid] as Authority[],
    walkPastNobody: (step) => walkPast(graph, before, on, graph.indexOf.get(step)),
  }
}

function walkPast(
  graph: Graph,
  before: readonly Authority[],
  on: readonly Authority[],
  goal: number | undefined,
): readonly string[] | undefined {
  if (goal === undefined) return undefined
  const from = new Map<number, number | null>()
  for (const start of graph.starts) if (before[start] === 0) from.set(start, null)
  for (const v of from.keys()) {
    if (v === goal) return walkTo(graph, from, v)
    for (const edge of graph.out[v]!) {
      if (on[edge.index] === 0 && before[edge.to] === 0 && !from.has(edge.to)) from.set(edge.to, v)
    }
  }
  return undefined
}

function walkTo(graph: Graph, from: ReadonlyMap<number, number | null>, goal: number): readonly string[] {
  const walk: string[] = []
  for (let v: number | null = goal; v !== null; v = from.get(v) ?? null) walk.unshift(graph.steps[v]!.id)
  return walk
}

function stronger(a: Authority, b: Authority): Authority {
  return a > b ? a : b
}

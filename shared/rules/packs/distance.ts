// How many steps ago, on the longest way here, a run passed something: a check, a person.
import type { Edge } from '../../graph/edge.ts'
import type { Graph } from '../../graph/graph.ts'

/** Stands for "never": a way without any, or a loop without one. As large as what stands for endless visits. */
export const NEVER = 1_000_000

export interface Marks {
  /** Passing this step counts. */
  readonly at: (v: number) => boolean
  /** Passing what stands before this step counts. */
  readonly before: (v: number) => boolean
  /** Passing what stands on this edge counts. */
  readonly on: (edge: Edge) => boolean
}

/**
 * By step: 0 right behind the mark, 1 where the step directly before is the mark, and so on; the largest over all ways
 * from a start. `NEVER` where there is no bound, and for what no run reaches. O(steps + transitions).
 */
export function stepsSince(graph: Graph, marks: Marks): readonly number[] {
  const since = graph.steps.map(() => 0)
  const waiting = graph.steps.map(() => 0)
  const plain: Edge[][] = graph.steps.map(() => [])
  for (const edge of graph.edges) {
    if (!graph.reachable[edge.from] || marks.before(edge.to) || marks.on(edge)) continue
    if (marks.at(edge.from)) since[edge.to] = Math.max(since[edge.to]!, 1)
    else {
      plain[edge.from]!.push(edge)
      waiting[edge.to]!++
    }
  }
  for (const start of graph.starts) if (!marks.before(start)) since[start] = NEVER
  // Kahn's order: what is never reached hangs on a loop without a mark, around which a run may go as often as it likes.
  const ready = graph.steps.flatMap((_, v) => (waiting[v] === 0 ? [v] : []))
  for (const v of ready) {
    for (const { to } of plain[v]!) {
      since[to] = Math.min(NEVER, Math.max(since[to]!, since[v]! + 1))
      if (--waiting[to]! === 0) ready.push(to)
    }
  }
  const settled = new Set(ready)
  return graph.steps.map((_, v) => (graph.reachable[v] && settled.has(v) ? since[v]! : NEVER))
}

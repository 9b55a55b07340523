// The steps that a backward transition repeats.
import type { Edge } from '../graph/edge.ts'
import type { Graph } from '../graph/graph.ts'

/** Steps on some walk from the target of `back` to its source: what runs again when it is taken. In id order. */
export function loopBody(graph: Graph, back: Edge): readonly number[] {
  const forward = within(back.to, (v) => graph.out[v]!.filter((e) => e !== back).map((e) => e.to))
  const backward = within(back.from, (v) => graph.in[v]!.filter((e) => e !== back).map((e) => e.from))
  return [...forward].filter((v) => backward.has(v)).sort((a, b) => a - b)
}

/** How often a loop may run again: the least that a step in it allows; undefined where none says anything. */
export function retryBound(graph: Graph, body: readonly number[]): number | undefined {
  const bounds = body.flatMap((v) => graph.steps[v]!.retry?.max ?? [])
  return bounds.length > 0 ? Math.min(...bounds) : undefined
}

function within(from: number, next: (v: number) => readonly number[]): Set<number> {
  const seen = new Set([from])
  const todo = [from]
  for (let v = todo.pop(); v !== undefined; v = todo.pop()) {
    for (const w of next(v)) {
      if (seen.has(w)) continue
      seen.add(w)
      todo.push(w)
    }
  }
  return seen
}

// The steps that a backward transition repeats.
import type { Edge } from '../graph/edge.ts'
import type { Graph } from '../graph/graph.ts'

/** Steps on some walk from the target of `back` to its source: what runs again when it is taken. In id order. */
export function loopBody(graph: Graph, back: Edge): readonly number[] {
  const forward = within(back.to, (v) => graph.out[v]!.filter((e) => e !== back).map((e) => e.to))
  const backward = within(back.from, (v) => graph.in[v]!.filter((e) => e !== back).map((e) => e.from))
  return [...forward].filter((v) => backward.has(v)).sort((a, b) => a - b)
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

// The last thing that leaves the house: what is signed off, where everything before it is approved.
import type { Graph } from './graph.ts'

/** True for a step whose effect is seen outside, with no other such step on any way on from it. */
export function isLastOutput(graph: Graph, v: number): boolean {
  if (!leaves(graph, v)) return false
  const seen = new Set([v])
  const todo = [v]
  for (let u = todo.pop(); u !== undefined; u = todo.pop()) {
    for (const { to } of graph.out[u]!) {
      if (seen.has(to)) continue
      // One is enough: in most workflows it is found a few steps on.
      if (leaves(graph, to)) return false
      seen.add(to)
      todo.push(to)
    }
  }
  return true
}

function leaves(graph: Graph, v: number): boolean {
  return graph.steps[v]!.consequence?.external === true
}

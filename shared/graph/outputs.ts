// The last thing that leaves the house: what is signed off, where everything before it is approved.
import type { Graph } from './graph.ts'
import { reach } from './reach.ts'

/** True for a step whose effect is seen outside, with no other such step on any way on from it. */
export function isLastOutput(graph: Graph, v: number): boolean {
  if (!leaves(graph, v)) return false
  const ahead = reach(
    graph.out[v]!.map((edge) => edge.to),
    graph.out,
  )
  return !ahead.some((is, w) => is && w !== v && leaves(graph, w))
}

function leaves(graph: Graph, v: number): boolean {
  return graph.steps[v]!.consequence?.external === true
}

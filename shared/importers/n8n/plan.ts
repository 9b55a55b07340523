// Sorts the nodes of a file by what becomes of them: a step of the flow, a tool of an agent, a part that its parent
// swallows, a person who has to agree to a tool call, or a note on the canvas.
import type { SourceEdge, SourceNode } from './source.ts'
import { isFlow } from './source.ts'

export type Fate = 'flow' | 'tool' | 'part' | 'review' | 'note'

export interface Plan {
  readonly nodes: readonly SourceNode[]
  readonly fate: readonly Fate[]
  /** Edges that a run moves along, and edges that join a part to its parent, by the node that they leave. */
  readonly flowOut: readonly (readonly SourceEdge[])[]
  readonly flowIn: readonly (readonly SourceEdge[])[]
  readonly wiringOut: readonly (readonly SourceEdge[])[]
  readonly wiringIn: readonly (readonly SourceEdge[])[]
}

export function planOf(nodes: readonly SourceNode[], edges: readonly SourceEdge[]): Plan {
  const lists = () => nodes.map((): SourceEdge[] => [])
  const [flowOut, flowIn, wiringOut, wiringIn] = [lists(), lists(), lists(), lists()]
  for (const edge of edges) {
    ;(isFlow(edge) ? flowOut : wiringOut)[edge.from]!.push(edge)
    ;(isFlow(edge) ? flowIn : wiringIn)[edge.to]!.push(edge)
  }
  const fate = nodes.map((node, index): Fate => {
    if (node.base === 'stickyNote') return 'note'
    if (flowOut[index]!.length > 0 || flowIn[index]!.length > 0) return 'flow'
    const ways = wiringOut[index]!
    // A part that nothing holds stays visible as a step of its own.
    if (ways.length === 0) return 'flow'
    if (node.review && !node.disabled) return 'review'
    return ways.some((edge) => edge.kind === 'ai_tool') ? 'tool' : 'part'
  })
  for (const index of homelessParts(fate, wiringOut)) fate[index] = 'flow'
  return { nodes, fate, flowOut, flowIn, wiringOut, wiringIn }
}

/** Parts, tools and reviews whose wiring never arrives at a step: they hang on each other in a ring, or on a note. */
function homelessParts(
  fate: readonly Fate[],
  wiringOut: readonly (readonly SourceEdge[])[],
): readonly number[] {
  const housed = new Set<number>()
  const into = fate.map((): number[] => [])
  wiringOut.forEach((edges, from) => edges.forEach((edge) => into[edge.to]!.push(from)))
  const todo = fate.flatMap((kind, index) => (kind === 'flow' ? [index] : []))
  for (let index = todo.pop(); index !== undefined; index = todo.pop()) {
    for (const part of into[index]!) {
      if (housed.has(part) || fate[part] === 'flow' || fate[part] === 'note') continue
      housed.add(part)
      todo.push(part)
    }
  }
  return fate.flatMap((kind, index) =>
    kind !== 'flow' && kind !== 'note' && !housed.has(index) ? [index] : [],
  )
}

// Which gates carry an action: on the ways back from it, the first ones that are strong enough.
import type { Edge } from '../graph/edge.ts'
import type { Graph } from '../graph/graph.ts'
import type { Place } from '../model/handoff.ts'
import type { Demands } from './demands.ts'
import type { Grants } from './grants.ts'

/** A gate that an action counts on, and the shortest way from it to the action. */
export interface Carrier {
  readonly at: Place
  readonly walk: readonly string[]
}

/**
 * The gates of at least the strength that step number `target` demands at which the ways back from it end, the nearest
 * first. Where the step is covered these are all that it counts on; ways on which there is none are left out.
 * Cost: O(edges).
 */
export function carriersOf(
  graph: Graph,
  demands: Demands,
  grants: Grants,
  target: number,
): readonly Carrier[] {
  const demand = demands.required[target]!
  if (demand < 1) return []
  const idOf = (v: number): string => graph.steps[v]!.id
  if (grants.before[target]! >= demand) return [{ at: { before: idOf(target) }, walk: [idOf(target)] }]
  const carriers: Carrier[] = []
  /** For each step that the ways back have come to, the way on from it. */
  const onward = new Map<number, Edge>()
  let ring: readonly Edge[] = graph.in[target]!.filter((edge) => !edge.returns)
  const seen = new Set<Edge>(ring)
  while (ring.length > 0) {
    const wider: Edge[] = []
    for (const edge of ring) {
      if (!graph.reachable[edge.from]) continue
      if (grants.on[edge.index]! >= demand && edge.transition) {
        carriers.push({ at: { on: edge.transition.id }, walk: [idOf(edge.from), ...walkOn(edge)] })
        continue
      }
      const u = edge.from
      if (edge.refused || demands.live[u] || onward.has(u)) continue
      onward.set(u, edge)
      const strong = grants.before[u]! >= demand
      if (strong) carriers.push({ at: { before: idOf(u) }, walk: [idOf(u), ...walkOn(edge)] })
      // Back with a tool, a step goes on past the gate before it.
      const further = graph.in[u]!.filter((into) => (into.returns || !strong) && !seen.has(into))
      for (const into of further) seen.add(into)
      wider.push(...further)
    }
    ring = wider
  }
  return carriers

  function walkOn(first: Edge): string[] {
    const ids = [idOf(first.to)]
    for (let edge = onward.get(first.to); edge && first.to !== target; edge = onward.get(edge.to)) {
      ids.push(idOf(edge.to))
      if (edge.to === target) break
    }
    return ids
  }
}

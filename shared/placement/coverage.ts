// Is every demanding step covered, and if not, by which shortest walk is it reached?
import type { Edge } from '../graph/edge.ts'
import type { Graph } from '../graph/graph.ts'
import type { Authority } from '../model/scales.ts'
import type { Counterexample } from '../model/placement.ts'
import { agedWalk } from './aging.ts'
import { causalWalk } from './causal.ts'
import type { Carried } from './authority.ts'
import type { Demands } from './demands.ts'
import type { Grants } from './grants.ts'
import { strengthOf } from '../model/strength.ts'

/** Steps whose demand (confirm or more) exceeds the authority that every walk carries to them. */
export function uncovered({ required }: Demands, { mid }: Carried): readonly number[] {
  const open: number[] = []
  for (let v = 0; v < required.length; v++) if (required[v]! >= 1 && mid[v]! < required[v]!) open.push(v)
  return open
}

/** A walk from a live source to a step, by edges, on which no gate is as strong as `demand`. */
export interface Walk {
  readonly steps: readonly number[]
  readonly edges: readonly Edge[]
}

/**
 * The shortest walk from a live source to `target` that never passes a gate of at least `demand`; undefined when
 * there is none, which is when the target is covered. Breadth-first backwards, O(edges).
 */
export function uncoveredWalk(
  graph: Graph,
  demands: Demands,
  grants: Grants,
  target: number,
  demand: number,
): Walk | undefined {
  if (graph.aging || graph.blocks) {
    const edges = graph.aging
      ? agedWalk(graph, demands, grants, target, demand)
      : causalWalk(graph, graph.blocks!, demands, grants, target, demand)
    return edges && { steps: [edges[0]!.from, ...edges.map(({ to }) => to)], edges }
  }
  return grants.before[target]! >= demand ? undefined : walkUpTo(graph, demands, grants, target, demand)
}

/** The same, up to the door of `target`: the gate before it is not looked at. */
export function walkUpTo(
  graph: Graph,
  demands: Demands,
  grants: Grants,
  target: number,
  demand: number,
): Walk | undefined {
  return backwards({ graph, demands, grants, demand }, (edge) => edge.to === target && !edge.returns, target)
}

/** The same, up to the leaving of `target`, past its door or back with one of its tools. */
export function walkOut(
  graph: Graph,
  demands: Demands,
  grants: Grants,
  target: number,
  demand: number,
): Walk | undefined {
  if (demands.live[target]) return { steps: [target], edges: [] }
  const barred = grants.before[target]! >= demand
  return backwards(
    { graph, demands, grants, demand },
    (edge) => edge.to === target && (edge.returns || !barred),
    target,
  )
}

interface Search {
  readonly graph: Graph
  readonly demands: Demands
  readonly grants: Grants
  readonly demand: number
}

// The shortest walk from a live source by one of the last edges, which all lead to `target`.
function backwards(
  { graph, demands, grants, demand }: Search,
  isLast: (edge: Edge) => boolean,
  target: number,
): Walk | undefined {
  /** For each step that the walk may leave, the edge by which it goes on. */
  const next = new Map<number, Edge>()
  let ring: readonly Edge[] = graph.in[target]!.filter(isLast)
  while (ring.length > 0) {
    const wider: Edge[] = []
    for (const edge of ring) {
      const u = edge.from
      if (!graph.reachable[u] || grants.on[edge.index]! >= demand) continue
      if (demands.live[u] || edge.refused) return walkFrom(u, edge, next, isLast)
      if (next.has(u)) continue
      next.set(u, edge)
      // Back with a tool, a step goes on past the gate before it.
      const barred = grants.before[u]! >= demand
      for (const into of graph.in[u]!) if ((into.returns || !barred) && !isLast(into)) wider.push(into)
    }
    ring = wider
  }
  return undefined
}

/** Ids of the steps of a walk. */
export function walkIds(graph: Graph, walk: Walk): string[] {
  return walk.steps.map((v) => graph.steps[v]!.id)
}

/** A counterexample for every uncovered step. */
export function counterexamples(
  graph: Graph,
  demands: Demands,
  grants: Grants,
  carried: Carried,
): readonly Counterexample[] {
  return uncovered(demands, carried).map((v) => {
    const demand = demands.required[v]!
    const walk = uncoveredWalk(graph, demands, grants, v, demand)
    // γ < σ says that such a walk exists; if the search finds none, one of the two is wrong and nobody may be told
    // that all is well.
    if (!walk)
      throw new Error(`no uncovered walk to ${graph.steps[v]!.id}, although its authority is too low`)
    return {
      action: graph.steps[v]!.id,
      missing: strengthOf(demand)!,
      carried: carried.mid[v]! as Authority,
      path: walkIds(graph, walk),
      transitions: walk.edges.flatMap((edge) => (edge.transition ? [edge.transition.id] : [])),
    }
  })
}

function walkFrom(
  source: number,
  first: Edge,
  next: ReadonlyMap<number, Edge>,
  isLast: (edge: Edge) => boolean,
): Walk {
  const edges = [first]
  const steps = [source, first.to]
  for (let edge = first; !isLast(edge);) {
    edge = next.get(edge.to)!
    edges.push(edge)
    steps.push(edge.to)
  }
  return { steps, edges }
}

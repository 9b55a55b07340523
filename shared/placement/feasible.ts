// What can be covered at all: with gates at every place that may have one, as strong as there are.
import { carriedAuthority } from './authority.ts'
import type { Graph } from '../graph/graph.ts'
import { isApproved } from '../graph/pivots.ts'
import { placeKey } from '../model/handoff.ts'
import type { Place } from '../model/handoff.ts'
import type { Authority } from '../model/scales.ts'
import { strengthOf } from '../model/strength.ts'
import type { ImpossibleDemand } from '../model/placement.ts'
import { uncovered, uncoveredWalk, walkIds } from './coverage.ts'
import type { Demands } from './demands.ts'
import type { Grants } from './grants.ts'
import { mayHoldGate, mayHoldGateOn } from './stations.ts'

const STRONGEST: Authority = 3

export interface Feasible {
  /** The demands without those that nothing can meet, and of the ways without a way back those that still call for an approval. */
  readonly demands: Demands
  /** Demands that the forbidden places make impossible, each with a walk and the forbidden places on it. */
  readonly impossible: readonly ImpossibleDemand[]
}

/** Where nothing is forbidden all demands can be covered, and this costs nothing; else O(edges) a demand. */
export function feasibleDemands(graph: Graph, all: Demands, grants: Grants): Feasible {
  const demands = withOpenPivots(graph, all, grants)
  if (graph.forbidden.size === 0) return { demands, impossible: [] }
  const everywhere = gatesEverywhere(graph, demands, grants)
  const open = uncovered(demands, carriedAuthority(graph, demands, everywhere))
  if (open.length === 0) return { demands, impossible: [] }
  const lost = new Set(open)
  return {
    demands: { ...demands, required: demands.required.map((demand, v) => (lost.has(v) ? 0 : demand)) },
    impossible: open.map((v) => impossibleAt(graph, demands, everywhere, v)),
  }
}

// Ways without a way back that nobody has approved yet, and on which, or behind which, somebody could.
function withOpenPivots(graph: Graph, demands: Demands, grants: Grants): Demands {
  if (demands.pivots.length === 0) return demands
  const carried = carriedAuthority(graph, demands, grants)
  const open = demands.pivots.filter((pivot) => !isApproved(pivot, { carried, grants }))
  if (open.length === 0) return { ...demands, pivots: open }
  const most = gatesEverywhere(graph, { ...demands, pivots: open }, grants)
  const best = { carried: carriedAuthority(graph, demands, most), grants: most }
  return { ...demands, pivots: open.filter((pivot) => isApproved(pivot, best)) }
}

/** Everything that could be conferred: the strongest gate at every place that may have one. */
function gatesEverywhere(graph: Graph, demands: Demands, grants: Grants): Grants {
  const before = graph.steps.map((step, v) => (mayHoldGate(graph, step) ? STRONGEST : grants.before[v]!))
  const on = graph.edges.map((edge) =>
    mayHoldGateOn(graph, demands, edge) ? STRONGEST : grants.on[edge.index]!,
  )
  return { ...grants, before, on }
}

function impossibleAt(graph: Graph, demands: Demands, everywhere: Grants, v: number): ImpossibleDemand {
  const demand = demands.required[v]!
  const walk = uncoveredWalk(graph, demands, everywhere, v, demand)
  if (!walk) throw new Error(`${graph.steps[v]!.id} is out of reach of every gate, but no walk shows it`)
  const doors = walk.steps.slice(1).map((step): Place => ({ before: graph.steps[step]!.id }))
  const ways = walk.edges.flatMap((edge): Place[] => (edge.transition ? [{ on: edge.transition.id }] : []))
  return {
    action: graph.steps[v]!.id,
    strength: strengthOf(demand)!,
    inTheWay: [...doors, ...ways].filter((at) => graph.forbidden.has(placeKey(at))),
    path: walkIds(graph, walk),
  }
}

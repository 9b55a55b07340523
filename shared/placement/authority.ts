// Carried authority γ (PLACEMENT.md 1.5): the weakest, over all walks, of the strongest gate passed since the last
// live source. A must-analysis, so the greatest fixpoint; joins take the minimum whether they are exclusive or
// parallel, because a doubt born in one branch was never seen by the approver of another.
import type { Edge } from '../graph/edge.ts'
import type { Graph } from '../graph/graph.ts'
import type { Authority } from '../model/scales.ts'
import { agedAuthority } from './aging.ts'
import { causalAuthority } from './causal.ts'
import type { Demands } from './demands.ts'
import type { Grants } from './grants.ts'

export interface Carried {
  /** On arrival, after the gate before the step, and on leaving. */
  readonly in: Uint8Array
  readonly mid: Uint8Array
  readonly out: Uint8Array
}

const MOST = 3

/** Cost: O(levels × edges). Steps that no start reaches keep the top value and must not be read. */
export function carriedAuthority(graph: Graph, demands: Demands, grants: Grants): Carried {
  if (graph.aging) return agedAuthority(graph, graph.aging, demands, grants)
  if (graph.blocks) return causalAuthority(graph, graph.blocks, demands, grants)
  const size = graph.steps.length
  const arriving = new Uint8Array(size).fill(MOST)
  const mid = new Uint8Array(size).fill(MOST)
  const leaving = new Uint8Array(size).fill(MOST)
  const todo: number[] = []
  /** What comes back with the tools of a step, which goes on with no more than that. */
  const back = new Uint8Array(size).fill(MOST)
  const lower = (list: Uint8Array, v: number, value: number): void => {
    if (value >= list[v]!) return
    list[v] = value
    todo.push(v)
  }
  const settle = (v: number): void => {
    mid[v] = Math.max(arriving[v]!, grants.before[v]!)
    leaving[v] = demands.live[v] ? 0 : Math.min(mid[v], back[v]!)
    for (const edge of graph.out[v]!) {
      if (edge.returns) lower(back, edge.to, leaving[v])
      else lower(arriving, edge.to, Math.max(leaving[v], grants.on[edge.index]!))
    }
  }
  for (const start of graph.starts) lower(arriving, start, 0)
  // After a "no" nothing is carried, whatever came to the step where it was said.
  for (const edge of graph.edges) {
    if (edge.refused && graph.reachable[edge.from]) lower(arriving, edge.to, grants.on[edge.index]!)
  }
  // Live sources speak with 0 whatever reaches them, so each is settled once even if nothing lowers it.
  for (let v = 0; v < size; v++) if (graph.reachable[v] && demands.live[v]) settle(v)
  for (let v = todo.pop(); v !== undefined; v = todo.pop()) settle(v)
  return { in: arriving, mid, out: leaving }
}

/** Authority on an edge after its gates, those included that do not last. */
export function authorityOn(carried: Carried, { on, fading }: Grants, edge: Edge): Authority {
  const gates = fading?.on.get(edge.index) ?? []
  const most = gates.reduce<number>((best, { authority }) => Math.max(best, authority), on[edge.index]!)
  return Math.max(edge.refused ? 0 : carried.out[edge.from]!, most) as Authority
}

// The placement where approvals that are there can expire on the way: they count for nothing while it is made, and what
// they cover all the same is taken away again. How far from the best that can be is known from counting them in full.
import type { Graph } from '../graph/graph.ts'
import type { Authority } from '../model/scales.ts'
import type { Demands } from './demands.ts'
import type { Fading, Grants } from './grants.ts'
import { optimise } from './optimise.ts'
import type { Optimum, Solving } from './optimise.ts'
import { madeFeasible } from './repair.ts'

const SAME_MINUTES = 1e-9

/** As `optimise`, with the expiry of what is there; the best only where counting it in full would cost as much. */
export function optimiseAged(graph: Graph, demands: Demands, grants: Grants, solving?: Solving): Optimum {
  const strict = optimise(graph, demands, grants, solving)
  const gates = madeFeasible(graph, demands, grants, strict.gates)
  const minutes = gates.reduce((sum, gate) => sum + gate.minutes, 0)
  const loose = optimise(graph, demands, inFull(grants), solving)
  const lowerBound = Math.min(loose.lowerBound, minutes)
  const optimal = loose.optimal && minutes - lowerBound <= SAME_MINUTES * (1 + minutes)
  return {
    gates,
    minutes,
    lowerBound: optimal ? minutes : lowerBound,
    method: optimal ? loose.method : 'local-search',
    optimal,
  }
}

function inFull({ before, on, fading }: Grants): Grants {
  const raised = (
    list: readonly Authority[],
    gates: ReadonlyMap<number, readonly Fading[]> | undefined,
  ): Authority[] =>
    list.map((own, i) =>
      (gates?.get(i) ?? []).reduce((most, { authority }) => (authority > most ? authority : most), own),
    )
  return { before: raised(before, fading?.before), on: raised(on, fading?.on) }
}

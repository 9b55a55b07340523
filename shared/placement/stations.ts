// Where a gate may stand, and what one costs there.
import type { Graph } from '../graph/graph.ts'
import { endsRun, isOneOfSeveral, transitionVisits } from '../graph/graph.ts'
import type { Edge } from '../graph/edge.ts'
import { placeKey } from '../model/handoff.ts'
import type { Place } from '../model/handoff.ts'
import type { Profile } from '../model/profile.ts'
import type { Authority } from '../model/scales.ts'
import type { Step } from '../model/step.ts'
import { strengthOf } from '../model/strength.ts'
import type { Demands } from './demands.ts'
import type { Grants } from './grants.ts'

/** A place where a gate may stand: before a step, or on a transition. */
export interface Station {
  readonly place: Place
  /** Expected visits a run. */
  readonly visits: number
  /** Minutes of one review, by strength. */
  readonly minutes: Profile['minutes']
  /**
   * For a gate of each authority (0 to 3), the steps between here and the nearest step that demands as much, counted in
   * halves: the measure of "latest". A step that demands less may well be covered already.
   */
  readonly distance: readonly number[]
  /** What passing here confers already, at no cost. */
  readonly grant: Authority
  /** Authority that the step behind this place needs. */
  readonly least: Authority
  readonly candidate: boolean
}

/** A gate that the optimiser chose. */
export interface ChosenGate {
  readonly place: Place
  readonly authority: Authority
  readonly visits: number
  readonly minutes: number
}

/** Minutes a run of a gate of `authority` at a station. */
export function gateMinutes(station: Station, authority: Authority): number {
  return station.visits * station.minutes[strengthOf(authority) ?? 'notify']
}

/** Approve: what every run has been asked for where there is no way back. */
export const APPROVE: Authority = 2

/** True for a step that may have a gate before it. */
export function mayHoldGate(graph: Graph, step: Step): boolean {
  if (beginsRun(graph, step) || endsRun(graph, graph.indexOf.get(step.id)!)) return false
  return !graph.forbidden.has(placeKey({ before: step.id }))
}

function beginsRun(graph: Graph, { id, kind }: Step): boolean {
  return kind === 'start' && graph.starts.includes(graph.indexOf.get(id)!)
}

/** True for a transition that may hold a gate of its own: out of a decision, abnormal, or into a merge. */
export function isCandidateEdge(graph: Graph, edge: Edge): boolean {
  if (!isAllowedOn(graph, edge)) return false
  if (edge.kind !== 'normal' || graph.steps[edge.from]!.kind === 'decision') return true
  return isOneOfSeveral(graph, edge)
}

// The approval of what cannot be taken back stands on the very way from which there is no way back, before any other
// place that would do as well.
const RIGHT_THERE = -1

/** The place on a transition; `isLast` for one behind which there is no way back. */
export function edgeStation(
  graph: Graph,
  grants: Grants,
  edge: Edge,
  distance: Station['distance'],
  isLast: boolean,
): Station {
  const isCandidate = isCandidateEdge(graph, edge) || (isLast && isAllowedOn(graph, edge))
  return {
    place: { on: edge.transition?.id ?? '' },
    visits: edge.transition ? transitionVisits(graph, edge.transition.id) : 0,
    minutes: graph.profile.minutes,
    distance: isLast ? distance.with(APPROVE, RIGHT_THERE) : distance,
    grant: grants.on[edge.index]!,
    least: 0,
    candidate: isCandidate && !endsRun(graph, edge.to),
  }
}

/** True for a transition that may hold a gate of its own, or the approval of what cannot be taken back behind it. */
export function mayHoldGateOn(graph: Graph, demands: Demands, edge: Edge): boolean {
  if (isCandidateEdge(graph, edge)) return true
  return isAllowedOn(graph, edge) && isCrossing(demands, edge) && !endsRun(graph, edge.to)
}

/** True for a way behind which there is no way back. */
export function isCrossing({ pivots }: Demands, { index }: Edge): boolean {
  return pivots.some(({ edge }) => edge.index === index)
}

function isAllowedOn(graph: Graph, { transition }: Edge): boolean {
  return transition !== undefined && !graph.forbidden.has(placeKey({ on: transition.id }))
}

/** The place before a step. */
export function stepStation(
  graph: Graph,
  demands: Demands,
  grants: Grants,
  v: number,
  distance: Station['distance'],
): Station {
  const demand = demands.required[v]!
  return {
    place: { before: graph.steps[v]!.id },
    visits: graph.visits[v]!,
    minutes: graph.profile.minutes,
    distance,
    grant: grants.before[v]!,
    least: demand >= 1 ? (demand as Authority) : 0,
    candidate: mayHoldGate(graph, graph.steps[v]!),
  }
}

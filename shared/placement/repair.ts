// Makes an approximate placement cover everything, then takes away what it does not need.
import type { Graph } from '../graph/graph.ts'
import { isApproved, placeOfEdge } from '../graph/pivots.ts'
import type { Pivot } from '../graph/pivots.ts'
import type { Place } from '../model/handoff.ts'
import type { Authority } from '../model/scales.ts'
import { strengthOf } from '../model/strength.ts'
import { visitsOf } from './attention.ts'
import { carriedAuthority } from './authority.ts'
import { uncovered } from './coverage.ts'
import type { Demands } from './demands.ts'
import type { Grants } from './grants.ts'
import { APPROVE, mayHoldGate, mayHoldGateOn } from './stations.ts'
import type { ChosenGate } from './stations.ts'

/** Edges that pruning may look at in all; what is left then stays. Keeps dense workflows within a second or two. */
const BUDGET = 20_000_000

/** Covers what `gates` leave open with a gate at the action itself, approves what there is no way back from, and drops or lowers gates, dearest first. */
export function madeFeasible(
  graph: Graph,
  demands: Demands,
  grants: Grants,
  gates: readonly ChosenGate[],
): ChosenGate[] {
  const now = { ...grants, before: [...grants.before], on: [...grants.on] }
  for (const { place, authority } of gates) raise(graph, now, place, authority)
  const missing = uncovered(demands, carriedAuthority(graph, demands, now)).map((v) =>
    gateBefore(graph, v, demands.required[v] as Authority),
  )
  for (const { place, authority } of missing) raise(graph, now, place, authority)
  for (const { place, authority } of approvalsFor(graph, demands, now)) {
    raise(graph, now, place, authority)
    missing.push(gateAt(graph, place, authority))
  }
  const kept: ChosenGate[] = []
  let looks = BUDGET
  for (const gate of [...gates, ...missing].sort((a, b) => b.minutes - a.minutes)) {
    const place = slot(graph, now, gate.place)
    const standing = slot(graph, grants, gate.place)
    if (!place || !standing || valueAt(place) < gate.authority) continue
    // From nothing upwards: the first level at which everything is still covered is the one to keep.
    for (let level = valueAt(standing); level <= gate.authority; level++) {
      for (const index of place.indexes) place.list[index] = level
      looks -= graph.edges.length
      if (level < gate.authority && (looks < 0 || !isSettled(graph, demands, now))) continue
      if (level > valueAt(standing)) kept.push(atAuthority(graph, gate, level))
      break
    }
  }
  return kept
}

/** True where every demand is covered, and every way without a way back is approved. */
export function isSettled(graph: Graph, demands: Demands, grants: Grants): boolean {
  const carried = carriedAuthority(graph, demands, grants)
  return (
    uncovered(demands, carried).length === 0 &&
    demands.pivots.every((pivot) => isApproved(pivot, { carried, grants }))
  )
}

// Approvals for the ways without a way back that nobody approves yet: on the way itself or, where none may be there, at
// every place that may have one.
function approvalsFor(
  graph: Graph,
  demands: Demands,
  grants: Grants,
): { readonly place: Place; readonly authority: Authority }[] {
  if (demands.pivots.length === 0) return []
  const carried = carriedAuthority(graph, demands, grants)
  const open = demands.pivots.filter((pivot) => !isApproved(pivot, { carried, grants }))
  const places = open.every((pivot) => mayBeApprovedThere(graph, demands, pivot))
    ? open.map(({ edge }) => placeOfEdge(graph, edge))
    : everyPlace(graph, demands)
  return places.map((place) => ({ place, authority: APPROVE }))
}

function mayBeApprovedThere(graph: Graph, demands: Demands, { edge }: Pivot): boolean {
  if (edge.transition) return mayHoldGateOn(graph, demands, edge)
  return !edge.returns && mayHoldGate(graph, graph.steps[edge.to]!)
}

function everyPlace(graph: Graph, demands: Demands): Place[] {
  const doors = graph.steps.filter((step) => mayHoldGate(graph, step)).map(({ id }) => ({ before: id }))
  const ways = graph.edges.flatMap((edge) =>
    mayHoldGateOn(graph, demands, edge) ? [placeOfEdge(graph, edge)] : [],
  )
  return [...doors, ...ways]
}

/** What is conferred with `gates` placed on top. */
export function withGates(graph: Graph, grants: Grants, gates: readonly ChosenGate[]): Grants {
  const now = { ...grants, before: [...grants.before], on: [...grants.on] }
  for (const { place, authority } of gates) raise(graph, now, place, authority)
  return now
}

function raise(
  graph: Graph,
  grants: { before: Authority[]; on: Authority[] },
  at: Place,
  authority: Authority,
): void {
  const place = slot(graph, grants, at)
  for (const index of place?.indexes ?? []) {
    place!.list[index] = Math.max(place!.list[index]!, authority) as Authority
  }
}

interface Slot<L> {
  readonly list: L
  /** Several where a transition has several edges, which all have the same gate. */
  readonly indexes: readonly number[]
}

function slot<L extends readonly Authority[]>(
  graph: Graph,
  grants: { readonly before: L; readonly on: L },
  at: Place,
): Slot<L> | undefined {
  if ('on' in at) {
    const edges = graph.edgesOf.get(at.on)
    return edges && { list: grants.on, indexes: edges.map(({ index }) => index) }
  }
  const index = 'before' in at ? graph.indexOf.get(at.before) : undefined
  return index === undefined ? undefined : { list: grants.before, indexes: [index] }
}

function valueAt({ list, indexes }: Slot<readonly Authority[]>): Authority {
  return list[indexes[0]!]!
}

function gateBefore(graph: Graph, v: number, authority: Authority): ChosenGate {
  return gateAt(graph, { before: graph.steps[v]!.id }, authority)
}

function gateAt(graph: Graph, place: Place, authority: Authority): ChosenGate {
  const visits = visitsOf(graph, place)
  return atAuthority(graph, { place, visits, authority: 0, minutes: 0 }, authority)
}

function atAuthority(graph: Graph, gate: ChosenGate, authority: Authority): ChosenGate {
  const minutes = gate.visits * graph.profile.minutes[strengthOf(authority) ?? 'notify']
  return { ...gate, authority, minutes }
}

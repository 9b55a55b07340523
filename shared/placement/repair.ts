// Makes an approximate placement cover everything, then takes away what it does not need.
import type { Graph } from '../graph/graph.ts'
import type { Place } from '../model/handoff.ts'
import type { Authority } from '../model/scales.ts'
import { strengthOf } from '../model/strength.ts'
import { carriedAuthority } from './authority.ts'
import { uncovered } from './coverage.ts'
import type { Demands } from './demands.ts'
import type { Grants } from './grants.ts'
import type { ChosenGate } from './problem.ts'

/** Edges that pruning may look at in all; what is left then stays. Keeps dense workflows within a second or two. */
const BUDGET = 20_000_000

/** Covers what `gates` leave open with a gate at the action itself, and drops or lowers gates, dearest first. */
export function madeFeasible(
  graph: Graph,
  demands: Demands,
  grants: Grants,
  gates: readonly ChosenGate[],
): ChosenGate[] {
  const now = { ...grants, before: [...grants.before], on: [...grants.on] }
  const open = (): readonly number[] => uncovered(demands, carriedAuthority(graph, demands, now))
  for (const { place, authority } of gates) raise(graph, now, place, authority)
  const missing = open().map((v) => gateBefore(graph, v, demands.required[v] as Authority))
  for (const { place, authority } of missing) raise(graph, now, place, authority)
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
      if (level < gate.authority && (looks < 0 || open().length > 0)) continue
      if (level > valueAt(standing)) kept.push(atAuthority(graph, gate, level))
      break
    }
  }
  return kept
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
  const place = { before: graph.steps[v]!.id }
  return atAuthority(graph, { place, visits: graph.visits[v]!, authority: 0, minutes: 0 }, authority)
}

function atAuthority(graph: Graph, gate: ChosenGate, authority: Authority): ChosenGate {
  const minutes = gate.visits * graph.profile.minutes[strengthOf(authority) ?? 'notify']
  return { ...gate, authority, minutes }
}

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
  const now = { before: [...grants.before], on: [...grants.on] }
  const open = (): readonly number[] => uncovered(demands, carriedAuthority(graph, demands, now))
  for (const { place, authority } of gates) raise(graph, now, place, authority)
  const missing = open().map((v) => gateBefore(graph, v, demands.required[v] as Authority))
  for (const { place, authority } of missing) raise(graph, now, place, authority)
  const kept: ChosenGate[] = []
  let looks = BUDGET
  for (const gate of [...gates, ...missing].sort((a, b) => b.minutes - a.minutes)) {
    const place = slot(graph, now, gate.place)
    const standing = slot(graph, grants, gate.place)
    if (!place || !standing || place.list[place.index]! < gate.authority) continue
    // From nothing upwards: the first level at which everything is still covered is the one to keep.
    for (let level = standing.list[standing.index]!; level <= gate.authority; level++) {
      place.list[place.index] = level
      looks -= graph.edges.length
      if (level < gate.authority && (looks < 0 || open().length > 0)) continue
      if (level > standing.list[standing.index]!) kept.push(atAuthority(graph, gate, level))
      break
    }
  }
  return kept
}

function raise(
  graph: Graph,
  grants: { before: Authority[]; on: Authority[] },
  at: Place,
  authority: Authority,
): void {
  const place = slot(graph, grants, at)
  if (place) place.list[place.index] = Math.max(place.list[place.index]!, authority) as Authority
}

function slot<L extends readonly Authority[]>(
  graph: Graph,
  grants: { readonly before: L; readonly on: L },
  at: Place,
): { readonly list: L; readonly index: number } | undefined {
  const index =
    'before' in at ? graph.indexOf.get(at.before) : 'on' in at ? graph.edgeOf.get(at.on)?.index : undefined
  return index === undefined ? undefined : { list: 'before' in at ? grants.before : grants.on, index }
}

function gateBefore(graph: Graph, v: number, authority: Authority): ChosenGate {
  const place = { before: graph.steps[v]!.id }
  return atAuthority(graph, { place, visits: graph.visits[v]!, authority: 0, minutes: 0 }, authority)
}

function atAuthority(graph: Graph, gate: ChosenGate, authority: Authority): ChosenGate {
  const minutes = gate.visits * graph.profile.minutes[strengthOf(authority) ?? 'notify']
  return { ...gate, authority, minutes }
}

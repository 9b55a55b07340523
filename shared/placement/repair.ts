// Makes an approximate placement cover everything, then takes away what it does not need.
import type { Graph } from '../graph/graph.ts'
import { placeKey } from '../model/handoff.ts'
import type { Authority } from '../model/scales.ts'
import { carriedAuthority } from './authority.ts'
import { uncovered } from './coverage.ts'
import type { Demands } from './demands.ts'
import type { Grants } from './grants.ts'
import type { ChosenGate } from './problem.ts'
import { REVIEW_MINUTES, strengthOf } from '../model/strength.ts'

/** Covers what `gates` leave open with a gate at the action itself, and drops or lowers gates, dearest first. */
export function madeFeasible(
  graph: Graph,
  demands: Demands,
  grants: Grants,
  gates: readonly ChosenGate[],
): ChosenGate[] {
  const placed = new Map(gates.map((gate) => [placeKey(gate.place), gate]))
  const open = (): readonly number[] =>
    uncovered(demands, carriedAuthority(graph, demands, withGates(graph, grants, [...placed.values()])))
  for (const v of open()) {
    const gate = gateBefore(graph, v, demands.required[v] as Authority)
    placed.set(placeKey(gate.place), gate)
  }
  for (const gate of [...placed.values()].sort((a, b) => b.minutes - a.minutes)) {
    placed.delete(placeKey(gate.place))
    if (open().length === 0) continue
    placed.set(
      placeKey(gate.place),
      lowest(gate, (lower) => {
        placed.set(placeKey(gate.place), lower)
        return open().length === 0
      }),
    )
  }
  return [...placed.values()]
}

/** `grants` with gates on top. */
export function withGates(graph: Graph, grants: Grants, gates: readonly ChosenGate[]): Grants {
  const before = [...grants.before]
  const on = [...grants.on]
  for (const { place, authority } of gates) {
    if ('before' in place) raise(before, graph.indexOf.get(place.before), authority)
    else if ('on' in place) raise(on, graph.edgeOf.get(place.on)?.index, authority)
  }
  return { before, on }
}

function raise(list: Authority[], index: number | undefined, authority: Authority): void {
  if (index !== undefined) list[index] = Math.max(list[index]!, authority) as Authority
}

function lowest(gate: ChosenGate, covers: (lower: ChosenGate) => boolean): ChosenGate {
  for (let authority = 1; authority < gate.authority; authority++) {
    const lower = atAuthority(gate, authority as Authority)
    if (covers(lower)) return lower
  }
  return gate
}

function gateBefore(graph: Graph, v: number, authority: Authority): ChosenGate {
  return atAuthority(
    { place: { before: graph.steps[v]!.id }, visits: graph.visits[v]!, authority: 0, minutes: 0 },
    authority,
  )
}

function atAuthority(gate: ChosenGate, authority: Authority): ChosenGate {
  return { ...gate, authority, minutes: gate.visits * REVIEW_MINUTES[strengthOf(authority) ?? 'notify'] }
}

// Moves gates on where they cost no more and still do: among equal minutes and equally many gates, authority is as late as
// can be. The optimiser's own measure of "late" cannot know which of its gates serves what; with all of them placed it is
// plain.
import type { Graph } from '../graph/graph.ts'
import { isApproved } from '../graph/pivots.ts'
import { placeKey } from '../model/handoff.ts'
import type { Place } from '../model/handoff.ts'
import { compareText } from '../support/compare.ts'
import { carriedAuthority } from './authority.ts'
import { uncovered, uncoveredWalk } from './coverage.ts'
import type { Walk } from './coverage.ts'
import type { Demands } from './demands.ts'
import type { Grants } from './grants.ts'
import { gateMinutes } from './problem.ts'
import type { ChosenGate, Problem, Station } from './problem.ts'
import { isSettled, withGates } from './repair.ts'

const SAME_MINUTES = 1e-9

/**
 * The same gates, each moved on along the walk that it is needed for to the last place where it does as well at the same
 * price. Cost: O(edges), and again for every gate that is not at the door of a step that needs it, and every place that
 * it could move to.
 */
export function asLateAsCanBe(
  graph: Graph,
  demands: Demands,
  grants: Grants,
  { factors }: Problem,
  gates: readonly ChosenGate[],
): readonly ChosenGate[] {
  const { in: arriving } = carriedAuthority(graph, demands, withGates(graph, grants, gates))
  const isAtNeed = ({ place }: ChosenGate): boolean => {
    const v = 'before' in place ? graph.indexOf.get(place.before)! : -1
    return v >= 0 && arriving[v]! < Math.floor(demands.required[v]!)
  }
  const movable = gates.filter((gate) => !isAtNeed(gate))
  if (movable.length === 0) return gates
  const stations = new Map(
    factors.flatMap((factor) =>
      factor.kind === 'gate' && factor.station.candidate
        ? [[placeKey(factor.station.place), factor.station] as const]
        : [],
    ),
  )
  let now = gates
  const order = movable.toSorted((a, b) => compareText(placeKey(a.place), placeKey(b.place)))
  for (const gate of order) {
    const others = now.filter((other) => other !== gate)
    const later = laterPlace(graph, demands, grants, { gate, others, stations })
    if (later) now = now.map((other) => (other === gate ? later : other))
  }
  return now
}

interface Moving {
  readonly gate: ChosenGate
  readonly others: readonly ChosenGate[]
  readonly stations: ReadonlyMap<string, Station>
}

function laterPlace(
  graph: Graph,
  demands: Demands,
  grants: Grants,
  { gate, others, stations }: Moving,
): ChosenGate | undefined {
  const without = withGates(graph, grants, others)
  const carried = carriedAuthority(graph, demands, without)
  // What approves that there is no way back stays where that is.
  if (!demands.pivots.every((pivot) => isApproved(pivot, { carried, grants: without }))) return undefined
  const [target] = uncovered(demands, carried)
  if (target === undefined) return undefined
  const walk = uncoveredWalk(graph, demands, without, target, demands.required[target]!)
  if (!walk) return undefined
  const taken = new Set(others.map(({ place }) => placeKey(place)))
  for (const place of placesBehind(graph, walk, placeKey(gate.place)).toReversed()) {
    const station = taken.has(placeKey(place)) ? undefined : stations.get(placeKey(place))
    if (!station || station.grant >= gate.authority) continue
    const minutes = gateMinutes(station, gate.authority)
    if (Math.abs(minutes - gate.minutes) > SAME_MINUTES * (1 + gate.minutes)) continue
    const moved = { ...gate, place, visits: station.visits, minutes }
    if (isSettled(graph, demands, withGates(graph, grants, [...others, moved]))) return moved
  }
  return undefined
}

// The places on a walk that come after the last time that it passes the one with this key.
function placesBehind(graph: Graph, { edges }: Walk, key: string): readonly Place[] {
  const places = edges.flatMap(({ transition, to, returns }): Place[] => [
    ...(transition ? [{ on: transition.id }] : []),
    ...(returns ? [] : [{ before: graph.steps[to]!.id }]),
  ])
  return places.slice(places.findLastIndex((place) => placeKey(place) === key) + 1)
}

// Moves gates on where they cost no more and still do: among equal minutes and equally many gates, authority is as late as
// can be. The optimiser's own measure of "late" cannot know which of its gates serves what; with all of them placed it is
// plain.
import type { Graph } from '../graph/graph.ts'
import { isApproved } from '../graph/pivots.ts'
import { placeKey } from '../model/handoff.ts'
import type { Place } from '../model/handoff.ts'
import { compareText } from '../support/compare.ts'
import { carriedAuthority } from './authority.ts'
import type { Carried } from './authority.ts'
import { uncovered, uncoveredWalk } from './coverage.ts'
import type { Walk } from './coverage.ts'
import type { Demands } from './demands.ts'
import type { Grants } from './grants.ts'
import { gateMinutes } from './stations.ts'
import type { Problem } from './problem.ts'
import type { ChosenGate, Station } from './stations.ts'
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
  if (gates.length === 0) return gates
  const placed = withGates(graph, grants, gates)
  const carried = carriedAuthority(graph, demands, placed)
  const isAtNeed = ({ place }: ChosenGate): boolean => {
    const v = 'before' in place ? graph.indexOf.get(place.before)! : -1
    return v >= 0 && carried.in[v]! < Math.floor(demands.required[v]!)
  }
  const loose = gates.filter((gate) => !isAtNeed(gate))
  if (loose.length === 0) return gates
  const stations = stationsIn(factors)
  const movable = loose.filter((gate) => mayGoOn(graph, demands, { gate, stations, placed, carried }))
  let now = gates
  const order = movable.toSorted((a, b) => compareText(placeKey(a.place), placeKey(b.place)))
  for (const gate of order) {
    const others = now.filter((other) => other !== gate)
    const later = laterPlace(graph, demands, grants, { gate, others, stations })
    if (later) now = now.map((other) => (other === gate ? later : other))
  }
  return now
}

/** Places that may have a gate, by the id of their step or transition. */
interface Stations {
  readonly doors: ReadonlyMap<string, Station>
  readonly ways: ReadonlyMap<string, Station>
}

function stationsIn(factors: Problem['factors']): Stations {
  const doors = new Map<string, Station>()
  const ways = new Map<string, Station>()
  for (const factor of factors) {
    if (factor.kind !== 'gate' || !factor.station.candidate) continue
    const { place } = factor.station
    if ('before' in place) doors.set(place.before, factor.station)
    else if ('on' in place) ways.set(place.on, factor.station)
  }
  return { doors, ways }
}

function stationAt({ doors, ways }: Stations, place: Place): Station | undefined {
  return 'on' in place ? ways.get(place.on) : 'before' in place ? doors.get(place.before) : undefined
}

interface Looking {
  readonly gate: ChosenGate
  readonly stations: Stations
  /** Everything that is conferred with all gates placed, and what is carried then. */
  readonly placed: Grants
  readonly carried: Carried
}

// Looks ahead, up to what relies on the gate at once, for a place of the same price: cheap, and for most gates the end of
// it.
function mayGoOn(
  graph: Graph,
  { required, live }: Demands,
  { gate, stations, placed, carried }: Looking,
): boolean {
  const edge = 'on' in gate.place ? graph.edgeOf.get(gate.place.on)! : undefined
  const first = edge ? edge.to : graph.indexOf.get((gate.place as { before: string }).before)!
  const arriving = edge ? (edge.refused ? 0 : carried.out[edge.from]!) : carried.in[first]!
  const isSame = (station: Station | undefined): boolean =>
    station !== undefined && Math.abs(station.visits - gate.visits) <= SAME_MINUTES * (1 + gate.visits)
  const isDoor = (v: number): boolean => isSame(stations.doors.get(graph.steps[v]!.id))
  const relies = (v: number): boolean =>
    placed.before[v] === 0 && required[v]! >= 1 && required[v]! > arriving
  if (edge && isDoor(first)) return true
  if (edge && relies(first)) return false
  const seen = new Set([first])
  // Behind another gate it is not plain any more what relies on this one.
  const plain = new Set(edge && placed.before[first]! > 0 ? [] : [first])
  for (const v of seen) {
    if (live[v]) continue
    for (const { index, to, transition } of graph.out[v]!) {
      if (seen.has(to) || placed.on[index]! >= gate.authority || placed.before[to]! >= gate.authority)
        continue
      if (isDoor(to) || (transition && isSame(stations.ways.get(transition.id)))) return true
      const isPlain = plain.has(v) && placed.on[index] === 0 && placed.before[to] === 0
      if (isPlain && relies(to)) continue
      seen.add(to)
      if (isPlain) plain.add(to)
    }
  }
  return false
}

interface Moving {
  readonly gate: ChosenGate
  readonly others: readonly ChosenGate[]
  readonly stations: Stations
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
    const station = taken.has(placeKey(place)) ? undefined : stationAt(stations, place)
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

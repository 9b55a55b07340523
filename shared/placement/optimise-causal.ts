// The placement where joins are read causally. A placement for the other reading is valid here too; from there gates are
// taken away, and in small workflows every choice is tried. The label says which of the two it was.
import type { Graph } from '../graph/graph.ts'
import type { Authority } from '../model/scales.ts'
import type { Demands } from './demands.ts'
import type { Grants } from './grants.ts'
import { optimise } from './optimise.ts'
import type { Optimum, Solving } from './optimise.ts'
import { placementProblem } from './problem.ts'
import { gateMinutes } from './stations.ts'
import type { ChosenGate, Station } from './stations.ts'
import { isSettled, madeFeasible, withGates } from './repair.ts'

const SAME_MINUTES = 1e-9
/** Edges that the trying of all choices may look at; some hundredths of a second. */
const BUDGET = 400_000

/** As `optimise`; proven where every choice was tried, or where nothing can be cheaper. */
export function optimiseCausal(graph: Graph, demands: Demands, grants: Grants, solving?: Solving): Optimum {
  const path = optimise({ ...graph, blocks: undefined }, demands, grants, solving)
  const pruned = madeFeasible(graph, demands, grants, path.gates)
  const least = optimise(withoutPassage(graph), demands, grants, solving)
  const first = { gates: pruned, minutes: total(pruned) }
  const isLeast = least.optimal && first.minutes - least.minutes <= SAME_MINUTES * (1 + first.minutes)
  const tried = isLeast ? undefined : everyChoice(graph, demands, grants, pruned)
  const { gates, minutes } = tried?.best ?? first
  const optimal = isLeast || tried?.complete === true
  if (optimal) return { gates, minutes, lowerBound: minutes, method: 'elimination', optimal }
  return { gates, minutes, lowerBound: Math.min(least.lowerBound, minutes), method: 'local-search', optimal }
}

// Without the ways into the joins of blocks less has to be covered, so that the optimum costs no more.
function withoutPassage(graph: Graph): Graph {
  const joins = new Set(graph.blocks?.map(({ join }) => join))
  const kept = (edges: Graph['in'][number]) => edges.filter(({ to }) => !joins.has(to))
  return {
    ...graph,
    blocks: undefined,
    out: graph.out.map(kept),
    in: graph.in.map(kept),
  }
}

interface Choice {
  readonly gates: readonly ChosenGate[]
  readonly minutes: number
}

// Branch and bound: place by place, the dearest first, nothing before something; given up where even the strongest gates
// at all places left would not do, or where it already costs more than the best so far.
function everyChoice(
  graph: Graph,
  demands: Demands,
  grants: Grants,
  start: readonly ChosenGate[],
): { readonly best: Choice; readonly complete: boolean } {
  const { factors, levels } = placementProblem({ ...graph, blocks: undefined }, demands, grants)
  const stations = factors
    .flatMap((factor) => (factor.kind === 'gate' && factor.station.candidate ? [factor.station] : []))
    .sort((a, b) => b.visits - a.visits || b.distance[1]! - a.distance[1]!)
  const top = levels.at(-1)!
  let looks = BUDGET
  let best = { gates: start, minutes: total(start), tie: tieOf(start, stations) }
  const covers = (gates: readonly ChosenGate[]): boolean => {
    looks -= graph.edges.length + 50
    return isSettled(graph, demands, withGates(graph, grants, gates))
  }
  const choose = (index: number, gates: readonly ChosenGate[], minutes: number, tie: number): void => {
    if (looks <= 0 || !isBetter({ minutes, tie }, best)) return
    const left = stations.slice(index).map((station) => gateAt(station, top))
    if (!covers([...gates, ...left])) return
    const station = stations[index]
    if (!station) best = { gates, minutes, tie }
    else {
      choose(index + 1, gates, minutes, tie)
      for (const level of levels) {
        if (level <= station.grant || level === 0) continue
        const gate = gateAt(station, level)
        choose(index + 1, [...gates, gate], minutes + gate.minutes, tie + 1e6 + station.distance[level]!)
      }
    }
  }
  choose(0, [], 0, 0)
  return { best, complete: looks > 0 }
}

function isBetter(a: { minutes: number; tie: number }, b: { minutes: number; tie: number }): boolean {
  const slack = SAME_MINUTES * (1 + b.minutes)
  if (a.minutes < b.minutes - slack) return true
  return a.minutes <= b.minutes + slack && a.tie < b.tie
}

function tieOf(gates: readonly ChosenGate[], stations: readonly Station[]): number {
  const distance = (gate: ChosenGate): number =>
    stations.find(({ place }) => sameStation(place, gate.place))?.distance[gate.authority] ?? 0
  return gates.reduce((sum, gate) => sum + 1e6 + distance(gate), 0)
}

function sameStation(a: Station['place'], b: Station['place']): boolean {
  if ('before' in a) return 'before' in b && a.before === b.before
  return 'on' in a && 'on' in b && a.on === b.on
}

function gateAt(station: Station, authority: Authority): ChosenGate {
  return { place: station.place, authority, visits: station.visits, minutes: gateMinutes(station, authority) }
}

function total(gates: readonly ChosenGate[]): number {
  return gates.reduce((sum, gate) => sum + gate.minutes, 0)
}

// The cheapest set of gates that covers every demand: exact where elimination fits into memory, else a good
// placement with a proven bound and an honest label.
import type { Graph } from '../graph/graph.ts'
import type { Authority } from '../model/scales.ts'
import { ONE_GATE } from './cost.ts'
import type { Demands } from './demands.ts'
import { eliminate } from './elimination.ts'
import type { Table } from './elimination.ts'
import type { Grants } from './grants.ts'
import { madeFeasible } from './repair.ts'
import { gateMinutes, placementProblem } from './problem.ts'
import type { ChosenGate, Factor, Problem, Station } from './problem.ts'

export interface Optimum {
  readonly gates: readonly ChosenGate[]
  /** Minutes a run over all gates. */
  readonly minutes: number
  readonly lowerBound: number
  readonly method: 'elimination' | 'local-search'
}

/** Solves the placement for the grants that exist already. */
export function optimise(graph: Graph, demands: Demands, grants: Grants): Optimum {
  const problem = placementProblem(graph, demands, grants)
  if (problem.domains.length === 0) return { gates: [], minutes: 0, lowerBound: 0, method: 'elimination' }
  const tables = problem.factors.map((factor) => tableOf(factor, problem))
  const { values, minutes: lowerBound, exact } = eliminate(problem.domains, tables)
  const gates = problem.factors.flatMap((factor) => chosen(factor, problem, values))
  if (!exact) {
    const repaired = madeFeasible(graph, demands, grants, gates)
    const minutes = totalMinutes(repaired)
    return { gates: repaired, minutes, lowerBound: Math.min(lowerBound, minutes), method: 'local-search' }
  }
  const minutes = totalMinutes(gates)
  return { gates, minutes, lowerBound: minutes, method: 'elimination' }
}

function totalMinutes(gates: readonly ChosenGate[]): number {
  return gates.reduce((sum, gate) => sum + gate.minutes, 0)
}

function chosen(factor: Factor, { levels }: Problem, values: Uint8Array): ChosenGate[] {
  if (factor.kind !== 'gate') return []
  const before = factor.before === undefined ? 0 : levels[values[factor.before]!]!
  const authority = levels[values[factor.after]!]!
  const { station } = factor
  if (authority <= Math.max(before, station.grant)) return []
  return [
    { place: station.place, authority, visits: station.visits, minutes: gateMinutes(station, authority) },
  ]
}

// The cost table of a factor: what it costs to have `after` guaranteed when `before` arrives.
function tableOf(factor: Factor, { levels, domains }: Problem): Table {
  if (factor.kind === 'at-most') {
    return filled([factor.lower, factor.upper], domains, (lower, upper) => [lower > upper ? Infinity : 0, 0])
  }
  const { station, before, after } = factor
  if (before === undefined) return filled([after], domains, (a) => costOf(station, 0, levels[a]!))
  return filled([after, before], domains, (a, b) => costOf(station, levels[b]!, levels[a]!))
}

function filled(
  scope: readonly [number] | readonly [number, number],
  domains: readonly number[],
  cost: (first: number, second: number) => readonly [number, number],
): Table {
  const [rows, columns] = [domains[scope[0]]!, scope.length === 2 ? domains[scope[1]]! : 1]
  const minutes = new Float64Array(rows * columns)
  const tie = new Float64Array(rows * columns)
  for (let j = 0; j < columns; j++) {
    for (let i = 0; i < rows; i++) [minutes[i + rows * j], tie[i + rows * j]] = cost(i, j) as [number, number]
  }
  return { scope, minutes, tie }
}

// What is guaranteed may be less than what arrives: nobody has to make use of it.
function costOf(station: Station, before: Authority, after: Authority): readonly [number, number] {
  if (after < station.least) return [Infinity, 0]
  if (after <= Math.max(before, station.grant)) return [0, 0]
  if (!station.candidate) return [Infinity, 0]
  return [gateMinutes(station, after), ONE_GATE + station.distance]
}

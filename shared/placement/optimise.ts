// The cheapest set of gates that covers every demand: exact by elimination where that fits into memory, else by a
// solver where one is at hand, else a good placement with a proven bound; and an honest label.
import type { Graph } from '../graph/graph.ts'
import type { Authority } from '../model/scales.ts'
import { ONE_GATE } from './cost.ts'
import { leastMinutes, placementsByCuts } from './cuts.ts'
import type { Demands } from './demands.ts'
import { eliminate, newCosts, reserve } from './elimination.ts'
import type { Costs, Table } from './elimination.ts'
import type { Grants } from './grants.ts'
import { asLateAsCanBe } from './latest.ts'
import { madeFeasible } from './repair.ts'
import { placementProblem } from './problem.ts'
import { APPROVE, gateMinutes } from './stations.ts'
import type { Factor, Problem } from './problem.ts'
import type { ChosenGate, Station } from './stations.ts'
import { gateLevel, programOf } from './program.ts'
import type { Limits, Solver } from './solver.ts'

export interface Optimum {
  readonly gates: readonly ChosenGate[]
  /** Minutes a run over all gates. */
  readonly minutes: number
  readonly lowerBound: number
  readonly method: 'elimination' | 'mip' | 'local-search'
  /** True when nothing cheaper covers everything. */
  readonly optimal: boolean
}

export interface Solving {
  readonly solver: Solver
  readonly limits: Limits
}

/**
 * Solves the placement for the grants that exist already; every demand has to be one that gates can meet. `solving` is
 * used only where elimination does not fit into memory.
 */
export function optimise(graph: Graph, demands: Demands, grants: Grants, solving?: Solving): Optimum {
  const problem = placementProblem(graph, demands, grants)
  if (problem.domains.length === 0) return EMPTY
  const costs = newCosts()
  const tables = problem.factors.flatMap((factor) => tablesOf(factor, problem, costs))
  const values = eliminate(problem.domains, tables, costs)
  if (!values) return beyondElimination(graph, demands, grants, problem, solving)
  const best = problem.factors.flatMap((factor) => chosen(factor, problem, values))
  const gates = asLateAsCanBe(graph, demands, grants, problem, best)
  const minutes = totalMinutes(gates)
  return { gates, minutes, lowerBound: minutes, method: 'elimination', optimal: true }
}

const EMPTY: Optimum = { gates: [], minutes: 0, lowerBound: 0, method: 'elimination', optimal: true }

/** Minutes within which the solver's answer is the best there is: its own tolerance on the rules. */
const SAME_MINUTES = 1e-6

function beyondElimination(
  graph: Graph,
  demands: Demands,
  grants: Grants,
  problem: Problem,
  solving: Solving | undefined,
): Optimum {
  const near = nearOptimum(graph, demands, grants)
  const solved = solving && solvedProblem(problem, solving)
  if (!solved) return near
  // What rounding left open is covered, and what it left over is taken away.
  const covering = madeFeasible(graph, demands, grants, solved.gates)
  const gates = asLateAsCanBe(graph, demands, grants, problem, covering)
  const minutes = totalMinutes(gates)
  const lowerBound = Math.max(0, Math.min(Math.max(solved.bound, near.lowerBound), minutes))
  const optimal = solved.optimal && minutes - solved.bound <= SAME_MINUTES * (1 + minutes)
  if (!optimal && near.minutes <= minutes) return { ...near, lowerBound: Math.min(lowerBound, near.minutes) }
  return { gates, minutes, lowerBound: optimal ? minutes : lowerBound, method: 'mip', optimal }
}

/** First the fewest minutes; then, where those are certain, the fewest gates for them, as late as can be. */
export function solvedProblem(problem: Problem, { solver, limits }: Solving) {
  const cheapest = solver(programOf(problem, { kind: 'minutes' }), limits)
  if (!cheapest) return undefined
  const slack = SAME_MINUTES * (1 + cheapest.objective)
  const ties = { kind: 'ties', minutes: cheapest.objective + slack } as const
  const best = cheapest.optimal ? (solver(programOf(problem, ties), limits) ?? cheapest) : cheapest
  const gates = problem.factors.flatMap((factor, index) => gateOf(problem, factor, index, best.values))
  return { gates, bound: cheapest.bound, optimal: cheapest.optimal }
}

function gateOf(
  problem: Problem,
  factor: Factor,
  index: number,
  values: ReadonlyMap<string, number>,
): ChosenGate[] {
  if (factor.kind !== 'gate') return []
  const { station } = factor
  const authority = gateLevel(problem, index, values)
  if (authority <= station.grant) return []
  return [
    { place: station.place, authority, visits: station.visits, minutes: gateMinutes(station, authority) },
  ]
}

// The best of several placements by cuts, without what they do not need, and how much cheaper any other could be.
function nearOptimum(graph: Graph, demands: Demands, grants: Grants): Optimum {
  const [gates = []] = placementsByCuts(graph, demands, grants)
    .map((placement) => madeFeasible(graph, demands, grants, placement))
    .sort((a, b) => totalMinutes(a) - totalMinutes(b) || a.length - b.length)
  const minutes = totalMinutes(gates)
  const lowerBound = Math.min(leastMinutes(graph, demands, grants), minutes)
  return { gates, minutes, lowerBound, method: 'local-search', optimal: minutes === lowerBound }
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

function tablesOf(factor: Factor, problem: Problem, costs: Costs): Table[] {
  switch (factor.kind) {
    case 'at-most':
      return [atMost(factor.lower, factor.upper, problem.domains, costs)]
    case 'nothing':
      return [nothing(factor.variable, problem.domains, costs)]
    case 'approved':
      return approvedTables(factor, problem, costs)
    case 'gate':
      return [gateTable(factor, problem, costs)]
  }
}

// What it costs to have `after` guaranteed when `before` arrives.
function gateTable(factor: Factor & { kind: 'gate' }, { levels, domains }: Problem, costs: Costs): Table {
  const { station, before, after } = factor
  const [rows, columns] = [domains[after]!, before === undefined ? 1 : domains[before]!]
  const start = reserve(costs, rows * columns)
  for (let b = 0, at = start; b < columns; b++) {
    for (let a = 0; a < rows; a++, at++) putCost(costs, at, station, levels[b]!, levels[a]!)
  }
  return { scope: before === undefined ? [after] : [after, before], start }
}

function atMost(lower: number, upper: number, domains: readonly number[], costs: Costs): Table {
  const rows = domains[lower]!
  const start = reserve(costs, rows * domains[upper]!)
  for (let u = 0; u < domains[upper]!; u++) {
    for (let l = u + 1; l < rows; l++) costs.minutes[start + l + rows * u] = Infinity
  }
  return { scope: [lower, upper], start }
}

// Approve has to be guaranteed somewhere `here` when the choice is 0, and at each of `instead` when it is 1.
function approvedTables(
  { here, instead, choice }: Factor & { kind: 'approved' },
  { levels, domains }: Problem,
  costs: Costs,
): Table[] {
  const enough = levels.indexOf(APPROVE)
  const scope = [choice, ...here]
  const start = reserve(
    costs,
    scope.reduce((size, variable) => size * domains[variable]!, 1),
  )
  forEachBelow(here, enough, domains, (index) => (costs.minutes[start + 2 * index] = Infinity))
  const doors = instead.map((variable): Table => {
    const door = reserve(costs, 2 * domains[variable]!)
    for (let level = 0; level < Math.min(enough, domains[variable]!); level++)
      costs.minutes[door + 1 + 2 * level] = Infinity
    return { scope: [choice, variable], start: door }
  })
  if (instead.length > 0) return [{ scope, start }, ...doors]
  const never = reserve(costs, 2)
  costs.minutes[never + 1] = Infinity
  return [
    { scope, start },
    { scope: [choice], start: never },
  ]
}

// Every combination of values below `least`, by its place in a table over just these variables.
function forEachBelow(
  scope: readonly number[],
  least: number,
  domains: readonly number[],
  visit: (index: number) => void,
): void {
  const size = scope.reduce((product, variable) => product * domains[variable]!, 1)
  for (let index = 0; index < size; index++) {
    let rest = index
    const isBelow = scope.every((variable) => {
      const value = rest % domains[variable]!
      rest = Math.floor(rest / domains[variable]!)
      return value < least
    })
    if (isBelow) visit(index)
  }
}

function nothing(variable: number, domains: readonly number[], costs: Costs): Table {
  const start = reserve(costs, domains[variable]!)
  for (let level = 1; level < domains[variable]!; level++) costs.minutes[start + level] = Infinity
  return { scope: [variable], start }
}

// What is guaranteed may be less than what arrives: nobody has to make use of it.
function putCost(costs: Costs, at: number, station: Station, before: Authority, after: Authority): void {
  const isFree = after <= Math.max(before, station.grant)
  if (after < station.least || (!isFree && !station.candidate)) costs.minutes[at] = Infinity
  else if (!isFree) {
    costs.minutes[at] = gateMinutes(station, after)
    costs.tie[at] = ONE_GATE + station.distance[after]!
  }
}

// The placement problem as one integer program (PLACEMENT.md 3.3), in the LP format that solvers read. The variables
// are those of the elimination: `v3_2` says that the second level is guaranteed at place 3, `y7_2` that the gate of
// factor 7 is as strong as that level. Gates are whole; with them the guarantees are whole by themselves.
import type { Authority } from '../model/scales.ts'
import { APPROVE, gateMinutes } from './stations.ts'
import type { Factor, Problem } from './problem.ts'
import type { Station } from './stations.ts'

/** What is minimised: minutes; or, at no more than these minutes, first the number of gates and then their distance. */
export type Objective = { readonly kind: 'minutes' } | { readonly kind: 'ties'; readonly minutes: number }

interface Lines {
  readonly costs: string[]
  readonly rules: string[]
  readonly bounds: string[]
  readonly whole: string[]
  readonly minutes: string[]
}

/** The text of the program. Linear in the number of factors. */
export function programOf(problem: Problem, objective: Objective): string {
  const lines: Lines = { costs: [], rules: [], bounds: [], whole: [], minutes: [] }
  const far = farthest(problem)
  problem.domains.forEach((size, variable) => {
    for (let k = 1; k < size; k++) {
      lines.bounds.push(`${at(variable, k)} <= 1`)
      if (k > 1) lines.rules.push(`${at(variable, k)} - ${at(variable, k - 1)} <= 0`)
    }
  })
  problem.factors.forEach((factor, index) => addFactor(lines, problem, factor, index, objective, far))
  if (objective.kind === 'ties' && lines.minutes.length > 0)
    lines.rules.push(`${lines.minutes.join(' + ')} <= ${exact(objective.minutes)}`)
  return [
    'Minimize',
    ` cost: ${lines.costs.length > 0 ? lines.costs.join('\n + ') : '0 none'}`,
    'Subject To',
    ...lines.rules.map((rule, i) => ` r${i}: ${rule}`),
    'Bounds',
    ...lines.bounds.map((bound) => ` ${bound}`),
    ...(lines.whole.length > 0 ? ['Binary', ...lines.whole.map((name) => ` ${name}`)] : []),
    'End',
  ].join('\n')
}

/** The level of the gate that the solver put at the station of a factor; 0 where it put none. */
export function gateLevel(
  { levels }: Problem,
  index: number,
  values: ReadonlyMap<string, number>,
): Authority {
  for (let k = levels.length - 1; k > 0; k--) if ((values.get(gate(index, k)) ?? 0) > 0.5) return levels[k]!
  return 0
}

function addFactor(
  lines: Lines,
  { levels, domains }: Problem,
  factor: Factor,
  index: number,
  objective: Objective,
  far: number,
): void {
  if (factor.kind === 'nothing') {
    for (let k = 1; k < domains[factor.variable]!; k++) lines.rules.push(`${at(factor.variable, k)} <= 0`)
    return
  }
  if (factor.kind === 'at-most') {
    for (let k = 1; k < domains[factor.lower]!; k++)
      lines.rules.push(`${at(factor.lower, k)}${minus(factor.upper, k, domains)} <= 0`)
    return
  }
  if (factor.kind === 'approved') {
    addApproved(lines, factor, levels.indexOf(APPROVE), domains)
    return
  }
  const { before, after, station } = factor
  const size = domains[after]!
  if (station.candidate && size > 1) addGate(lines, levels, station, index, size, objective, far)
  for (let k = 1; k < size; k++) {
    if (station.least >= levels[k]!) lines.bounds.push(`${at(after, k)} >= 1`)
    if (station.grant >= levels[k]!) continue
    const arriving = before === undefined ? '' : minus(before, k, domains)
    lines.rules.push(`${at(after, k)}${arriving}${station.candidate ? gatesFrom(index, k, size) : ''} <= 0`)
  }
}

// Somewhere here, or, where the choice is 1, at each of the others instead.
function addApproved(
  lines: Lines,
  { here, instead, choice }: Factor & { kind: 'approved' },
  enough: number,
  domains: readonly number[],
): void {
  const isUseful = (variable: number): boolean => enough < domains[variable]!
  const sum = here.filter(isUseful).map((variable) => at(variable, enough))
  lines.whole.push(at(choice, 1))
  lines.rules.push(`${[...sum, at(choice, 1)].join(' + ')} >= 1`)
  if (instead.length === 0) lines.rules.push(`${at(choice, 1)} <= 0`)
  for (const variable of instead) lines.rules.push(`${at(choice, 1)}${minus(variable, enough, domains)} <= 0`)
}

function addGate(
  lines: Lines,
  levels: readonly Authority[],
  station: Station,
  index: number,
  size: number,
  objective: Objective,
  far: number,
): void {
  const names: string[] = []
  for (let k = 1; k < size; k++) {
    const name = gate(index, k)
    names.push(name)
    const minutes = `${exact(gateMinutes(station, levels[k]!))} ${name}`
    lines.minutes.push(minutes)
    const late = station.distance[levels[k]!]! / far
    lines.costs.push(objective.kind === 'minutes' ? minutes : `${exact(1 + late)} ${name}`)
  }
  lines.whole.push(...names)
  if (names.length > 1) lines.rules.push(`${names.join(' + ')} <= 1`)
}

// So much farther than all distances together that one gate fewer always outweighs them.
function farthest({ factors }: Problem): number {
  return factors.reduce((sum, factor) => {
    const distances = factor.kind === 'gate' ? factor.station.distance : []
    return sum + Math.max(0, ...distances.filter((distance) => Number.isFinite(distance)))
  }, 1)
}

function gatesFrom(index: number, from: number, size: number): string {
  let text = ''
  for (let k = from; k < size; k++) text += ` - ${gate(index, k)}`
  return text
}

// Where fewer levels are of use than asked about, none of them is guaranteed there.
function minus(variable: number, k: number, domains: readonly number[]): string {
  return k < domains[variable]! ? ` - ${at(variable, k)}` : ''
}

function at(variable: number, k: number): string {
  return `v${variable}_${k}`
}

function gate(index: number, k: number): string {
  return `y${index}_${k}`
}

// The format knows no number like 1e-7 without its own spelling of it; 15 digits are what a double holds.
function exact(value: number): string {
  return Number.isFinite(value) ? value.toPrecision(15) : '1e20'
}

// Exact minimisation of a sum of small cost tables by variable elimination (bucket elimination, Dechter 1999).
// Time and memory are the product of the values of the variables in the widest bucket; structured control flow keeps
// that to a handful of variables.
import { isCheaper } from './cost.ts'
import { eliminationOrder } from './elimination-order.ts'

/**
 * The costs of all tables, one behind the other: thousands of small arrays of their own would cost more than the sums.
 * Minutes are compared first; the tie decides between equal minutes.
 */
export interface Costs {
  minutes: Float64Array
  tie: Float64Array
  used: number
}

/** Cost of each combination of `scope`'s values, from `start` on; the first variable varies fastest. */
export interface Table {
  readonly scope: readonly number[]
  readonly start: number
}

/** Entries of the largest table for which there is an answer. */
const LARGEST_TABLE = 2_000_000

/**
 * The assignment of least (minutes, tie) over variables of which number v has `domains[v]` values: per variable the
 * number of its value. Undefined where a table would have more entries than LARGEST_TABLE.
 */
export function eliminate(
  domains: readonly number[],
  tables: readonly Table[],
  costs: Costs,
): Uint8Array | undefined {
  const order = eliminationOrder(domains, tables, LARGEST_TABLE)
  if (!order) return undefined
  const position = new Int32Array(domains.length)
  order.forEach((variable, i) => (position[variable] = i))
  const buckets: Table[][] = domains.map(() => [])
  const put = (table: Table): void => {
    let home = table.scope[0]!
    for (const v of table.scope) if (position[v]! < position[home]!) home = v
    buckets[home]!.push(table)
  }
  for (const table of tables) put(table)
  for (const variable of order) {
    const table = sumOut(variable, buckets[variable]!, domains, costs)
    if (table.scope.length > 0) put(table)
  }
  return decode(order, domains, buckets, costs)
}

/** Largest room that is kept for the next problem: a worker solves one after the other, each as large as the last. */
const KEPT = 1_000_000
let kept: Costs = { minutes: new Float64Array(16_384), tie: new Float64Array(16_384), used: 0 }

/** Room for the costs of tables, until it is asked for again: one problem at a time is solved. */
export function newCosts(): Costs {
  if (kept.minutes.length > KEPT)
    kept = { minutes: new Float64Array(16_384), tie: new Float64Array(16_384), used: 0 }
  kept.used = 0
  return kept
}

/** Room for `size` costs, all 0; answers where it starts. */
export function reserve(costs: Costs, size: number): number {
  const start = costs.used
  costs.used += size
  if (costs.used > costs.minutes.length) {
    const capacity = Math.max(costs.used, 2 * costs.minutes.length)
    costs.minutes = copied(costs.minutes, capacity)
    costs.tie = copied(costs.tie, capacity)
  }
  costs.minutes.fill(0, start, costs.used)
  costs.tie.fill(0, start, costs.used)
  return start
}

function copied(list: Float64Array, capacity: number): Float64Array {
  const copy = new Float64Array(capacity)
  copy.set(list)
  return copy
}

// Adds the tables of a bucket up over the eliminated variable and `scope`, and keeps the best over that variable.
function sumOut(variable: number, tables: readonly Table[], domains: readonly number[], costs: Costs): Table {
  const scope: number[] = []
  const choices = domains[variable]!
  let size = 1
  for (const table of tables) {
    for (const v of table.scope) {
      if (v === variable || scope.includes(v)) continue
      scope.push(v)
      size *= domains[v]!
    }
  }
  const start = reserve(costs, size)
  const sums = reserve(costs, size * choices)
  for (const table of tables) addInto(costs, sums, size * choices, { table, variable, scope, domains })
  const { minutes, tie } = costs
  for (let index = 0, at = sums; index < size; index++) {
    let best = at
    const end = at + choices
    for (at++; at < end; at++) {
      if (isCheaper(minutes[at]!, tie[at]!, minutes[best]!, tie[best]!)) best = at
    }
    minutes[start + index] = minutes[best]!
    tie[start + index] = tie[best]!
  }
  // The sums themselves are not needed again.
  costs.used = sums
  return { scope, start }
}

interface Addend {
  readonly table: Table
  readonly variable: number
  readonly scope: readonly number[]
  readonly domains: readonly number[]
}

// One pass over the sums, the eliminated variable varying fastest; `at` is where the table has the same combination.
function addInto(
  { minutes, tie }: Costs,
  sums: number,
  size: number,
  { table, variable, scope, domains }: Addend,
): void {
  const choices = domains[variable]!
  const step = strideOf(table.scope, variable, domains)
  const strides = scope.map((v) => strideOf(table.scope, v, domains))
  const digits = scope.map(() => 0)
  for (let index = sums, at = table.start; index < sums + size;) {
    for (let value = 0, from = at; value < choices; value++, from += step, index++) {
      minutes[index]! += minutes[from]!
      tie[index]! += tie[from]!
    }
    for (let d = 0; d < digits.length; d++) {
      at += strides[d]!
      if (++digits[d]! < domains[scope[d]!]!) break
      at -= strides[d]! * digits[d]!
      digits[d] = 0
    }
  }
}

function strideOf(scope: readonly number[], variable: number, domains: readonly number[]): number {
  let stride = 1
  for (const v of scope) {
    if (v === variable) return stride
    stride *= domains[v]!
  }
  return 0
}

// Backwards through the order every other variable of a bucket has its value, so that only one is left to choose.
function decode(
  order: readonly number[],
  domains: readonly number[],
  buckets: readonly (readonly Table[])[],
  costs: Costs,
): Uint8Array {
  const values = new Uint8Array(order.length)
  for (let i = order.length - 1; i >= 0; i--) {
    const variable = order[i]!
    let bestMinutes = Infinity
    let bestTie = Infinity
    let best = 0
    for (let value = 0; value < domains[variable]!; value++) {
      values[variable] = value
      let m = 0
      let t = 0
      for (const table of buckets[variable]!) {
        const at = indexIn(table, values, domains)
        m += costs.minutes[at]!
        t += costs.tie[at]!
      }
      if (!isCheaper(m, t, bestMinutes, bestTie)) continue
      bestMinutes = m
      bestTie = t
      best = value
    }
    values[variable] = best
  }
  return values
}

function indexIn({ scope, start }: Table, values: Uint8Array, domains: readonly number[]): number {
  let index = 0
  for (let d = scope.length - 1; d >= 0; d--) index = index * domains[scope[d]!]! + values[scope[d]!]!
  return start + index
}

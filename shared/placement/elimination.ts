// Exact minimisation of a sum of small cost tables by variable elimination (bucket elimination, Dechter 1999).
// Time and memory are (levels)^(width + 1); structured control flow has a width of a handful.
import { isCheaper } from './cost.ts'
import { eliminationOrder } from './elimination-order.ts'

/** Cost of each combination of `scope`'s values; the first variable varies fastest. */
export interface Table {
  readonly scope: readonly number[]
  readonly minutes: Float64Array
  /** Decides between equal minutes. */
  readonly tie: Float64Array
}

export interface Solution {
  /** Value index per variable. */
  readonly values: Uint8Array
  /** Minutes of the assignment when exact; else a lower bound on the minutes of every assignment. */
  readonly minutes: number
  /** False when some bucket had to be split: the values are then a good guess and may even be impossible. */
  readonly exact: boolean
  readonly width: number
}

/** Entries of the largest table for which the answer is still computed exactly. */
const LARGEST_TABLE = 2_000_000
/** Table size of the approximation: small enough to be quick on thousands of variables. */
const LARGEST_SPLIT = 4_096

/**
 * The assignment of least (minutes, tie) over `variables` variables with `domain` values each. Where the width is
 * too large for LARGEST_TABLE, buckets are split (mini-buckets, Dechter & Rish 2003): the sum is then a lower bound.
 */
export function eliminate(variables: number, domain: number, tables: readonly Table[]): Solution {
  const widest = Math.floor(Math.log(LARGEST_TABLE) / Math.log(domain)) - 1
  const { order, width } = eliminationOrder(variables, tables, widest)
  const exact = width <= widest
  const largest = exact ? LARGEST_TABLE : LARGEST_SPLIT
  const position = new Int32Array(variables)
  order.forEach((variable, i) => (position[variable] = i))
  const buckets: Table[][] = Array.from({ length: variables }, () => [])
  const put = (table: Table): void => {
    const home = table.scope.reduce((a, b) => (position[b]! < position[a]! ? b : a))
    buckets[home]!.push(table)
  }
  for (const table of tables) put(table)
  let minutes = 0
  for (const variable of order) {
    for (const part of split(variable, domain, buckets[variable]!, largest)) {
      const table = sumOut(variable, part.scope, domain, part.tables)
      if (table.scope.length > 0) put(table)
      else minutes += table.minutes[0]!
    }
  }
  return { values: decode(order, domain, buckets), minutes, exact, width }
}

interface Part {
  readonly scope: number[]
  readonly tables: Table[]
}

// Packs the tables of a bucket into parts whose joint table stays within `largest`, widest table first.
function split(variable: number, domain: number, bucket: readonly Table[], largest: number): Part[] {
  const parts: Part[] = []
  for (const table of [...bucket].sort((a, b) => b.scope.length - a.scope.length)) {
    const others = table.scope.filter((v) => v !== variable)
    const part = parts.find((p) => domain ** (new Set([...p.scope, ...others]).size + 1) <= largest)
    if (part) {
      part.scope.push(...others.filter((v) => !part.scope.includes(v)))
      part.tables.push(table)
    } else parts.push({ scope: others, tables: [table] })
  }
  return parts
}

// Combines the tables of a bucket and minimises over its variable.
function sumOut(variable: number, scope: readonly number[], domain: number, bucket: readonly Table[]): Table {
  const size = domain ** scope.length
  const minutes = new Float64Array(size)
  const tie = new Float64Array(size)
  // How far each table's index moves when a scope variable, or the eliminated one, goes up by one.
  const strides = bucket.map((table) => [...scope, variable].map((v) => strideOf(table.scope, v, domain)))
  const offset = new Int32Array(bucket.length)
  const digits = new Uint8Array(scope.length)
  for (let index = 0; index < size; index++) {
    let bestMinutes = Infinity
    let bestTie = Infinity
    for (let value = 0; value < domain; value++) {
      let m = 0
      let t = 0
      for (let i = 0; i < bucket.length; i++) {
        const at = offset[i]! + value * strides[i]![scope.length]!
        m += bucket[i]!.minutes[at]!
        t += bucket[i]!.tie[at]!
      }
      if (value > 0 && !isCheaper(m, t, bestMinutes, bestTie)) continue
      bestMinutes = m
      bestTie = t
    }
    minutes[index] = bestMinutes
    tie[index] = bestTie
    advance(digits, domain, offset, strides)
  }
  return { scope, minutes, tie }
}

// Counts `digits` up by one and moves every table's offset along.
function advance(
  digits: Uint8Array,
  domain: number,
  offset: Int32Array,
  strides: readonly (readonly number[])[],
): void {
  for (let d = 0; d < digits.length; d++) {
    const carry = digits[d]! + 1 === domain
    digits[d] = carry ? 0 : digits[d]! + 1
    for (let i = 0; i < offset.length; i++) offset[i]! += strides[i]![d]! * (carry ? 1 - domain : 1)
    if (!carry) return
  }
}

function strideOf(scope: readonly number[], variable: number, domain: number): number {
  const at = scope.indexOf(variable)
  return at < 0 ? 0 : domain ** at
}

// Backwards through the order every other variable of a bucket has its value, so that only one is left to choose.
function decode(
  order: readonly number[],
  domain: number,
  buckets: readonly (readonly Table[])[],
): Uint8Array {
  const values = new Uint8Array(order.length)
  for (let i = order.length - 1; i >= 0; i--) {
    const variable = order[i]!
    let bestMinutes = Infinity
    let bestTie = Infinity
    let best = 0
    for (let value = 0; value < domain; value++) {
      values[variable] = value
      let m = 0
      let t = 0
      for (const table of buckets[variable]!) {
        const at = indexIn(table, values, domain)
        m += table.minutes[at]!
        t += table.tie[at]!
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

function indexIn(table: Table, values: Uint8Array, domain: number): number {
  let index = 0
  for (let d = table.scope.length - 1; d >= 0; d--) index = index * domain + values[table.scope[d]!]!
  return index
}

// Several conditions side by side: every combination of values that makes a difference to any of them, and which of
// them hold there. Exact for conditions that can be compared: between two neighbouring limits nothing changes.
import { testOf } from './feel-tests.ts'
import type { Comparison, Literal, Test } from './feel-tests.ts'

/** One combination of values. `at` is the position on the scale of each name. */
interface Case {
  /** Indexes of the conditions that hold. */
  readonly met: readonly number[]
  readonly at: readonly number[]
}

export interface Cases {
  /** Conditions that cannot be compared, by index, and why. They are in no `met`. */
  readonly undecided: ReadonlyMap<number, string>
  readonly cases: readonly Case[]
  readonly scales: readonly Scale[]
}

/**
 * The positions that a name can be at. Numbers: even positions lie between two limits, odd ones on a limit. Texts: one
 * position for each that is named, and a last one for any other. Yes-or-no: no, yes.
 */
type Scale =
  | { readonly name: string; readonly kind: 'number'; readonly limits: readonly number[] }
  | { readonly name: string; readonly kind: 'text'; readonly texts: readonly string[] }
  | { readonly name: string; readonly kind: 'yes-no' }

/** More combinations than this are not listed: whoever wrote so many conditions cannot read the answer. */
const MOST_CASES = 2000

/** A placement is worked out from the same few conditions again and again. */
const KEPT = 500
const kept = new Map<string, Cases>()

/**
 * All cases of `conditions`, of those values only for which one of `within` holds (all values where it is empty, or where
 * something in it cannot be compared). Cost: cases × length of the conditions.
 */
export function casesOf(conditions: readonly string[], within: readonly string[] = []): Cases {
  const key = JSON.stringify([conditions, within])
  const before = kept.get(key)
  if (before) return before
  const cases = workedOut(conditions, within)
  if (kept.size >= KEPT) kept.clear()
  kept.set(key, cases)
  return cases
}

function workedOut(conditions: readonly string[], within: readonly string[]): Cases {
  const undecided = new Map<number, string>()
  const tests = conditions.map((text, i) => {
    const read = testOf(text)
    if (!read.ok) undecided.set(i, read.because)
    return read.ok ? read.test : undefined
  })
  const outer = within.map((text) => testOf(text)).map((read) => (read.ok ? read.test : undefined))
  const limits = outer.every((test) => test !== undefined) ? outer : []
  const scales = scalesOf([...tests, ...limits].filter((test) => test !== undefined))
  const size = scales.reduce((product, scale) => product * positions(scale), 1)
  if (scales.some(({ name }) => scales.some((other) => other.name.startsWith(`${name}.`))))
    return nothing(conditions, 'a name is held against values, and asked for what is in it')
  if (scales.some(({ name }, i) => scales.findIndex((other) => other.name === name) !== i))
    return nothing(conditions, 'a name is held against values of different kinds')
  if (size > MOST_CASES) return nothing(conditions, 'there are too many limits to look at every combination')
  const cases = combinations(scales).flatMap((at): Case[] => {
    const holdsAt = (test: Test): boolean => holds(test, scales, at)
    if (limits.length > 0 && !limits.some(holdsAt)) return []
    return [{ met: tests.flatMap((test, i) => (test && holdsAt(test) ? [i] : [])), at }]
  })
  return { undecided, cases, scales }
}

/** The cases that `is` picks, in words, as far as one sentence can say it: “amount between 100 and 250”. Empty where there is none. */
export function inWords({ cases, scales }: Cases, is: (met: readonly number[]) => boolean): string {
  const picked = cases.filter(({ met }) => is(met))
  const [first] = picked
  if (!first) return ''
  if (scales.length === 0) return 'always'
  const keys = new Set(picked.map(({ at }) => at.join()))
  const box = first.at.map((position): [number, number] => [position, position])
  scales.forEach((scale, i) => {
    const fits = (position: number): boolean =>
      combinationsOf(box.map((range, j) => (j === i ? [position, position] : range))).every((at) =>
        keys.has(at.join()),
      )
    while (box[i]![1] + 1 < positions(scale) && fits(box[i]![1] + 1)) box[i]![1]++
    while (box[i]![0] > 0 && fits(box[i]![0] - 1)) box[i]![0]--
  })
  const said = scales.flatMap((scale, i) => rangeInWords(scale, ...box[i]!))
  return said.length === 0 ? 'always' : said.join(' and ')
}

function nothing(conditions: readonly string[], because: string): Cases {
  return { undecided: new Map(conditions.map((_, i) => [i, because])), cases: [], scales: [] }
}

function scalesOf(tests: readonly Test[]): readonly Scale[] {
  const found = new Map<string, Map<string, Set<Literal>>>()
  const collect = (test: Test): void => {
    if (test.kind === 'all' || test.kind === 'any') test.parts.forEach(collect)
    if (test.kind === 'not') collect(test.part)
    if (test.kind !== 'compare') return
    const kinds = found.get(test.name) ?? new Map<string, Set<Literal>>()
    found.set(test.name, kinds)
    const values = kinds.get(typeof test.value) ?? new Set()
    kinds.set(typeof test.value, values.add(test.value))
  }
  tests.forEach(collect)
  return [...found].flatMap(([name, kinds]) =>
    [...kinds].map(([kind, values]) => scaleOf(name, kind, [...values])),
  )
}

function scaleOf(name: string, kind: string, values: readonly Literal[]): Scale {
  if (kind === 'boolean') return { name, kind: 'yes-no' }
  if (kind === 'string') return { name, kind: 'text', texts: (values as string[]).toSorted() }
  return { name, kind: 'number', limits: (values as number[]).toSorted((a, b) => a - b) }
}

function positions(scale: Scale): number {
  if (scale.kind === 'yes-no') return 2
  return scale.kind === 'text' ? scale.texts.length + 1 : scale.limits.length * 2 + 1
}

function combinations(scales: readonly Scale[]): readonly (readonly number[])[] {
  return combinationsOf(scales.map((scale) => [0, positions(scale) - 1]))
}

function combinationsOf(ranges: readonly (readonly [number, number])[]): readonly (readonly number[])[] {
  return ranges.reduce<readonly (readonly number[])[]>(
    (sofar, [low, high]) =>
      sofar.flatMap((at) => Array.from({ length: high - low + 1 }, (_, i) => [...at, low + i])),
    [[]],
  )
}

function holds(test: Test, scales: readonly Scale[], at: readonly number[]): boolean {
  switch (test.kind) {
    case 'all':
      return test.parts.every((part) => holds(part, scales, at))
    case 'any':
      return test.parts.some((part) => holds(part, scales, at))
    case 'not':
      return !holds(test.part, scales, at)
    case 'constant':
      return test.holds
    case 'compare': {
      const i = scales.findIndex(({ name }) => name === test.name)
      return compares(at[i]! - positionOf(scales[i]!, test.value), test.by)
    }
  }
}

function positionOf(scale: Scale, value: Literal): number {
  if (scale.kind === 'yes-no') return value === true ? 1 : 0
  return scale.kind === 'text'
    ? scale.texts.indexOf(value as string)
    : scale.limits.indexOf(value as number) * 2 + 1
}

function compares(difference: number, by: Comparison): boolean {
  switch (by) {
    case '<':
      return difference < 0
    case '<=':
      return difference <= 0
    case '=':
      return difference === 0
    case '!=':
      return difference !== 0
    case '>':
      return difference > 0
    case '>=':
      return difference >= 0
  }
}

function rangeInWords(scale: Scale, low: number, high: number): readonly string[] {
  if (low === 0 && high === positions(scale) - 1) return []
  if (scale.kind === 'yes-no') return [`${scale.name} is ${low === 1 ? 'true' : 'false'}`]
  if (scale.kind === 'text') return [textsInWords(scale.name, scale.texts, low, high)]
  return [numbersInWords(scale.name, scale.limits, low, high)]
}

function textsInWords(name: string, texts: readonly string[], low: number, high: number): string {
  const quote = (list: readonly string[]): string => list.map((text) => `“${text}”`).join(' or ')
  if (high < texts.length) return `${name} is ${quote(texts.slice(low, high + 1))}`
  return `${name} is neither ${quote(texts.slice(0, low)).replaceAll(' or ', ' nor ')}`.replace(
    /^(.*) is neither (“[^”]*”)$/s,
    '$1 is not $2',
  )
}

// An odd end lies on a limit and takes it in; an even end lies beyond the limit next to it and leaves it out.
function numbersInWords(name: string, limits: readonly number[], low: number, high: number): string {
  const last = limits.length * 2
  const [from, to] = [
    limits[low % 2 === 1 ? (low - 1) / 2 : low / 2 - 1],
    limits[high % 2 === 1 ? (high - 1) / 2 : high / 2],
  ]
  if (low === high && low % 2 === 1) return `${name} = ${from}`
  if (low === 0) return `${name} ${high % 2 === 1 ? 'up to' : 'below'} ${to}`
  if (high === last) return `${name} ${low % 2 === 1 ? 'from' : 'above'} ${from}${low % 2 === 1 ? ' up' : ''}`
  if (low % 2 === 0 && high % 2 === 0) return `${name} between ${from} and ${to}`
  return `${name} ${low % 2 === 1 ? 'from' : 'above'} ${from} ${high % 2 === 1 ? 'up to' : 'to below'} ${to}`
}

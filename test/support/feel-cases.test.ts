// Conditions side by side: exact against the interpreter on random values, gaps in words, and what is not compared.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { casesOf, inWords } from '../../shared/support/feel-cases.ts'
import { evaluateFeel } from '../../shared/support/feel.ts'
import type { FeelValue } from '../../shared/support/feel.ts'

const gap = (met: readonly number[]): boolean => met.length === 0
const overlap = (met: readonly number[]): boolean => met.length > 1

it.each<[readonly string[], string, string]>([
  [['amount <= 100', 'amount >= 250'], 'amount between 100 and 250', ''],
  [['amount < 100', 'amount > 100'], 'amount = 100', ''],
  [['amount < 100', 'amount >= 100'], '', ''],
  [['amount in [0..100]', 'amount > 100'], 'amount below 0', ''],
  [['amount <= 100', 'amount >= 100'], '', 'amount = 100'],
  [['amount < 300', 'amount > 100'], '', 'amount between 100 and 300'],
  [['amount <= 10', 'amount > 20 and vip', 'amount > 20 and not(vip)'], 'amount above 10 up to 20', ''],
  [['vip', 'amount > 100'], 'vip is false and amount up to 100', 'vip is true and amount above 100'],
  [['region = "EU"', 'region in ("US", "UK")'], 'region is neither “EU” nor “UK” nor “US”', ''],
  [['region = "EU"'], 'region is not “EU”', ''],
  [['region != "EU"'], 'region is “EU”', ''],
  [['100 < amount', 'amount between 0 and 50'], 'amount below 0', ''],
  [['true'], '', ''],
  [['false'], 'always', ''],
  [['a.b > 1 or a.b <= 1'], '', ''],
])('says of %j where none holds and where several do', (conditions, none, several) => {
  const cases = casesOf(conditions)
  expect([inWords(cases, gap), inWords(cases, overlap), cases.undecided.size]).toEqual([none, several, 0])
})

it('looks only at values that come there', () => {
  const cases = casesOf(['amount <= 500', 'amount > 500'], ['amount > 100'])
  expect(inWords(cases, gap)).toBe('')
  expect(inWords(casesOf(['amount in (100..500]', 'amount > 500'], ['amount > 100']), gap)).toBe('')
  expect(inWords(casesOf(['amount in (100..500]', 'amount > 500'], ['amount > 50']), gap)).toBe(
    'amount above 50 up to 100',
  )
})

it.each([
  ['amount * 2 > 100'],
  ['amount > limit'],
  ['date(day) > date("2026-01-01")'],
  ['contains(name, "x")'],
  ['amount = null'],
  ['amount > '],
  ['region < "EU"'],
])('does not compare %s, and says so', (condition) => {
  const { undecided, cases } = casesOf([condition, 'amount > 100'])
  expect([...undecided.keys()]).toEqual([0])
  expect(cases.map(({ met }) => met)).toEqual([[], [], [1]])
})

it('gives up on what nobody could read, and on names of two kinds', () => {
  const many = Array.from({ length: 12 }, (_, i) => `a${i} > ${i}`)
  expect(casesOf(many).undecided.size).toBe(12)
  expect(casesOf(['a > 1', 'a = "x"']).undecided.size).toBe(2)
})

const number = fc.integer({ min: -3, max: 3 })
const atom = fc.oneof(
  fc
    .tuple(fc.constantFrom('x', 'y'), fc.constantFrom('<', '<=', '=', '!=', '>', '>='), number)
    .map((t) => t.join(' ')),
  fc.tuple(number, fc.constantFrom('<', '>='), fc.constantFrom('x', 'y')).map((t) => t.join(' ')),
  fc
    .tuple(fc.constantFrom('[', '('), number, number, fc.constantFrom(']', ')'))
    .map(([open, a, b, close]) => `x in ${open}${Math.min(a, b)}..${Math.max(a, b)}${close}`),
  fc.tuple(number, number).map(([a, b]) => `y between ${Math.min(a, b)} and ${Math.max(a, b)}`),
  fc.tuple(number, number).map(([a, b]) => `x in (< ${a}, ${b})`),
  fc.constantFrom('vip', 'vip = false', 'tier = "a"', 'tier != "b"', 'tier in ("a", "c")', 'tier in ["b"]'),
)
const { condition } = fc.letrec<{ condition: string }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    atom,
    fc
      .tuple(tie('condition'), fc.constantFrom('and', 'or'), tie('condition'))
      .map(([a, op, b]) => `(${a}) ${op} (${b})`),
    tie('condition').map((a) => `not(${a})`),
  ),
}))
const values = fc.record({
  x: fc.integer({ min: -8, max: 8 }).map((n) => n / 2),
  y: fc.integer({ min: -8, max: 8 }).map((n) => n / 2),
  vip: fc.boolean(),
  tier: fc.constantFrom('a', 'b', 'c', 'd'),
})

it('agrees with the interpreter: what holds for some values holds in some case, and the other way round', () => {
  fc.assert(
    fc.property(
      fc.array(condition, { minLength: 1, maxLength: 3 }),
      fc.array(values, { minLength: 8, maxLength: 8 }),
      (conditions, samples) => {
        const { cases, undecided } = casesOf(conditions)
        expect(undecided.size).toBe(0)
        const listed = new Set(cases.map(({ met }) => met.join()))
        const seen = samples.map((sample) => metBy(conditions, sample))
        expect(seen.filter((met) => !listed.has(met))).toEqual([])
      },
    ),
    { numRuns: 500 },
  )
})

it('lists no case that no values make: every one is found again on a grid of all values', () => {
  const grid = Array.from({ length: 17 }, (_, i) => (i - 8) / 2).flatMap((x) =>
    [true, false].flatMap((vip) => ['a', 'b', 'c', 'd'].map((tier) => ({ x, y: 0.5, vip, tier }))),
  )
  fc.assert(
    fc.property(
      fc.array(
        condition.filter((text) => !text.includes('y')),
        { minLength: 1, maxLength: 2 },
      ),
      (conditions) => {
        const { cases } = casesOf(conditions)
        const found = new Set(grid.map((sample) => metBy(conditions, sample)))
        expect(cases.map(({ met }) => met.join()).filter((met) => !found.has(met))).toEqual([])
      },
    ),
    { numRuns: 50 },
  )
})

function metBy(conditions: readonly string[], sample: Readonly<Record<string, FeelValue>>): string {
  return conditions
    .flatMap((text, i) => {
      const answer = evaluateFeel(text, sample)
      if (!answer.ok) throw new Error(`${text}: ${answer.faults[0]!.message}`)
      return answer.value.value === true ? [i] : []
    })
    .join()
}

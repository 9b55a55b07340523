// Conditions: what is read, what is answered, where faults sit, and that nothing typed can throw, hang or see the clock.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { evaluateFeel, parseFeel } from '../../shared/support/feel.ts'
import type { FeelValue } from '../../shared/support/feel.ts'

const VALUES = { amount: 150, vip: true, status: 'open', step: { level: 3, tags: ['a', 'b'] }, xs: [1, 2, 3] }

it.each<[string, FeelValue]>([
  ['amount > 100', true],
  ['amount in [100..150)', false],
  ['not(vip) or status = "open"', true],
  ['step.level >= 3 and list contains(step.tags, "b")', true],
  ['some x in xs satisfies x > 2', true],
  ['count(xs[item > 1])', 2],
  ['date("2026-01-02")', '2026-01-02'],
  ['if vip then "a" else "b"', 'a'],
])('answers %s', (text, value) => {
  expect(evaluateFeel(text, VALUES)).toEqual({ ok: true, value: { value, missing: [] } })
})

it('says which names it had no value for', () => {
  expect(evaluateFeel('age > 3 and step.size = null', VALUES)).toEqual({
    ok: true,
    value: { value: null, missing: ['age', 'size'] },
  })
})

it.each([
  ['amount >', 8, 8],
  ['amount > 100)', 12, 13],
  ['', 0, 0],
  ['amount ! 3', 7, 8],
  ['a and and b', 6, 6],
  ['x > 1e3', 4, 7],
  ['x not in (1, 2)', 0, 5],
  [`${'('.repeat(70)}1${')'.repeat(70)}`, 60, 61],
  [`x = "${'y'.repeat(3000)}"`, 2000, 3006],
])('shows where the fault is in %s', (text, from, to) => {
  expect(parseFeel(text)).toMatchObject({ ok: false, faults: [{ from, to }] })
})

it.each([
  ['amount > fee and not(vip)', ['amount', 'fee', 'vip']],
  ['step.level > 2 or step.tags[item = "a"] = x', ['step.level', 'step.tags', 'x']],
  ['some x in xs satisfies x > limit', ['limit', 'xs']],
  ['order total > 100', ['order total']],
  ['contains(status, "a")', ['status']],
])('knows the variables of %s', (text, variables) => {
  const read = parseFeel(text)
  expect(read.ok && read.value.variables).toEqual(variables)
})

it.each([
  'now() > x',
  'today() = date("2026-01-01")',
  'matches(status, "(a+)+$")',
  'replace(status, "(a+)+$", "")',
  'split(status, "(a+)+$")',
  '(matches)(status, "(a+)+$")',
  'sort(xs, function(a, b) a < b)',
  'for i in 1..1000000000 return i',
  'some x in [1..1000000000] satisfies x > 3',
  'some a in xs, b in xs, c in xs satisfies a = b',
  'xs[count(xs[count(xs[item > 1]) > 1]) > 1]',
  '{a: 1}.a',
  '[function(x) x][1](3)',
])('does not answer %s', (text) => {
  expect(parseFeel(text).ok).toBe(true)
  expect(evaluateFeel(text, VALUES).ok).toBe(false)
})

it('never throws, whatever is typed', () => {
  const words = [
    'amount',
    '(',
    ')',
    '[',
    ']',
    '..',
    '"',
    'and',
    'or',
    'not',
    'in',
    '>',
    '=',
    '-',
    '1',
    '.5',
    ',',
    '{',
    'for',
    '?',
    '@',
  ]
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(fc.constantFrom(...words), { maxLength: 30 }).map((list) => list.join(' ')),
  )
  const places = (text: string): readonly { from: number; to: number }[] => {
    const read = parseFeel(text)
    const answer = evaluateFeel(text, VALUES)
    return [read, answer].flatMap((result) => (result.ok ? [] : result.faults))
  }
  fc.assert(
    fc.property(typed, (text) => {
      expect(places(text).filter(({ from, to }) => from < 0 || to < from || to > text.length)).toEqual([])
    }),
    { numRuns: 3000 },
  )
})

it('is built on packages that make no code out of texts, for the security policy of the app forbids it', () => {
  for (const file of [
    'feelin/dist/index.js',
    'lezer-feel/dist/index.js',
    '@lezer/lr/dist/index.js',
    '@lezer/common/dist/index.js',
  ]) {
    expect(readFileSync(`node_modules/${file}`, 'utf8')).not.toMatch(/\beval\(|\bnew Function\b/)
  }
})

// The reviewer against the figures that its numbers were fitted to, and its shape against what it must never do.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { REVIEWER_KEYS, REVIEWER_PARAMETERS, ReviewerSchema } from '../../shared/model/reviewer.ts'
import {
  attendance,
  hit,
  normal,
  reviewerOf,
  reviewOutcome,
  twoPerson,
} from '../../shared/simulate/reviewer.ts'

const USUAL = reviewerOf(undefined)
const seen = (prevalence: number, more: Partial<typeof USUAL> = {}): number =>
  hit({ ...USUAL, trust: 0, ...more }, { strength: 'approve', prevalence, minutes: 0 })

describe('rarity of errors', () => {
  test.each([
    [0.5, 0.07],
    [0.1, 0.16],
    [0.01, 0.3],
  ])('misses at %d of errors are those measured, %d, within one of a hundred', (prevalence, misses) => {
    expect(Math.abs(1 - seen(prevalence) - misses)).toBeLessThan(0.01)
  })

  test.each([
    [0.05, 0.81],
    [0.02, 0.75],
    [0.01, 0.7],
    [0.001, 0.52],
  ])('at %d of errors %d are seen, within 1.3 of a hundred', (prevalence, hits) => {
    expect(Math.abs(seen(prevalence) - hits)).toBeLessThan(0.013)
  })

  test('left out, it makes no difference how rare they are', () => {
    expect(seen(0.001, { rarity: 0 })).toBe(seen(0.4, { rarity: 0 }))
  })
})

describe('prompts of one run', () => {
  test.each([
    [0.7, 5, 0.49],
    [0.7, 10, 0.139],
    [0.7, 20, 0.005],
    [0.9, 5, 0.724],
    [0.9, 10, 0.608],
    [0.9, 20, 0.351],
  ])('odds of 0.8 falling by ×%d: the %dth prompt is read with %d', (perPrompt, nth, expected) => {
    const attended = attendance({ ...USUAL, attention: 0.8, perPrompt }, { earlier: nth - 1, repeats: 0 })
    expect(attended).toBeCloseTo(expected, 3)
  })

  test('a repeat in twenty lowers the odds by what is set', () => {
    const odds = (p: number): number => p / (1 - p)
    const before = odds(attendance(USUAL, { earlier: 2, repeats: 0 }))
    expect(odds(attendance(USUAL, { earlier: 2, repeats: 0.05 })) / before).toBeCloseTo(USUAL.perRepeat, 12)
  })

  test('the sixth prompt of a run, at five wrong cases of a hundred, catches about half', () => {
    const { catches } = reviewOutcome(USUAL, {
      strength: 'approve',
      earlier: 5,
      repeats: 0,
      prevalence: 0.05,
      minutes: 0,
    })
    expect(catches).toBeGreaterThan(0.47)
    expect(catches).toBeLessThan(0.5)
  })
})

describe('two people', () => {
  test.each([
    [0, 0.91],
    [0.5, 0.805],
    [1, 0.7],
  ])('of 0.7 each, leaning on each other by %d, catch %d', (dependence, expected) => {
    expect(twoPerson(0.7, dependence)).toBeCloseTo(expected, 12)
  })
})

test('the normal distribution is that of the tables', () => {
  expect(normal(0)).toBeCloseTo(0.5, 7)
  expect(normal(1)).toBeCloseTo(0.8413447461, 6)
  expect(normal(1.959963985)).toBeCloseTo(0.975, 6)
  expect(normal(-3)).toBeCloseTo(0.001349898, 6)
})

describe('parameters', () => {
  test.each(REVIEWER_KEYS)('%s: the value is inside its range, the range inside what may be typed', (key) => {
    const { least, low, value, high, most, evidence, says } = REVIEWER_PARAMETERS[key]
    expect(least).toBeLessThanOrEqual(low)
    expect(low).toBeLessThanOrEqual(value)
    expect(value).toBeLessThanOrEqual(high)
    expect(high).toBeLessThanOrEqual(most)
    expect(evidence).toMatch(/\.$/)
    expect(says).not.toBe('')
  })

  test('a document sets some, and the others stay', () => {
    expect(reviewerOf({ attention: 0.5 })).toEqual({ ...USUAL, attention: 0.5 })
  })

  test('a number that means nothing is refused, an unknown one is kept', () => {
    expect(ReviewerSchema.safeParse({ attention: 1.5 }).success).toBe(false)
    expect(ReviewerSchema.parse({ later: 'x' })).toEqual({ later: 'x' })
  })
})

test('shares stay shares; more prompts, more minutes and rarer errors never help', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(
      fc.record({
        strength: fc.constantFrom('notify', 'confirm', 'approve', 'two-person'),
        earlier: fc.double({ min: 0, max: 50, noNaN: true }),
        repeats: share,
        prevalence: share,
        minutes: fc.double({ min: 0, max: 200, noNaN: true }),
      }),
      (review) => {
        const { attended, catches, refuses } = reviewOutcome(USUAL, review)
        for (const each of [attended, catches, refuses]) {
          expect(each).toBeGreaterThanOrEqual(0)
          expect(each).toBeLessThanOrEqual(1)
        }
        const worse = [
          { ...review, earlier: review.earlier + 1 },
          { ...review, minutes: review.minutes + 10 },
          { ...review, prevalence: review.prevalence / 2 },
        ]
        for (const each of worse)
          expect(reviewOutcome(USUAL, each).catches).toBeLessThanOrEqual(catches + 1e-7)
      },
    ),
  )
})

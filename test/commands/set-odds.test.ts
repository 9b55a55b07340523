// Setting the odds of one way: the others share the rest in proportion, and the sum stays 1.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changes, faultsOf, refunds } from './edit.ts'
import { sharedOdds } from '../../shared/commands/set-odds.ts'
import { SEED } from '../support/seed.ts'
import { applyCommand } from '../../shared/commands/apply.ts'
import type { Workflow } from '../../shared/model/workflow.ts'

test('the other way takes the rest', () => {
  expect(changes({ type: 'setOdds', id: 't3', probability: 0.6 })).toEqual({
    lists: {
      transitions: {
        put: [
          { id: 't3', from: 'desk', to: 'pay', kind: 'normal', probability: 0.6 },
          { id: 't4', from: 'desk', to: 'stopped', kind: 'reject', probability: 0.4 },
        ],
      },
    },
  })
})

test.each<
  [string, readonly (number | undefined)[], number, readonly string[], readonly (number | undefined)[]]
>([
  ['proportions stay', [0.2, 0.6, 0.2], 0.5, [], [0.5, 0.375, 0.125]],
  ['what is kept stays', [0.2, 0.6, 0.2], 0.3, ['w1'], [0.3, 0.6, 0.1]],
  ['ways without odds take what is left', [undefined, 0.3, undefined], 0.5, [], [0.5, 0.3, undefined]],
  ['stated odds give way where nothing is left', [undefined, 0.6, undefined], 0.8, [], [0.8, 0.2, undefined]],
  ['where all others were 0 they share equally', [1, 0, 0], 0.5, [], [0.5, 0.25, 0.25]],
  ['thirds add up', [0.1, 0.3, 0.3, 0.3], 0, [], [0, 0.3334, 0.3333, 0.3333]],
  ['a sum that was wrong is mended', [0.5, 0.9, 0.9], 0.4, [], [0.4, 0.3, 0.3]],
])('%s', (_, before, probability, kept, after) => {
  const result = applyCommand(fork(before), { type: 'setOdds', id: 'w0', probability, kept })
  expect(result.ok && result.value.transitions.map((way) => way.probability)).toEqual(after)
})

test('after a split, and of an only way, nothing else changes', () => {
  expect(sharedOdds(fork([1, 1], 'split'), { id: 'w0', probability: 0 })).toEqual({
    ok: true,
    value: new Map([['w0', 0]]),
  })
  expect(sharedOdds(fork([1]), { id: 'w0', probability: 0.5 })).toEqual({
    ok: true,
    value: new Map([['w0', 0.5]]),
  })
})

test.each<[string, object, string, string]>([
  ['an unknown way', { id: 'x', probability: 1 }, 'id', 'no transition has the id "x"'],
  ['more than 1', { id: 't3', probability: 1.5 }, 'probability', 'a probability is at most 1'],
  [
    'more than what is kept leaves',
    { id: 't3', probability: 0.95, kept: ['t4'] },
    'probability',
    'the ways that are kept leave at most 90 %',
  ],
  [
    'less than 1 where all others are kept',
    { id: 't3', probability: 0.5, kept: ['t4'] },
    'probability',
    'every other way is kept, so nothing takes the rest',
  ],
])('%s is refused', (_, args, path, message) => {
  expect(faultsOf({ type: 'setOdds', ...args }, refunds)).toEqual([{ path, message }])
})

test(`whatever they were, the odds add up to 1 and what is kept stays (seed ${SEED})`, () => {
  const odds = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000)
  fc.assert(
    fc.property(
      fc.array(odds, { minLength: 2, maxLength: 7 }),
      odds,
      fc.boolean(),
      (before, wanted, keep) => {
        const kept = keep && before.length > 2 ? ['w1'] : []
        const result = sharedOdds(fork(before), { id: 'w0', probability: wanted, kept })
        const fits = kept.length === 0 || wanted + before[1]! <= 1 + 1e-9
        const given = result.ok ? result.value : new Map<string, number>()
        const after = before.map((was, i) => given.get(`w${i}`) ?? was)
        const sum = after.reduce((total, each) => total + each, 0)
        expect(result.ok).toBe(fits)
        expect(!fits || (Math.abs(sum - 1) < 1e-9 && after[0] === wanted)).toBe(true)
        expect(kept.length === 0 || after[1] === before[1]).toBe(true)
      },
    ),
    { seed: SEED, numRuns: 500 },
  )
})

function fork(odds: readonly (number | undefined)[], kind: 'decision' | 'split' = 'decision'): Workflow {
  const ends = odds.map((_, i) => ({ id: `e${i}`, kind: 'end' as const, name: '', outcome: 'ok' as const }))
  return {
    ...refunds,
    parties: [],
    handoffs: [],
    scenarios: [],
    dispositions: [],
    layout: { steps: {}, notes: [] },
    steps: [{ id: 'a', kind, name: 'A' }, ...ends],
    transitions: odds.map((probability, i) => ({
      id: `w${i}`,
      from: 'a',
      to: `e${i}`,
      kind: 'normal' as const,
      ...(probability !== undefined && { probability }),
    })),
  }
}

// Changing what the document says about itself.
import { expect, test } from 'vitest'
import { after, changes, faultsOf } from './edit.ts'

test('name, description, profile', () => {
  expect(
    changes({
      type: 'setDocument',
      name: 'Big refunds',
      description: 'x',
      profile: { extends: 'strict', threshold: 3 },
    }),
  ).toEqual({
    fields: {
      put: [
        ['description', 'x'],
        ['name', 'Big refunds'],
        ['profile', { extends: 'strict', threshold: 3 }],
      ],
    },
  })
})

test('what is no text is refused, and so is what the document does not say about itself', () => {
  expect(faultsOf({ type: 'setDocument', name: 7 })).toEqual([
    { path: 'name', message: 'expected text, got 7' },
  ])
  expect(faultsOf({ type: 'setDocument', version: 2 })).toEqual([
    { path: '', message: 'has "version", which is not known here' },
  ])
})

test('how joins are read, and back to the usual way', () => {
  const causal = { type: 'setDocument', semantics: { join: 'causal' } } as const
  expect(changes(causal)).toEqual({ fields: { put: [['semantics', { join: 'causal' }]] } })
  expect(after({ type: 'setDocument', semantics: null }, after(causal))).not.toHaveProperty('semantics')
  expect(faultsOf({ type: 'setDocument', semantics: { join: 'max' } })).toEqual([
    { path: 'semantics.join', message: expect.any(String) },
  ])
})

test('runs a day, and what is assumed about reviewers one number at a time', () => {
  const often = after({ type: 'setDocument', runsPerDay: 40 })
  expect(often.runsPerDay).toBe(40)
  expect(after({ type: 'setDocument', runsPerDay: null }, often)).not.toHaveProperty('runsPerDay')
  expect(faultsOf({ type: 'setDocument', runsPerDay: -1 })).toEqual([
    { path: 'runsPerDay', message: 'at least 0 runs a day' },
  ])
  const first = after({ type: 'setDocument', profile: { reviewer: { attention: 0.5 } } })
  const second = after({ type: 'setDocument', profile: { reviewer: { trust: 0.3 } } }, first)
  expect(second.profile.reviewer).toEqual({ attention: 0.5, trust: 0.3 })
  const third = after({ type: 'setDocument', profile: { reviewer: { trust: null } } }, second)
  expect(third.profile.reviewer).toEqual({ attention: 0.5 })
  expect(faultsOf({ type: 'setDocument', profile: { reviewer: { attention: 2 } } })).toEqual([
    { path: 'profile.reviewer.attention', message: 'at most 1' },
  ])
})

test('the day it is judged on, and no day again', () => {
  const day = { type: 'setDocument', asOf: '2027-01-31' } as const
  expect(changes(day)).toEqual({ fields: { put: [['asOf', '2027-01-31']] } })
  expect(after({ type: 'setDocument', asOf: null }, after(day))).not.toHaveProperty('asOf')
  expect(after({ type: 'setDocument', name: 'x' }, after(day)).asOf).toBe('2027-01-31')
  expect(faultsOf({ type: 'setDocument', asOf: 7 })).toEqual([
    { path: 'asOf', message: 'expected text, got 7' },
  ])
})

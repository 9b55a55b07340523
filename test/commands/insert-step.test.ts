// Putting a step into a transition.
import { expect, test } from 'vitest'
import { after, changes, faultsOf } from './edit.ts'

test('the first half keeps id, odds and handoffs; the step lies half way', () => {
  expect(changes({ type: 'insertStep', on: 't2', step: { kind: 'check', name: 'Within policy?' } })).toEqual({
    lists: {
      steps: { put: [{ id: 'within_policy', kind: 'check', name: 'Within policy?' }] },
      transitions: {
        put: [
          {
            id: 't2',
            from: 'draft',
            to: 'within_policy',
            kind: 'normal',
            probability: 0.25,
            condition: 'amount > 100',
          },
          { id: 'within_policy_desk', from: 'within_policy', to: 'desk', kind: 'normal' },
        ],
      },
    },
    positions: { put: [['within_policy', [432, 0]]] },
  })
})

test('between steps that have no place it has none, unless one is given', () => {
  const layout = after({ type: 'insertStep', on: 't4', step: { id: 'a', kind: 'step', name: '' } }).layout
    .steps
  expect(Object.hasOwn(layout, 'a')).toBe(false)
  expect(
    after({ type: 'insertStep', on: 't4', step: { id: 'a', kind: 'step', name: '' }, at: [1, 2] }).layout
      .steps['a'],
  ).toEqual([1, 2])
})

test('unknown transition, taken id', () => {
  expect(faultsOf({ type: 'insertStep', on: 'x', step: { kind: 'step', name: '' } })).toEqual([
    { path: 'on', message: 'no transition has the id "x"' },
  ])
  expect(faultsOf({ type: 'insertStep', on: 't1', step: { id: 'pay', kind: 'step', name: '' } })).toEqual([
    { path: 'step.id', message: 'the id "pay" is taken' },
  ])
})

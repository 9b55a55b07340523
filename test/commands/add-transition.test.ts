// Connecting steps.
import { expect, test } from 'vitest'
import { changes, faultsOf } from './edit.ts'

test('it is normal unless said otherwise, and its id is made of its ends', () => {
  expect(changes({ type: 'addTransition', transition: { from: 'draft', to: 'end' } })).toEqual({
    lists: { transitions: { put: [{ id: 'draft_end', from: 'draft', to: 'end', kind: 'normal' }] } },
  })
})

test('two steps can be connected several times', () => {
  expect(
    changes({ type: 'addTransition', transition: { from: 'pay', to: 'end', kind: 'error', probability: 0 } }),
  ).toEqual({
    lists: {
      transitions: { put: [{ id: 'pay_end', from: 'pay', to: 'end', kind: 'error', probability: 0 }] },
    },
  })
})

test.each<[unknown, string, string]>([
  [{ from: 'x', to: 'end' }, 'transitions[6].from', 'no step has the id "x"'],
  [{ from: 'pay', to: 'end', id: 't1' }, 'transition.id', 'the id "t1" is taken'],
  [{ from: 'pay', to: 'end', probability: 2 }, 'transition.probability', 'a probability is at most 1'],
  [{ from: 'pay' }, 'transition.to', 'is missing: expected text'],
])('%j is refused', (transition, path, message) => {
  expect(faultsOf({ type: 'addTransition', transition })).toEqual([{ path, message }])
})

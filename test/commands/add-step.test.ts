// Adding a step: its id, its place, and what is refused.
import { expect, test } from 'vitest'
import { changes, faultsOf } from './edit.ts'

test('a step without an id gets one made of its name, unlike all others', () => {
  expect(
    changes({
      type: 'addStep',
      step: { kind: 'action', name: 'Pay!', consequence: { level: 4 } },
      at: [1, 2],
    }),
  ).toEqual({
    lists: { steps: { put: [{ id: 'pay_2', kind: 'action', name: 'Pay!', consequence: { level: 4 } }] } },
    positions: { put: [['pay_2', [1, 2]]] },
  })
})

test('a name of other letters falls back to the kind', () => {
  expect(changes({ type: 'addStep', step: { kind: 'wait', name: '待つ' } })).toEqual({
    lists: { steps: { put: [{ id: 'wait', kind: 'wait', name: '待つ' }] } },
  })
})

test.each<[string, unknown, string, string]>([
  ['an id that is taken', { id: 'pay', kind: 'step', name: '' }, 'step.id', 'the id "pay" is taken'],
  [
    'a bad level',
    { kind: 'step', name: '', consequence: { level: 9 } },
    'step.consequence.level',
    'expected a level: 0, 1, 2, 3 or 4, got 9',
  ],
  ['no name', { kind: 'step' }, 'step.name', 'is missing: expected text'],
  [
    'a party that is not there',
    { id: 'a', kind: 'step', name: '', party: 'x' },
    'steps[7].party',
    'no party has the id "x"',
  ],
  [
    'a number that no file can keep',
    { kind: 'step', name: '', other: [Number.NaN] },
    'step.other[0]',
    'holds something that a file cannot keep',
  ],
  ['no step at all', undefined, 'step', 'is missing: expected an object'],
])('%s is refused', (_, step, path, message) => {
  expect(faultsOf({ type: 'addStep', step })).toEqual([{ path, message }])
})

// Changing a transition.
import { expect, test } from 'vitest'
import { changes, faultsOf } from './edit.ts'

test('fields are set and taken away', () => {
  expect(
    changes({
      type: 'updateTransition',
      id: 't2',
      set: { probability: 0.3, condition: null, label: 'large' },
    }),
  ).toEqual({
    lists: {
      transitions: {
        put: [{ id: 't2', from: 'draft', to: 'desk', kind: 'normal', probability: 0.3, label: 'large' }],
      },
    },
  })
})

test('its kind goes back to normal when taken away', () => {
  expect(changes({ type: 'updateTransition', id: 't4', set: { kind: null } })).toEqual({
    lists: {
      transitions: { put: [{ id: 't4', from: 'desk', to: 'stopped', kind: 'normal', probability: 0.1 }] },
    },
  })
})

test.each<[string, unknown, string, string]>([
  ['x', {}, 'id', 'no transition has the id "x"'],
  ['t1', { probability: -1 }, 'transitions[0].probability', 'a probability is at least 0'],
  ['t1', { to: 'x' }, 'transitions[0].to', 'no step has the id "x"'],
])('%s %j is refused', (id, set, path, message) => {
  expect(faultsOf({ type: 'updateTransition', id, set })).toEqual([{ path, message }])
})

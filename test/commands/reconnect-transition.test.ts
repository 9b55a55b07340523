// Moving an end of a transition.
import { expect, test } from 'vitest'
import { changes, faultsOf } from './edit.ts'

test('it keeps its id, and with it the handoffs on it', () => {
  expect(changes({ type: 'reconnectTransition', id: 't5', to: 'stopped' })).toEqual({
    lists: { transitions: { put: [{ id: 't5', from: 'pay', to: 'stopped', kind: 'normal' }] } },
  })
})

test.each<[object, string, string]>([
  [{ id: 'x', to: 'end' }, 'id', 'no transition has the id "x"'],
  [{ id: 't5', from: 'x' }, 'transitions[4].from', 'no step has the id "x"'],
])('%j is refused', (args, path, message) => {
  expect(faultsOf({ type: 'reconnectTransition', ...args })).toEqual([{ path, message }])
})

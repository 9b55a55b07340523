// Disconnecting steps.
import { expect, test } from 'vitest'
import { changes, faultsOf } from './edit.ts'

test('the handoffs on a transition go with it', () => {
  expect(changes({ type: 'removeTransitions', ids: ['t5', 't1'] })).toEqual({
    lists: { transitions: { remove: ['t1', 't5'] }, handoffs: { remove: ['h2'] } },
  })
})

test('an unknown transition is refused, and the known one stays', () => {
  expect(faultsOf({ type: 'removeTransitions', ids: ['t1', 'x'] })).toEqual([
    { path: 'ids[1]', message: 'no transition has the id "x"' },
  ])
})

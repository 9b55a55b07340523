// Changing a party.
import { expect, test } from 'vitest'
import { changes, faultsOf } from './edit.ts'

test('minutes are merged by strength', () => {
  expect(
    changes({ type: 'updateParty', id: 'ops', set: { minutes: { approve: 6, confirm: null }, staff: 3 } }),
  ).toEqual({
    lists: {
      parties: { put: [{ id: 'ops', name: 'Refund desk', kind: 'role', staff: 3, minutes: { approve: 6 } }] },
    },
  })
})

test('an unknown party and negative minutes are refused', () => {
  expect(faultsOf({ type: 'updateParty', id: 'x', set: {} })).toEqual([
    { path: 'id', message: 'no party has the id "x"' },
  ])
  expect(faultsOf({ type: 'updateParty', id: 'ops', set: { minutes: { approve: -1 } } })).toEqual([
    { path: 'parties[1].minutes.approve', message: 'minutes are at least 0' },
  ])
})

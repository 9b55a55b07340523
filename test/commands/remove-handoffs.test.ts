// Deleting handoffs.
import { expect, test } from 'vitest'
import { changes, faultsOf } from './edit.ts'

test('only they go', () => {
  expect(changes({ type: 'removeHandoffs', ids: ['h1', 'h2'] })).toEqual({
    lists: { handoffs: { remove: ['h1', 'h2'] } },
  })
})

test('an unknown handoff is refused', () => {
  expect(faultsOf({ type: 'removeHandoffs', ids: ['pay'] })).toEqual([
    { path: 'ids[0]', message: 'no handoff has the id "pay"' },
  ])
})

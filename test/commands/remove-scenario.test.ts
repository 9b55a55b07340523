// Deleting a scenario.
import { expect, test } from 'vitest'
import { changes, faultsOf } from './edit.ts'

test('only it goes', () => {
  expect(changes({ type: 'removeScenario', id: 's1' })).toEqual({ lists: { scenarios: { remove: ['s1'] } } })
})

test('an unknown scenario is refused', () => {
  expect(faultsOf({ type: 'removeScenario', id: 'x' })).toEqual([
    { path: 'id', message: 'no scenario has the id "x"' },
  ])
})

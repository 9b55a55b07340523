// Changing a scenario.
import { expect, test } from 'vitest'
import { changes, faultsOf } from './edit.ts'

test('name and script', () => {
  expect(
    changes({ type: 'updateScenario', id: 's1', set: { name: 'Friday night', script: [{ silence: true }] } }),
  ).toEqual({
    lists: { scenarios: { put: [{ id: 's1', name: 'Friday night', seed: 7, script: [{ silence: true }] }] } },
  })
})

test('an unknown scenario and a bad seed are refused', () => {
  expect(faultsOf({ type: 'updateScenario', id: 'x', set: {} })).toEqual([
    { path: 'id', message: 'no scenario has the id "x"' },
  ])
  expect(faultsOf({ type: 'updateScenario', id: 's1', set: { seed: -1 } })).toEqual([
    { path: 'scenarios[0].seed', message: 'expected at least 0, got -1' },
  ])
})

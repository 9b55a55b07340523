// Recording a scenario.
import { expect, test } from 'vitest'
import { changes, faultsOf } from './edit.ts'

test('seed and script have defaults', () => {
  expect(changes({ type: 'addScenario', scenario: { name: 'Monday' } })).toEqual({
    lists: { scenarios: { put: [{ id: 'monday', name: 'Monday', seed: 1, script: [] }] } },
  })
})

test('a taken id and a choice that is none are refused', () => {
  expect(faultsOf({ type: 'addScenario', scenario: { id: 's1', name: '' } })).toEqual([
    { path: 'scenario.id', message: 'the id "s1" is taken' },
  ])
  expect(
    faultsOf({ type: 'addScenario', scenario: { name: '', script: [{ guess: 1 }] } }).map(({ path }) => path),
  ).toEqual(['scenario.script[0]'])
})

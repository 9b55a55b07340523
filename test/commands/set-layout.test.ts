// Placing all steps anew.
import { expect, test } from 'vitest'
import { changes, faultsOf } from './edit.ts'

test('steps that are not placed lose their place; places of steps that are gone stay', () => {
  expect(changes({ type: 'setLayout', positions: { start: [0, 0], end: [7, 7] } })).toEqual({
    positions: { put: [['end', [7, 7]]], remove: ['draft', 'desk', 'pay'] },
  })
})

test('an unknown step is refused', () => {
  expect(faultsOf({ type: 'setLayout', positions: { x: [0, 0] } })).toEqual([
    { path: 'positions.x', message: 'no step has the id "x"' },
  ])
})

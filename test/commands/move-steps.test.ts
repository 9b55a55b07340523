// Moving steps.
import { expect, test } from 'vitest'
import { after, changes, faultsOf, refunds } from './edit.ts'

test('only what moved is changed', () => {
  expect(changes({ type: 'moveSteps', positions: { start: [0, 0], draft: [300, 8], end: [1, 1] } })).toEqual({
    positions: {
      put: [
        ['draft', [300, 8]],
        ['end', [1, 1]],
      ],
    },
  })
})

test('moving by nothing is no change', () => {
  expect(after({ type: 'moveSteps', positions: { start: [0, -0], draft: [288, 0] } })).toBe(refunds)
})

test.each<[unknown, string, string]>([
  [{ x: [0, 0] }, 'positions.x', 'no step has the id "x"'],
  [{ 'a b': [0, 0] }, 'positions["a b"]', 'no step has the id "a b"'],
  [{ start: [0] }, 'positions.start', 'expected at least 2 entries, got a list of 1'],
  [{ start: [0, 1e8] }, 'positions.start[1]', 'expected at most 10000000, got 100000000'],
])('%j is refused', (positions, path, message) => {
  expect(faultsOf({ type: 'moveSteps', positions })).toEqual([{ path, message }])
})

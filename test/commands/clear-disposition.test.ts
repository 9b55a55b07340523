// Forgetting a decision about a finding.
import { expect, test } from 'vitest'
import { changes, faultsOf } from './edit.ts'

test('the finding is undecided again', () => {
  expect(changes({ type: 'clearDisposition', finding: 'S2@pay' })).toEqual({
    lists: { dispositions: { remove: ['S2@pay'] } },
  })
})

test('what was never decided cannot be forgotten', () => {
  expect(faultsOf({ type: 'clearDisposition', finding: 'S1@x' })).toEqual([
    { path: 'finding', message: 'nothing was decided about "S1@x"' },
  ])
})

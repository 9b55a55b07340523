// Taking back that no handoff is suggested at a place.
import { expect, test } from 'vitest'
import { after, faultsOf, refunds } from './edit.ts'

test('the last ruling takes the field with it', () => {
  const ruled = after({ type: 'forbidPlace', at: { on: 't6' } })
  expect(after({ type: 'allowPlace', at: { on: 't6' } }, ruled)).toEqual(refunds)
})

test('a place that is allowed is refused', () => {
  expect(faultsOf({ type: 'allowPlace', at: { on: 't6' } })).toEqual([
    { path: 'at', message: 'handoffs are allowed at this place' },
  ])
})

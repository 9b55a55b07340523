// No longer accepting a risk.
import { expect, test } from 'vitest'
import { after, faultsOf, refunds } from './edit.ts'

test('the step demands its handoff again', () => {
  const waiver = { step: 'pay', reason: 'Small sums', owner: 'Ana', expires: '2027-01-31' }
  const waived = after({ type: 'waiveDemand', waiver })
  expect(after({ type: 'endWaiver', step: 'pay' }, waived)).toEqual(refunds)
})

test('a risk that nobody accepted is refused', () => {
  expect(faultsOf({ type: 'endWaiver', step: 'pay' })).toEqual([
    { path: 'step', message: 'no risk of "pay" is accepted' },
  ])
})

// Changing the task definition.
import { expect, test } from 'vitest'
import { after, changes, faultsOf, refunds } from './edit.ts'

test('fields are set, and null puts the default back', () => {
  const changed = after({
    type: 'setBrief',
    set: {
      objective: 'Pay what is due',
      domains: ['money', 'customers'],
      envelope: { level: 'confirm', cap: 500 },
    },
  })
  expect(changed.brief).toEqual({
    ...refunds.brief,
    objective: 'Pay what is due',
    domains: ['customers', 'money'],
    envelope: { level: 'confirm', cap: 500 },
  })
  expect(
    changes({ type: 'setBrief', set: { objective: null, domains: null, envelope: null } }, changed),
  ).toEqual({
    fields: { put: [['brief', refunds.brief]] },
  })
})

test('a bad value is refused', () => {
  expect(faultsOf({ type: 'setBrief', set: { riskTolerance: 'none' } })).toEqual([
    { path: 'brief.riskTolerance', message: 'expected one of "low", "moderate", "high", got "none"' },
  ])
})

// Keeping a decision about a finding.
import { expect, test } from 'vitest'
import { after, changes, faultsOf } from './edit.ts'

test('it is kept with its author, date and facts', () => {
  const disposition = {
    finding: 'S1@draft',
    status: 'snoozed',
    reason: 'later',
    by: 'Ana',
    at: '2026-01-02T03:04:05Z',
    facts: 'sha256:1',
    until: '2026-02-01',
  } as const
  expect(changes({ type: 'setDisposition', disposition })).toEqual({
    lists: { dispositions: { put: [disposition] } },
  })
})

test('a later one replaces the earlier one, whole', () => {
  expect(
    after({ type: 'setDisposition', disposition: { finding: 'S2@pay', status: 'accepted' } }).dispositions,
  ).toEqual([{ finding: 'S2@pay', status: 'accepted', reason: '', by: '', at: '', facts: '' }])
})

test('an unknown status is refused', () => {
  expect(faultsOf({ type: 'setDisposition', disposition: { finding: 'S2@pay', status: 'done' } })).toEqual([
    {
      path: 'disposition.status',
      message: 'expected one of "accepted", "dismissed", "covered-by", "snoozed", got "done"',
    },
  ])
})

// Keeping a decision about a finding.
import { expect, test } from 'vitest'
import { after, changes, faultsOf, refunds } from './edit.ts'
import { fragmentOf } from '../../shared/commands/fragment.ts'

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

test.each([
  [{ finding: 'X4@pay', scope: 'file' }, 'disposition.scope', 'a decision about a rule names the rule alone'],
  [
    { finding: 'S2', scope: 'file' },
    'disposition.scope',
    'S2 guards coverage: decide about it one place at a time',
  ],
  [{ finding: 'X4', scope: 'workspace' }, 'disposition.scope', 'is kept beside documents, not in them'],
  [
    { finding: 'X4@pay', coveredBy: { handoff: 'no' } },
    'disposition.coveredBy.handoff',
    'no handoff has the id "no"',
  ],
  [{ finding: 'X4@pay', coveredBy: { step: 'no' } }, 'disposition.coveredBy.step', 'no step has the id "no"'],
] as const)('%j is refused', (disposition, path, message) => {
  expect(faultsOf({ type: 'setDisposition', disposition: { status: 'dismissed', ...disposition } })).toEqual([
    { path, message },
  ])
})

test.each([undefined, 'soon', '2026-13-01', '2026-01-01T00:00:00+01:00'])(
  'put off until %j is refused',
  (until) => {
    const disposition = { finding: 'X4@pay', status: 'snoozed', ...(until && { until }) }
    expect(faultsOf({ type: 'setDisposition', disposition }).map(({ path }) => path)).toEqual([
      'disposition.until',
    ])
  },
)

test('a decision about a rule stands beside one about a place', () => {
  const disposition = { finding: 'X4', status: 'dismissed', scope: 'file', upTo: 'warning' } as const
  expect(after({ type: 'setDisposition', disposition }).dispositions.map(({ finding }) => finding)).toEqual([
    'S2@pay',
    'X4',
  ])
})

test('what is new never takes an id that a decision speaks of: it would begin with a decision about something else', () => {
  const gone = after({ type: 'removeSteps', ids: ['pay'] })
  expect(gone.dispositions.map(({ finding }) => finding)).toEqual(['S2@pay'])
  const ids = (next: typeof gone) => next.steps.map(({ id }) => id).filter((id) => id.startsWith('pay'))
  expect(ids(after({ type: 'addStep', step: { kind: 'action', name: 'Pay' } }, gone))).toEqual(['pay_2'])
  const fragment = fragmentOf(refunds, ['pay'])
  expect(ids(after({ type: 'pasteFragment', ...fragment, offset: [0, 0] }, gone))).toEqual(['pay_2'])
  expect(ids(after({ type: 'insertStep', on: 't1', step: { kind: 'action', name: 'Pay' } }, gone))).toEqual([
    'pay_2',
  ])
  // An id that is given is taken as it is.
  expect(ids(after({ type: 'addStep', step: { id: 'pay', kind: 'action', name: 'Pay' } }, gone))).toEqual([
    'pay',
  ])
})

// What a person fills in about a finding, and the decision that it makes.
import { expect, it } from 'vitest'
import { DispositionSchema, isMoment } from '../../../shared/model/disposition.ts'
import { dayAfter, decisionOf, EMPTY_DECISION } from '../../../renderer/panels/dialogs/decision-draft.ts'
import type { DecisionDraft } from '../../../renderer/panels/dialogs/decision-draft.ts'

const of = (change: Partial<DecisionDraft>) => decisionOf({ ...EMPTY_DECISION, ...change })

it.each<[Partial<DecisionDraft>, string]>([
  [{}, 'reason'],
  [{ own: '  ' }, 'reason'],
  [{ status: 'covered-by' }, 'cover'],
  [{ status: 'covered-by', cover: 'text', coverText: ' ' }, 'coverText'],
  [{ status: 'snoozed', own: 'later' }, 'until'],
])('%j is not enough: %s', (change, fault) => {
  expect(of(change)).toEqual({ fault })
})

it.each<[Partial<DecisionDraft>, object]>([
  [
    { chosen: 'Accepted risk', own: ' Kim knows ' },
    { status: 'dismissed', reason: 'Accepted risk. Kim knows' },
  ],
  [
    { own: 'so', scope: 'file' },
    { status: 'dismissed', reason: 'so', scope: 'file' },
  ],
  [
    { status: 'covered-by', cover: 'handoff:a:b' },
    { status: 'covered-by', reason: '', coveredBy: { handoff: 'a:b' } },
  ],
  [
    { status: 'covered-by', cover: 'step:text' },
    { status: 'covered-by', reason: '', coveredBy: { step: 'text' } },
  ],
  [
    { status: 'covered-by', cover: 'text', coverText: ' the bank ' },
    { status: 'covered-by', reason: '', coveredBy: { text: 'the bank' } },
  ],
  [
    { status: 'snoozed', until: '2027-01-31' },
    { status: 'snoozed', reason: '', until: '2027-01-31' },
  ],
])('%j makes a decision', (change, decision) => {
  expect(of(change)).toEqual({ decision })
  expect(DispositionSchema.safeParse({ finding: 'X4', ...decision }).success).toBe(true)
})

it('days are days in UTC, around the end of a year', () => {
  expect(dayAfter('2026-12-31T23:59:59Z', 1)).toBe('2027-01-01')
  expect(isMoment(dayAfter('2026-02-27T10:00:00Z', 30))).toBe(true)
})

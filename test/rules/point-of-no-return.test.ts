import { expect, test } from 'vitest'
import { analyse } from '../../shared/analysis/analyse.ts'
import { approvalBefore, sketch } from '../../shared/rules/example.ts'
import { pointOfNoReturn } from '../../shared/rules/point-of-no-return.ts'
import type { Handoff } from '../../shared/model/handoff.ts'
import { accepted } from '../placement/variations.ts'
import { findingsOf, reported, testExamples } from './support.ts'

testExamples(pointOfNoReturn)

const { workflow: bare } = pointOfNoReturn.examples.bad
const withGates = (...handoffs: readonly Handoff[]) => ({ ...bare, handoffs })
const brief = bare.handoffs.find(({ kind }) => kind === 'brief')!

test.each<[string, readonly Handoff[], boolean]>([
  ['nobody', [], true],
  ['somebody who only confirms there', [approvalBefore('charge', { strength: 'confirm' })], true],
  ['somebody who answers a question there', [approvalBefore('charge', { kind: 'clarify' })], true],
  ['somebody who approves on the way itself', [approvalBefore('charge', { at: { on: 't2' } })], false],
  ['somebody who approved the run from the start', [approvalBefore('reserve')], false],
  ['two people', [approvalBefore('charge', { strength: 'two-person', quorum: { approvals: 2 } })], false],
])('S5 with %s', (_name, handoffs, expected) => {
  expect(reported('S5', withGates(brief, ...handoffs))).toEqual(expected ? ['S5@t2:error'] : [])
})

test('S5 asks for an approval although every action by itself is covered', () => {
  const { covered, findings } = analyse(bare)
  expect(covered).toBe(true)
  expect(findings.filter(({ rule }) => rule === 'S5').map(({ suggestion }) => suggestion)).toEqual([
    { kind: 'approval', strength: 'approve', at: { on: 't2' } },
  ])
})

test('S5 is settled by its suggestion, and that is then never called superfluous', () => {
  const placed = accepted(withGates(brief))
  expect(reported('S5', placed)).toEqual([])
  expect(findingsOf('X1', placed)).toEqual([])
  expect(analyse(placed).placement.remove).toEqual([])
})

test('S5 counts no step as undone by one that can itself never be taken back', () => {
  const refund = (reversibility: 1 | 3) =>
    sketch(
      [
        ...bare.steps.map((step) =>
          step.id === 'charge' ? { ...step, compensatedBy: 'refund_mail' } : step,
        ),
        { id: 'refund_mail', kind: 'action', consequence: { level: 1, reversibility } },
      ],
      bare.transitions.map(({ from, to, ...rest }) => [from, to, rest] as const),
    )
  expect(reported('S5', refund(3))).toEqual(['S5@t2:error'])
  expect(reported('S5', refund(1))).toEqual([])
})

test('S5 is not lost where a question about the same way is suggested too', () => {
  const workflow = sketch(
    bare.steps,
    bare.transitions.map(
      ({ id, from, to, ...rest }) => [from, to, id === 't2' ? { ...rest, kind: 'error' } : rest] as const,
    ),
    { handoffs: [approvalBefore('reserve', { strength: 'confirm' })] },
  )
  const rules = analyse(workflow).placement.handoffs.flatMap(({ kind, at, rules: by }) =>
    'on' in at && at.on === 't2' ? [kind, ...by.toSorted()] : [],
  )
  expect(rules).toEqual(['approval', 'S5', 'S8'])
  expect(reported('S5', accepted(workflow))).toEqual([])
})

test('S5 is left out of the placement where an odd case is taken over by a person anyway', () => {
  const workflow = sketch(
    bare.steps,
    bare.transitions.map(
      ({ id, from, to, ...rest }) => [from, to, id === 't1' ? { ...rest, kind: 'exception' } : rest] as const,
    ),
  )
  const { findings, placement } = analyse(workflow)
  expect(findings.map(({ id }) => id)).toEqual(expect.arrayContaining(['S5@t2', 'S6@t1']))
  expect(placement.handoffs.flatMap(({ rules }) => rules)).not.toContain('S5')
  expect(reported('S5', accepted(workflow))).toEqual([])
})

test('S5 is about the way itself: an approval on it counts, although what is written after it is new', () => {
  const writing = {
    id: 'write',
    name: 'write',
    kind: 'model' as const,
    uncertainty: { level: 2 as const, label: 'content' as const },
  }
  const workflow = sketch(
    [...bare.steps, writing],
    [
      ['start', 'reserve'],
      ['reserve', 'write'],
      ['write', 'charge'],
      ['charge', 'end'],
    ],
    { handoffs: [approvalBefore('reserve', { at: { on: 't2' } })] },
  )
  expect(reported('S5', workflow)).toEqual([])
  expect(reported('S5', { ...workflow, handoffs: [] })).toEqual(['S5@t2:error'])
})

test('S5 is met by one approval further up where that is cheaper than a confirmation there and an approval here', () => {
  const { placement } = analyse(withGates(brief))
  expect(placement.handoffs.map(({ strength, at, rules }) => [strength, at, rules])).toEqual([
    ['approve', { before: 'reserve' }, ['S5']],
  ])
  expect(placement.optimal).toBe(true)
})

test('S5 and two people for what comes behind it are one gate, at the price of that one', () => {
  const steps = [
    ...bare.steps,
    {
      id: 'ship',
      kind: 'action' as const,
      consequence: { level: 4 as const, reversibility: 3 as const, security: true },
    },
  ]
  const ways = [
    ['start', 'reserve'],
    ['reserve', 'charge', { probability: 0.95 }],
    ['charge', 'ship'],
    ['ship', 'end'],
    ['reserve', 'cancel', { probability: 0.05, kind: 'compensate' as const }],
    ['cancel', 'stopped'],
  ] as const
  const { placement } = analyse(sketch(steps, ways, { handoffs: bare.handoffs }))
  const approvals = placement.handoffs.filter(({ kind }) => kind === 'approval' || kind === 'sign-off')
  expect(approvals.map(({ strength, at, rules }) => [strength, at, rules])).toEqual([
    ['two-person', { before: 'charge' }, ['S5', 'S9']],
  ])
  expect(placement.approvalMinutesPerRun).toBeCloseTo(0.95 * 10, 9)
})

test('S5 is paid for: the approvals that are suggested add up to the minutes that the placement names', () => {
  const { placement, certificate } = analyse(withGates(brief))
  const approvals = placement.handoffs.filter(({ kind }) => kind === 'approval' || kind === 'sign-off')
  expect(approvals.some(({ rules }) => rules.includes('S5'))).toBe(true)
  const sum = approvals.reduce((minutes, handoff) => minutes + handoff.minutes, 0)
  expect(placement.approvalMinutesPerRun).toBeCloseTo(sum, 9)
  expect(certificate.bound.minutes).toBeCloseTo(sum, 9)
})

import { expect, test } from 'vitest'
import { approvalBefore, payment, sketch } from '../../shared/rules/example.ts'
import { missingRejection } from '../../shared/rules/missing-rejection.ts'
import { findingsOf, reported, testExamples } from './support.ts'

testExamples(missingRejection)

const steps = [{ id: 'start' }, { id: 'revise' }, payment('pay'), { id: 'end' }]
const ways = [
  ['start', 'revise', { probability: 0.5 }],
  ['start', 'pay', { probability: 0.5 }],
  ['revise', 'pay'],
  ['pay', 'end'],
] as const

test('X7 reports a refusal that reaches the act by another way, with the walk', () => {
  const onOneWay = approvalBefore('pay', { at: { on: 't2' }, onReject: { to: 'revise' } })
  const workflow = sketch(steps, ways, { handoffs: [onOneWay] })
  expect(findingsOf('X7', workflow).map(({ id, path }) => ({ id, path }))).toEqual([
    { id: 'X7@approve_pay', path: ['revise', 'pay'] },
  ])
})

test('X7 is content with rework that comes back to the same gate', () => {
  expect(
    reported(
      'X7',
      sketch(steps, ways, { handoffs: [approvalBefore('pay', { onReject: { to: 'revise' } })] }),
    ),
  ).toEqual([])
})

test('X7 reports a gate that offers no refusal at all', () => {
  expect(
    reported(
      'X7',
      sketch(steps, ways, { handoffs: [approvalBefore('pay', { decisions: ['approve', 'edit'] })] }),
    ),
  ).toEqual(['X7@approve_pay:error'])
})

test('X7 warns of a person whose no changes nothing', () => {
  const workflow = sketch(
    [{ id: 'start' }, { id: 'ask', kind: 'human', grant: 'approve' }, payment('pay'), { id: 'end' }],
    [
      ['start', 'ask'],
      ['ask', 'pay'],
      ['pay', 'end'],
    ],
  )
  expect(reported('X7', workflow)).toEqual(['X7@ask:warning'])
})

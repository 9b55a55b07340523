import { expect, test } from 'vitest'
import { approvalBefore, payment, sketch } from '../../shared/rules/example.ts'
import { redundantGate } from '../../shared/rules/redundant-gate.ts'
import { reported, testExamples } from './support.ts'

testExamples(redundantGate)

const doubt = {
  id: 'draft',
  kind: 'model' as const,
  uncertainty: { level: 2 as const, label: 'content' as const },
}

test('X1 argues against an approval that doubt has made stale', () => {
  const workflow = sketch(
    [{ id: 'start' }, doubt, { ...doubt, id: 'rework' }, payment('pay'), { id: 'end' }],
    [
      ['start', 'draft'],
      ['draft', 'rework'],
      ['rework', 'pay'],
      ['pay', 'end'],
    ],
    { handoffs: [approvalBefore('rework'), approvalBefore('pay')] },
  )
  expect(reported('X1', workflow)).toEqual(['X1@approve_rework:warning'])
})

test('X1 never argues against a gate on the way of exceptional cases', () => {
  const workflow = sketch(
    [
      { id: 'start' },
      { id: 'route', kind: 'decision' },
      { id: 'desk', kind: 'human', grant: 'approve' },
      payment('pay'),
      { id: 'end' },
    ],
    [
      ['start', 'route'],
      ['route', 'pay', { probability: 0.9 }],
      ['route', 'desk', { probability: 0.1, kind: 'exception' }],
      ['desk', 'pay'],
      ['pay', 'end'],
    ],
    { handoffs: [approvalBefore('pay')] },
  )
  expect(reported('X1', workflow)).toEqual([])
})

test('X1 keeps a person who settles the doubt that a light action counts on', () => {
  const light = {
    id: 'close',
    kind: 'action' as const,
    consequence: { level: 2 as const, reversibility: 1 as const },
  }
  const withPerson = (uncertain: boolean, rule: string) =>
    reported(
      rule,
      sketch(
        [
          { id: 'start' },
          { ...doubt, uncertainty: { level: uncertain ? 2 : 1, label: 'content' } },
          { id: 'desk', kind: 'human', grant: 'confirm' },
          light,
          { id: 'end' },
        ],
        [
          ['start', 'draft'],
          ['draft', 'desk'],
          ['desk', 'close'],
          ['close', 'end'],
        ],
      ),
    )
  expect([withPerson(true, 'X1'), withPerson(true, 'X2')]).toEqual([[], []])
  // Without the doubt the person only releases what needs nobody, which is what X2 is about.
  expect([withPerson(false, 'X1'), withPerson(false, 'X2')]).toEqual([[], ['X2@desk:warning']])
})

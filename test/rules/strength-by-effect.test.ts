import { expect, test } from 'vitest'
import { approvalBefore, payment, sketch } from '../../shared/rules/example.ts'
import { strengthByEffect } from '../../shared/rules/strength-by-effect.ts'
import { findingsOf, reported, testExamples } from './support.ts'

testExamples(strengthByEffect)

const ways = [
  ['start', 'pay'],
  ['pay', 'end'],
] as const

test('S3 is a warning one level short and an error two levels short', () => {
  const critical = {
    ...payment('pay'),
    consequence: { level: 4 as const, reversibility: 3 as const, external: true, security: true },
  }
  const bySteps = [payment('pay'), critical].map((step) =>
    reported(
      'S3',
      sketch([{ id: 'start' }, step, { id: 'end' }], ways, {
        handoffs: [approvalBefore('pay', { strength: 'confirm' })],
      }),
    ),
  )
  expect(bySteps).toEqual([['S3@pay:warning'], ['S3@pay:error']])
})

test('S3 suggests the stronger gate at the same place, and nothing is said to be superfluous there', () => {
  const workflow = sketch([{ id: 'start' }, payment('pay'), { id: 'end' }], ways, {
    handoffs: [approvalBefore('pay', { strength: 'confirm' })],
  })
  expect(findingsOf('S3', workflow)[0]?.suggestion?.at).toEqual({ before: 'pay' })
  expect(reported('X1', workflow)).toEqual([])
})

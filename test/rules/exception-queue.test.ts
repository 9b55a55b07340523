import { expect, test } from 'vitest'
import { exceptionQueue } from '../../shared/rules/exception-queue.ts'
import { BRIEF, approvalBefore, payment, sketch } from '../../shared/rules/example.ts'
import { reported, testExamples } from './support.ts'

testExamples(exceptionQueue)

test('S6 is an error where the odd case reaches something that needs approval, and a warning where not', () => {
  const workflow = sketch(
    [{ id: 'start' }, { id: 'route', kind: 'decision' }, payment('pay'), { id: 'other' }, { id: 'end' }],
    [
      ['start', 'route'],
      ['route', 'pay', { probability: 0.9, kind: 'low-confidence' }],
      ['route', 'other', { probability: 0.1, kind: 'exception' }],
      ['pay', 'end'],
      ['other', 'end'],
    ],
    { brief: BRIEF, handoffs: [approvalBefore('pay')] },
  )
  expect(reported('S6', workflow)).toEqual(['S6@t2:error', 'S6@t3:warning'])
})

test('S6 is content with a person at the other end, with odds of zero, and where nothing demands anybody', () => {
  const steps = [{ id: 'start' }, { id: 'route', kind: 'decision' as const }, payment('pay'), { id: 'end' }]
  const toPerson = sketch(
    [...steps, { id: 'desk', kind: 'human', grant: 'approve' }],
    [
      ['start', 'route'],
      ['route', 'pay', { probability: 0.9 }],
      ['route', 'desk', { probability: 0.1, kind: 'exception' }],
    ],
    { handoffs: [approvalBefore('pay')] },
  )
  const never = sketch(steps, [
    ['start', 'route'],
    ['route', 'pay', { probability: 1 }],
    ['route', 'end', { probability: 0, kind: 'exception' }],
  ])
  const harmless = sketch(
    [{ id: 'start' }, { id: 'route', kind: 'decision' }, { id: 'end' }],
    [
      ['start', 'route'],
      ['route', 'end', { kind: 'exception' }],
    ],
  )
  expect([toPerson, never, harmless].map((workflow) => reported('S6', workflow))).toEqual([[], [], []])
})

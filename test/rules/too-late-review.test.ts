import { expect, test } from 'vitest'
import { payment, sketch } from '../../shared/rules/example.ts'
import { tooLateReview } from '../../shared/rules/too-late-review.ts'
import { reported, testExamples } from './support.ts'

testExamples(tooLateReview)

test('X4 leaves a gate alone that some way reaches before the act, or that releases a later one', () => {
  const review = { id: 'review', kind: 'human' as const, grant: 'approve' as const }
  const early = sketch(
    [{ id: 'start' }, payment('pay'), review, { id: 'end' }],
    [
      ['start', 'pay', { probability: 0.5 }],
      ['start', 'review', { probability: 0.5 }],
      ['pay', 'review'],
      ['review', 'end'],
    ],
  )
  const between = sketch(
    [{ id: 'start' }, payment('pay'), review, payment('ship'), { id: 'end' }],
    [
      ['start', 'pay'],
      ['pay', 'review'],
      ['review', 'ship'],
      ['ship', 'end'],
    ],
  )
  expect([reported('X4', early), reported('X4', between)]).toEqual([[], []])
})

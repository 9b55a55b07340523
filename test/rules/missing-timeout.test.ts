import { expect, test } from 'vitest'
import { approvalBefore, payment, sketch } from '../../shared/rules/example.ts'
import { missingTimeout } from '../../shared/rules/missing-timeout.ts'
import { reported, testExamples } from './support.ts'

testExamples(missingTimeout)

test('X8 reports an escalation that names nobody', () => {
  const workflow = sketch(
    [{ id: 'start' }, payment('pay'), { id: 'end' }],
    [
      ['start', 'pay'],
      ['pay', 'end'],
    ],
    {
      handoffs: [approvalBefore('pay', { timeout: { after: 'PT1H', then: 'escalate' } })],
    },
  )
  expect(reported('X8', workflow)).toEqual(['X8@approve_pay:error'])
})

test('X8 reports a time-out that leads on to an act that needs approval', () => {
  const silent = (target: string) =>
    reported(
      'X8',
      sketch(
        [
          { id: 'start' },
          { id: 'ask', kind: 'human', grant: 'approve' },
          payment('pay'),
          { id: 'stopped', kind: 'end' },
          { id: 'end' },
        ],
        [
          ['start', 'ask'],
          ['ask', 'pay', { probability: 0.9 }],
          ['ask', target, { probability: 0.1, kind: 'timeout' }],
          ['pay', 'end'],
        ],
      ),
    )
  expect([silent('pay'), silent('stopped')]).toEqual([['X8@t3:error'], []])
})

import { expect, test } from 'vitest'
import { approvalBefore, payment, sketch } from '../../shared/rules/example.ts'
import { deadHandoff } from '../../shared/rules/dead-handoff.ts'
import { reported, testExamples } from './support.ts'

testExamples(deadHandoff)

test('X11 reports a gate on a transition with odds of zero', () => {
  const workflow = sketch(
    [{ id: 'start' }, payment('pay'), { id: 'end' }],
    [
      ['start', 'pay', { probability: 1 }],
      ['pay', 'end'],
      ['start', 'end', { probability: 0 }],
    ],
    { handoffs: [approvalBefore('pay'), approvalBefore('end', { id: 'idle', at: { on: 't3' } })] },
  )
  expect(reported('X11', workflow)).toEqual(['X11@idle:warning'])
})

import { expect, test } from 'vitest'
import { approvalBefore, payment, sketch } from '../../shared/rules/example.ts'
import { preActionApproval } from '../../shared/rules/pre-action-approval.ts'
import { findingsOf, reported, testExamples } from './support.ts'

testExamples(preActionApproval)

const doubt = {
  id: 'draft',
  kind: 'model' as const,
  uncertainty: { level: 2 as const, label: 'content' as const },
}
const steps = [{ id: 'start' }, payment('first'), doubt, payment('second'), payment('last'), { id: 'end' }]
const ways = [
  ['start', 'first'],
  ['first', 'draft'],
  ['draft', 'second'],
  ['second', 'last'],
  ['last', 'end'],
] as const

test('S2 demands a new gate once doubt is added after the first', () => {
  expect(reported('S2', sketch(steps, ways, { handoffs: [approvalBefore('first')] }))).toEqual([
    'S2@second:error',
  ])
})

test('S2 shows the walk from the source of doubt, and the gate that would settle it', () => {
  const [finding] = findingsOf('S2', sketch(steps, ways, { handoffs: [approvalBefore('first')] }))
  expect({ path: finding?.path, suggestion: finding?.suggestion }).toEqual({
    path: ['draft', 'second'],
    suggestion: { kind: 'approval', strength: 'approve', at: { before: 'second' } },
  })
})

test('S2 asks for nothing at an action that no start reaches', () => {
  const [, ...unconnected] = ways
  expect(reported('S2', sketch(steps, unconnected))).toEqual([])
})

import { expect, test } from 'vitest'
import { approvalBefore, payment, sketch } from '../../shared/rules/example.ts'
import { orphanGate } from '../../shared/rules/orphan-gate.ts'
import { findingsOf, reported, testExamples } from './support.ts'

testExamples(orphanGate)

const desk = { id: 'desk', kind: 'human' as const, grant: 'approve' as const, timeout: 'P1D' }
const reviewed = (gated: boolean) =>
  sketch(
    [{ id: 'start' }, payment('pay'), desk, { id: 'end' }],
    [
      ['start', 'pay'],
      ['pay', 'desk'],
      ['desk', 'end'],
    ],
    { handoffs: gated ? [approvalBefore('pay')] : [] },
  )

test('X14 speaks of people as well, once their action has a gate; until then they only come too late', () => {
  expect([reported('X14', reviewed(true)), reported('X14', reviewed(false))]).toEqual([
    ['X14@desk:warning'],
    [],
  ])
  expect(reported('X4', reviewed(false))).toEqual(['X4@desk:error'])
})

test('X14 offers to tell somebody only where there is something to tell', () => {
  const titles = (workflow: ReturnType<typeof sketch>) =>
    findingsOf('X14', workflow).flatMap(({ fixes = [] }) => fixes.map(({ title }) => title))
  expect(titles(orphanGate.examples.bad.workflow)).toEqual([
    'Take it out',
    'Only tell somebody, and do not wait',
  ])
  const before = sketch(
    [{ id: 'start' }, { id: 'tidy' }, { id: 'end' }],
    [
      ['start', 'tidy'],
      ['tidy', 'end'],
    ],
    { handoffs: [approvalBefore('tidy')] },
  )
  expect(titles(before)).toEqual(['Take it out'])
})

test('X14 leaves a gate alone that an action follows, and one for cases that are not routine', () => {
  const followed = sketch(
    [{ id: 'start' }, { id: 'tidy' }, payment('pay'), { id: 'end' }],
    [
      ['start', 'tidy'],
      ['tidy', 'pay'],
      ['pay', 'end'],
    ],
    { handoffs: [approvalBefore('tidy'), approvalBefore('pay')] },
  )
  expect(reported('X14', followed)).toEqual([])
  const odd = sketch(
    [{ id: 'start' }, { id: 'route', kind: 'decision' }, payment('pay'), desk, { id: 'end' }],
    [
      ['start', 'route'],
      ['route', 'pay', { probability: 0.9 }],
      ['route', 'desk', { probability: 0.1, kind: 'exception' }],
      ['desk', 'end'],
      ['pay', 'end'],
    ],
    { handoffs: [approvalBefore('pay')] },
  )
  expect(reported('X14', odd)).toEqual([])
})

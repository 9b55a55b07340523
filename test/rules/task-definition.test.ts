import { expect, test } from 'vitest'
import { BRIEF, approvalBefore, payment, sketch } from '../../shared/rules/example.ts'
import { taskDefinition } from '../../shared/rules/task-definition.ts'
import { findingsOf, reported, testExamples } from './support.ts'

testExamples(taskDefinition)

const steps = [{ id: 'start' }, payment('pay'), { id: 'end' }]
const ways = [
  ['start', 'pay'],
  ['pay', 'end'],
] as const

test('S1 suggests an approved brief where something needs approval, and a confirmed one where nothing does', () => {
  const light = {
    ...payment('pay'),
    consequence: { level: 2 as const, external: true, domains: ['customers'] },
  }
  const strengths = [payment('pay'), light].map(
    (step) => findingsOf('S1', sketch([{ id: 'start' }, step, { id: 'end' }], ways))[0]?.suggestion?.strength,
  )
  expect(strengths).toEqual(['approve', 'confirm'])
})

test('S1 says nothing where the run touches nothing, or demands nobody', () => {
  const nowhere = { ...payment('pay'), consequence: { level: 3 as const, external: true } }
  const harmless = { ...payment('pay'), consequence: { level: 1 as const, domains: ['customers'] } }
  for (const step of [nowhere, harmless]) {
    expect(reported('S1', sketch([{ id: 'start' }, step, { id: 'end' }], ways))).toEqual([])
  }
})

test('S1 asks each start for a brief of its own', () => {
  const workflow = sketch([...steps, { id: 'api', kind: 'start' }], [...ways, ['api', 'pay']], {
    brief: BRIEF,
    handoffs: [approvalBefore('pay')],
  })
  expect(reported('S1', workflow)).toEqual(['S1@api:error'])
})

test('S1 still reports a confirmed brief that does not say what counts as done', () => {
  const workflow = sketch(steps, ways, { brief: { objective: 'Pay' }, handoffs: [approvalBefore('pay')] })
  expect(findingsOf('S1', workflow).map(({ id, kind, suggestion }) => ({ id, kind, suggestion }))).toEqual([
    { id: 'S1@start', kind: 'repair', suggestion: undefined },
  ])
})

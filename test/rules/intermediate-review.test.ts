import { expect, test } from 'vitest'
import { analyse } from '../../shared/analysis/analyse.ts'
import { approvalBefore, payment, sketch } from '../../shared/rules/example.ts'
import { intermediateReview } from '../../shared/rules/intermediate-review.ts'
import type { Handoff } from '../../shared/model/handoff.ts'
import type { Step } from '../../shared/model/step.ts'
import { expectFixed, findingsOf, reported, testExamples } from './support.ts'

testExamples(intermediateReview)

interface Case {
  readonly write?: Partial<Step>
  readonly act?: Partial<Step>
  readonly handoffs?: readonly Handoff[]
}

const doubt: Partial<Step> = { kind: 'model', uncertainty: { level: 2, label: 'content' } }

function thinking({ write = doubt, act = payment('act'), handoffs = [approvalBefore('outline')] }: Case) {
  return sketch(
    [{ id: 'start' }, { id: 'outline' }, { id: 'write', ...write }, { ...act, id: 'act' }, { id: 'end' }],
    [
      ['start', 'outline'],
      ['outline', 'write'],
      ['write', 'act'],
      ['act', 'end'],
    ],
    { handoffs },
  )
}

test.each<[string, Case, boolean]>([
  ['an approval of the outline', {}, true],
  ['an approval on the way there', { handoffs: [approvalBefore('outline', { at: { on: 't1' } })] }, true],
  [
    'nothing doubtful in between',
    { write: { kind: 'model', uncertainty: { level: 1, label: 'content' } } },
    false,
  ],
  ['a gate at the action as well', { handoffs: [approvalBefore('outline'), approvalBefore('act')] }, false],
  ['an action that needs nobody', { act: { kind: 'action', consequence: { level: 1 } } }, false],
  ['a question', { handoffs: [approvalBefore('outline', { kind: 'clarify' })] }, false],
  ['a gate at the action only', { handoffs: [approvalBefore('act')] }, false],
])('X3 with %s', (_name, one, expected) => {
  expect(reported('X3', thinking(one))).toEqual(expected ? ['X3@approve_outline:warning'] : [])
})

test('X3 moves the gate to the action, as strong as the action demands', () => {
  const workflow = thinking({
    handoffs: [approvalBefore('outline', { strength: 'confirm', question: 'Go on?' })],
  })
  const [finding] = findingsOf('X3', workflow)
  const mended = expectFixed(workflow, finding!, finding!.fixes![0]!)
  expect(mended.handoffs).toMatchObject([{ at: { before: 'act' }, strength: 'approve', question: 'Go on?' }])
  expect(analyse(mended).covered).toBe(true)
})

test('X3 puts an approval in the place of a person who reads along', () => {
  const workflow = sketch(
    [
      { id: 'start' },
      { id: 'reader', kind: 'human', grant: 'confirm' },
      { id: 'write', ...doubt },
      payment('act'),
      { id: 'end' },
    ],
    [
      ['start', 'reader'],
      ['reader', 'write'],
      ['write', 'act'],
      ['act', 'end'],
    ],
  )
  const [finding] = findingsOf('X3', workflow)
  const mended = expectFixed(workflow, finding!, finding!.fixes![0]!)
  expect(mended.steps.map(({ id }) => id)).not.toContain('reader')
  expect(mended.transitions.map(({ from, to }) => [from, to])).toContainEqual(['start', 'write'])
  expect(analyse(mended).covered).toBe(true)
})

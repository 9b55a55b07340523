import { expect, test } from 'vitest'
import { applyCommand } from '../../shared/commands/apply.ts'
import type { Command } from '../../shared/commands/index.ts'
import type { TransitionKind } from '../../shared/model/scales.ts'
import { approvalBefore, payment, sketch } from '../../shared/rules/example.ts'
import { notExceptional } from '../../shared/rules/not-exceptional.ts'
import { findingsOf, reported, testExamples } from './support.ts'

testExamples(notExceptional)

const routed = (share: number, kind: TransitionKind) =>
  sketch(
    [
      { id: 'start' },
      { id: 'route', kind: 'decision' },
      { id: 'a' },
      { id: 'b' },
      payment('pay'),
      { id: 'end' },
    ],
    [
      ['start', 'route'],
      ['route', 'a', { probability: (1 - share) * 0.75 }],
      ['route', 'pay', { probability: (1 - share) * 0.25 }],
      ['route', 'b', { probability: share, kind }],
      ['a', 'pay'],
      ['b', 'pay'],
      ['pay', 'end'],
    ],
    { handoffs: [approvalBefore('pay')] },
  )

test.each<[number, TransitionKind, readonly string[]]>([
  [0.21, 'exception', ['X15@t4:warning']],
  [0.2, 'exception', []],
  [0.5, 'low-confidence', ['X15@t4:warning']],
  [0.5, 'ambiguity', ['X15@t4:warning']],
  [0.5, 'normal', []],
  [0.5, 'error', []],
])('X15 at a share of %d on a way of kind %s', (share, kind, ids) => {
  expect(reported('X15', routed(share, kind))).toEqual(ids)
})

test('X15 tightens a condition by giving the rest to the other ways, in the proportions that they have', () => {
  const workflow = routed(0.6, 'exception')
  const [finding] = findingsOf('X15', workflow)
  const [, tighten] = finding!.fixes!
  const after = applyCommand(workflow, tighten!.command as unknown as Command)
  if (!after.ok) throw new Error('refused')
  const odds = after.value.transitions.filter(({ from }) => from === 'route').map((t) => t.probability)
  expect(odds).toEqual([0.6, 0.2, 0.2])
})

test('X15 does not take all branches of a split for odd cases', () => {
  const workflow = routed(0.6, 'exception')
  const split = {
    ...workflow,
    steps: workflow.steps.map((s) => (s.id === 'route' ? { ...s, kind: 'split' as const } : s)),
  }
  expect(reported('X15', split)).toEqual([])
})

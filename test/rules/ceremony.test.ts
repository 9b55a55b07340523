import { expect, test } from 'vitest'
import { analyse } from '../../shared/analysis/analyse.ts'
import { ceremony } from '../../shared/rules/ceremony.ts'
import { approvalBefore, payment, sketch } from '../../shared/rules/example.ts'
import type { Handoff } from '../../shared/model/handoff.ts'
import type { Consequence, Step } from '../../shared/model/step.ts'
import { expectFixed, findingsOf, reported, testExamples } from './support.ts'

testExamples(ceremony)

const note: Consequence = { level: 1, reversibility: 0 }
const record: Consequence = { level: 2, reversibility: 1 }

interface Case {
  readonly consequence?: Consequence | undefined
  readonly before?: Partial<Step>
  readonly second?: Consequence
  readonly handoffs?: readonly Handoff[]
}

function gated({ consequence, before = {}, second, handoffs = [approvalBefore('act')] }: Case) {
  return sketch(
    [
      { id: 'start' },
      { id: 'before', ...before },
      { id: 'act', kind: 'action', ...(consequence ? { consequence } : {}) },
      { id: 'then', kind: 'action', consequence: second ?? note },
      { id: 'end' },
    ],
    [
      ['start', 'before'],
      ['before', 'act'],
      ['act', 'then'],
      ['then', 'end'],
    ],
    { handoffs },
  )
}

const doubt: Partial<Step> = { kind: 'model', uncertainty: { level: 2, label: 'content' } }

test.each<[string, Case, boolean]>([
  ['an approval of a note', { consequence: note }, true],
  ['an approval of a record that somebody should hear of', { consequence: record }, true],
  [
    'a note and then something that needs an approval',
    { consequence: note, second: payment('x').consequence! },
    false,
  ],
  [
    'a gate of its own in front of what needs one',
    {
      consequence: note,
      second: payment('x').consequence!,
      handoffs: [approvalBefore('act'), approvalBefore('then')],
    },
    true,
  ],
  ['an action that nobody has tagged', {}, false],
  ['doubt that the record counts on having been looked at', { consequence: record, before: doubt }, false],
  ['doubt in front of a mere note', { consequence: note, before: doubt }, true],
  [
    'an exception handoff',
    { consequence: note, handoffs: [approvalBefore('act', { kind: 'exception' })] },
    false,
  ],
  ['a question', { consequence: note, handoffs: [approvalBefore('act', { kind: 'clarify' })] }, false],
  [
    'a note to somebody',
    {
      consequence: note,
      handoffs: [{ id: 'approve_act', kind: 'notify', strength: 'notify', at: { before: 'act' } }],
    },
    false,
  ],
  [
    'a gate that somebody pinned',
    { consequence: note, handoffs: [approvalBefore('act', { pinned: true })] },
    false,
  ],
])('X2 with %s', (_name, one, expected) => {
  const workflow = gated(one)
  expect(reported('X2', workflow).filter((id) => id.startsWith('X2@approve_act'))).toEqual(
    expected ? ['X2@approve_act:warning'] : [],
  )
})

test('X2 offers to tell instead of asking only where there is something to tell', () => {
  const titles = (consequence: Consequence) =>
    findingsOf('X2', gated({ consequence })).flatMap(({ fixes = [] }) => fixes.map(({ title }) => title))
  expect(titles(note)).toEqual(['Take it out'])
  expect(titles(record)).toEqual(['Tell somebody instead of asking', 'Take it out'])
})

test('X2 makes a note of the gate, on which nothing waits any more', () => {
  const workflow = gated({ consequence: record })
  const [finding] = findingsOf('X2', workflow)
  const mended = expectFixed(workflow, finding!, finding!.fixes![0]!)
  expect(mended.handoffs).toEqual([
    { id: 'approve_act', kind: 'notify', strength: 'notify', at: { before: 'act' } },
  ])
  expect(analyse(mended).findings.filter(({ rule }) => ['S11', 'X7', 'X8'].includes(rule))).toEqual([])
})

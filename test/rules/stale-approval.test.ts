import { expect, test } from 'vitest'
import { applyCommand } from '../../shared/commands/apply.ts'
import type { Command } from '../../shared/commands/index.ts'
import { analyse } from '../../shared/analysis/analyse.ts'
import type { Handoff } from '../../shared/model/handoff.ts'
import type { Step } from '../../shared/model/step.ts'
import { approvalBefore, payment, sketch } from '../../shared/rules/example.ts'
import { staleApproval } from '../../shared/rules/stale-approval.ts'
import { expectFixed, findingsOf, reported, testExamples } from './support.ts'

testExamples(staleApproval)

/** start → between → pay → end, approved before the step in between. */
const across = (between: Partial<Step>, gate: Partial<Handoff> = {}, pay: Partial<Step> = {}) =>
  sketch(
    [{ id: 'start' }, { id: 'between', ...between }, { ...payment('pay'), ...pay }, { id: 'end' }],
    [
      ['start', 'between'],
      ['between', 'pay'],
      ['pay', 'end'],
    ],
    { handoffs: [approvalBefore('between', gate)] },
  )
const doubtful: Partial<Step> = { kind: 'model', uncertainty: { level: 2, label: 'content' } }
const bound: Partial<Handoff> = { binding: 'args-hash' }
const day: Partial<Handoff> = { expires: 'PT24H' }

test.each<[string, ReturnType<typeof sketch>, readonly string[]]>([
  [
    'makes what the action uses',
    across({ produces: ['file'] }, {}, { uses: ['file'] }),
    ['X12@approve_between:error'],
  ],
  ['makes something else', across({ produces: ['log'] }, {}, { uses: ['file'] }), []],
  ['lets the world change', across({ kind: 'wait', changesState: true }), ['X12@approve_between:error']],
  [
    'may be wrong, behind an approval that is bound to what it saw',
    across(doubtful, bound),
    ['X12@approve_between:error'],
  ],
  ['may be wrong, behind a look at the thinking (X3)', across(doubtful), []],
  ['is hardly ever wrong', across({ kind: 'model', uncertainty: { level: 1, label: 'content' } }, bound), []],
  [
    'takes longer than the approval holds',
    across({ kind: 'wait', duration: 'P3D' }, day),
    ['X12@approve_between:error'],
  ],
  ['takes less than the approval holds', across({ kind: 'wait', duration: 'PT20H' }, day), []],
  ['takes long, behind an approval without an end', across({ kind: 'wait', duration: 'P3D' }), []],
])('X12 where the step in between %s', (_, workflow, ids) => {
  expect(reported('X12', workflow)).toEqual(ids)
  for (const finding of findingsOf('X12', workflow)) {
    expect(finding.fixes?.map(({ title }) => title)).toEqual([
      'Move it to right before “pay”',
      'Ask again, only about what is different',
    ])
    for (const fix of finding.fixes!) expectFixed(workflow, finding, fix)
  }
})

test('X12 keeps the first approval when only the difference is asked about, and nothing argues against either', () => {
  const workflow = across({ produces: ['file'] }, {}, { uses: ['file'] })
  const [finding] = findingsOf('X12', workflow)
  const after = applyCommand(workflow, finding!.fixes![1]!.command as unknown as Command)
  if (!after.ok) throw new Error('refused')
  const { covered, findings } = analyse(after.value)
  expect(covered).toBe(true)
  expect(after.value.handoffs).toHaveLength(2)
  expect(findings.filter(({ kind, place }) => kind === 'remove' && 'handoff' in place)).toEqual([])
})

test('X12 does not move a gate away from what it covers', () => {
  const both = sketch(
    [
      { id: 'start' },
      payment('first'),
      { id: 'between', produces: ['file'] },
      { ...payment('pay'), uses: ['file'] },
      { id: 'end' },
    ],
    [
      ['start', 'first'],
      ['first', 'between'],
      ['between', 'pay'],
      ['pay', 'end'],
    ],
    { handoffs: [approvalBefore('first')] },
  )
  expect(reported('X12', both)).toEqual([])
})

test('X12 puts a person who approved too early right before the action', () => {
  const desk = sketch(
    [
      { id: 'start' },
      { id: 'desk', kind: 'human', grant: 'approve', uses: ['letter'] },
      { id: 'rewrite', uses: ['letter'], produces: ['letter'] },
      { ...payment('send'), uses: ['letter'] },
      { id: 'end' },
    ],
    [
      ['start', 'desk'],
      ['desk', 'rewrite'],
      ['rewrite', 'send'],
      ['send', 'end'],
    ],
  )
  expect(reported('X12', desk)).toEqual(['X12@desk:error'])
  const [finding] = findingsOf('X12', desk)
  expect(finding!.fixes).toHaveLength(1)
  expectFixed(desk, finding!, finding!.fixes![0]!)
})

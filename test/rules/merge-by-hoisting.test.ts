import { expect, test } from 'vitest'
import { analyse } from '../../shared/analysis/analyse.ts'
import { applyCommand } from '../../shared/commands/apply.ts'
import type { Command } from '../../shared/commands/index.ts'
import type { Handoff } from '../../shared/model/handoff.ts'
import type { Step } from '../../shared/model/step.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { approvalBefore, payment, sketch } from '../../shared/rules/example.ts'
import { mergeByHoisting } from '../../shared/rules/merge-by-hoisting.ts'
import { expectFixed, findingsOf, reported, testExamples } from './support.ts'

testExamples(mergeByHoisting)

interface Variant {
  readonly refund?: Partial<Step>
  readonly write?: Partial<Step>
  readonly send?: Partial<Step>
  readonly handoffs?: readonly Handoff[]
}

/** start → refund → write → check → send → end: two actions, and a letter that is written between them. */
function letter({
  refund,
  write,
  send,
  handoffs = [approvalBefore('refund'), approvalBefore('send')],
}: Variant): Workflow {
  return sketch(
    [
      { id: 'start' },
      { ...payment('refund'), ...refund },
      { id: 'write', kind: 'model', uncertainty: { level: 2, label: 'content' }, ...write },
      { id: 'check', kind: 'check' },
      { ...payment('send'), ...send },
      { id: 'end' },
    ],
    [
      ['start', 'refund'],
      ['refund', 'write'],
      ['write', 'check'],
      ['check', 'send'],
      ['send', 'end'],
    ],
    { handoffs },
  )
}

test.each<[string, Variant, readonly string[]]>([
  ['nothing is said to depend on the first action', {}, ['X19@write:info']],
  ['both gates are only suggested so far', { handoffs: [] }, ['X19@write:info']],
  [
    'what is written uses what the first action makes',
    { refund: { produces: ['receipt'] }, write: { uses: ['receipt'] } },
    [],
  ],
  [
    'the second action uses what the first one makes',
    { refund: { produces: ['receipt'] }, send: { uses: ['receipt'] } },
    [],
  ],
  [
    'what is written uses something else',
    { refund: { produces: ['receipt'] }, write: { uses: ['ticket'] } },
    ['X19@write:info'],
  ],
  ['the step in between acts as well', { write: { kind: 'action', consequence: { level: 1 } } }, []],
  [
    'a person is asked in between',
    { handoffs: [approvalBefore('refund'), approvalBefore('check'), approvalBefore('send')] },
    [],
  ],
  ['the first action is doubtful itself', { refund: { uncertainty: { level: 2, label: 'content' } } }, []],
  ['nothing doubtful comes in between (X1)', { write: { uncertainty: { level: 1, label: 'content' } } }, []],
])('X19 where %s', (_, variant, ids) => {
  const workflow = letter(variant)
  expect(reported('X19', workflow)).toEqual(ids)
  for (const finding of findingsOf('X19', workflow)) expectFixed(workflow, finding, finding.fixes![0]!)
})

function merged(workflow: Workflow): Workflow {
  const [finding] = findingsOf('X19', workflow)
  const after = applyCommand(workflow, finding!.fixes![0]!.command as unknown as Command)
  if (!after.ok) throw new Error(JSON.stringify(after.faults))
  return after.value
}

test('X19 leaves one gate, as strong as the stronger of the two, in front of both actions', () => {
  const strong = [approvalBefore('refund'), approvalBefore('send', { strength: 'two-person' })]
  const after = merged(letter({ handoffs: strong }))
  expect(after.handoffs.map(({ at, strength }) => ({ at, strength }))).toEqual([
    { at: { before: 'refund' }, strength: 'two-person' },
  ])
  expect(after.transitions.map(({ from, to }) => `${from} → ${to}`)).toEqual([
    'start → write',
    'refund → send',
    'write → check',
    'check → refund',
    'send → end',
  ])
  const { covered, placement, attention } = analyse(after)
  expect([covered, placement.remove]).toEqual([true, []])
  expect(attention.approvalMinutesPerRun).toBe(10)
})

test('X19 halves the suggested approvals too', () => {
  const before = letter({ handoffs: [] })
  const minutes = [before, merged(before)].map((one) => analyse(one).placement.approvalMinutesPerRun)
  expect(minutes).toEqual([8, 4])
})

test('X19 copies what other cases need as well, and leaves their gate to them', () => {
  const shared = sketch(
    [
      { id: 'start' },
      { id: 'route', kind: 'decision' },
      payment('refund'),
      { id: 'write', kind: 'model', uncertainty: { level: 2, label: 'content' } },
      payment('send'),
      { id: 'end' },
    ],
    [
      ['start', 'route'],
      ['route', 'refund', { probability: 0.5 }],
      ['route', 'write', { probability: 0.5 }],
      ['refund', 'write'],
      ['write', 'send'],
      ['send', 'end'],
    ],
    { handoffs: [approvalBefore('refund'), approvalBefore('send')] },
  )
  expect(reported('X19', shared)).toEqual(['X19@write:info'])
  const after = merged(shared)
  const { covered, attention } = analyse(after)
  expect([covered, attention.approvalMinutesPerRun, analyse(shared).attention.approvalMinutesPerRun]).toEqual(
    [true, 4, 6],
  )
  expect(after.handoffs.map(({ at }) => at)).toEqual([{ before: 'refund' }, { on: 't5' }])
})

// What a change changes for people: gates that are gone though the tags were lowered with them, and what is looser.
import { expect, test } from 'vitest'
import { analyse } from '../../shared/analysis/analyse.ts'
import { differenceOf } from '../../shared/diff/difference.ts'
import { compareSides } from '../../shared/diff/sides.ts'
import { BRIEF, approvalBefore, payment, sketch } from '../../shared/rules/example.ts'
import type { Behavioural } from '../../shared/model/difference.ts'
import { DifferenceSchema } from '../../shared/model/difference.ts'
import type { Workflow } from '../../shared/model/workflow.ts'

const steps = [{ id: 'start' }, { id: 'draft', kind: 'model' as const }, payment('pay'), { id: 'end' }]
const ways = [
  ['start', 'draft'],
  ['draft', 'pay'],
  ['pay', 'end'],
] as const
const covered = sketch(steps, ways, { brief: BRIEF, handoffs: [approvalBefore('pay')] })
const open = sketch(steps, ways, { brief: BRIEF })

function behaviour(a: Workflow, b: Workflow): Behavioural {
  const sides = compareSides(a, b)
  const difference = differenceOf(sides, { before: analyse(sides.before), after: analyse(sides.after) })
  expect(DifferenceSchema.parse(JSON.parse(JSON.stringify(difference)))).toEqual(difference)
  return difference.behavioural
}

const ids = (told: Behavioural): readonly string[] =>
  told.loosened.map(({ id, severity }) => `${id} ${severity}`)

test('a gate that is gone: the action is no longer behind a person, and the walk shows it', () => {
  const told = behaviour(covered, open)
  expect(told.newlyUngated).toEqual([
    { step: 'pay', name: 'pay', before: 'approve', after: 'none', path: ['start', 'draft', 'pay'] },
  ])
  expect(told.coverageLost.map(({ step, path }) => [step, path])).toEqual([
    ['pay', ['start', 'draft', 'pay']],
  ])
  expect(told.minutesPerRun.before - told.minutesPerRun.after).toBe(4)
  expect(ids(told)).toEqual(['ungated@pay error', 'uncovered@pay error'])
  expect(told.loosened[0]!.message).toBe('“pay” is no longer behind a person.')
  expect(told.newFindings.map(({ id }) => id)).toContain('S9@pay')
})

test('the other way round everything is tighter, and nothing is loosened', () => {
  const told = behaviour(open, covered)
  expect(told.newlyGated).toEqual([{ step: 'pay', name: 'pay', before: 'none', after: 'approve' }])
  expect(told.coverageGained.map(({ step }) => step)).toEqual(['pay'])
  expect(told.goneFindings.map(({ id }) => id)).toContain('S9@pay')
  expect(told.loosened).toEqual([])
})

test('nothing changes where nothing changed', () => {
  const { minutesPerRun, promptsPerRun, approvalMinutesPerRun, ...lists } = behaviour(covered, covered)
  expect(Object.values(lists).flat()).toEqual([])
  for (const { before, after } of [minutesPerRun, promptsPerRun, approvalMinutesPerRun])
    expect(after).toBe(before)
})

test('a lowered tag does not hide the gate that went with it', () => {
  const harmless = { ...payment('pay'), consequence: { level: 0 as const } }
  const after = sketch([steps[0]!, steps[1]!, harmless, steps[3]!], ways, { brief: BRIEF })
  expect(analyse(after).covered).toBe(true)
  expect(ids(behaviour(covered, after))).toEqual(['ungated@pay error', 'lowered@pay warning'])
})

test('a weaker gate is weakened, a stronger one strengthened', () => {
  const weaker = {
    ...covered,
    handoffs: covered.handoffs.map((gate) =>
      gate.id === 'brief' ? gate : { ...gate, strength: 'confirm' as const },
    ),
  }
  expect(behaviour(covered, weaker).weakened).toEqual([
    { step: 'pay', name: 'pay', before: 'approve', after: 'confirm' },
  ])
  expect(ids(behaviour(covered, weaker))).toEqual(['weakened@pay error', 'uncovered@pay error'])
  expect(behaviour(weaker, covered).strengthened).toHaveLength(1)
})

test('a way around a gate ungates what is behind it', () => {
  const around = sketch(steps, [...ways, ['start', 'pay']], {
    brief: BRIEF,
    handoffs: [approvalBefore('pay', { at: { on: 't2' } })],
  })
  const straight = sketch(steps, ways, {
    brief: BRIEF,
    handoffs: [approvalBefore('pay', { at: { on: 't2' } })],
  })
  expect(behaviour(straight, around).newlyUngated[0]).toMatchObject({ step: 'pay', path: ['start', 'pay'] })
})

test('a person before the last doubt still stands in the way', () => {
  const before = sketch(steps, ways, {
    brief: BRIEF,
    handoffs: [approvalBefore('pay', { at: { on: 't1' } })],
  })
  const told = behaviour(
    { ...before, steps: doubtful(before) },
    { ...before, steps: doubtful(before), handoffs: [] },
  )
  expect(told.newlyUngated.map(({ before: then }) => then)).toEqual(['approve'])
})

function doubtful({ steps: all }: Workflow): Workflow['steps'] {
  return all.map((step) =>
    step.id === 'draft' ? { ...step, uncertainty: { level: 3 as const, label: 'content' as const } } : step,
  )
}

test('a gate that nothing needed may go with a warning', () => {
  const idle = { id: 'note', kind: 'action' as const, consequence: { level: 0 as const } }
  const before = sketch(
    [steps[0]!, idle, steps[3]!],
    [
      ['start', 'note'],
      ['note', 'end'],
    ],
    {
      handoffs: [approvalBefore('note')],
    },
  )
  const after = { ...before, handoffs: [] }
  expect(ids(behaviour(before, after))).toEqual(['ungated@note warning'])
})

test('an automatic check is no person', () => {
  const checkedOnly = sketch(
    [steps[0]!, { id: 'draft', kind: 'check', grant: 'approve' }, steps[2]!, steps[3]!],
    ways,
    { brief: BRIEF },
  )
  const byPerson = {
    ...checkedOnly,
    steps: checkedOnly.steps.map((step) =>
      step.id === 'draft' ? { ...step, kind: 'human' as const } : step,
    ),
  }
  expect(behaviour(byPerson, checkedOnly).newlyUngated.map(({ step }) => step)).toEqual(['pay'])
})

test('an accepted risk and a finding that is set aside are loosenings', () => {
  const after: Workflow = {
    ...open,
    placing: {
      forbidden: [],
      waivers: [{ step: 'pay', reason: 'pilot', owner: 'Ana', expires: '2027-01-31' }],
    },
    dispositions: [
      { finding: 'S9@pay', status: 'dismissed', reason: 'fine', by: '', at: '', facts: '' },
    ] as Workflow['dispositions'],
  }
  expect(ids(behaviour(open, after))).toEqual([
    'lowered@pay warning',
    'accepted@pay warning',
    'set-aside@S9@pay warning',
  ])
})

test('a suggestion that is accepted sets nothing aside; one that is dismissed later does', () => {
  const decided = (workflow: Workflow, status: 'accepted' | 'dismissed'): Workflow => ({
    ...workflow,
    dispositions: [
      { finding: 'S2@pay', status, reason: '', by: '', at: '', facts: '' },
    ] as Workflow['dispositions'],
  })
  expect(ids(behaviour(open, decided(covered, 'accepted')))).toEqual([])
  expect(ids(behaviour(decided(covered, 'accepted'), decided(covered, 'dismissed')))).toEqual([
    'set-aside@S2@pay warning',
  ])
})

test('the same workflow under other ids behaves the same', () => {
  const renamed: Workflow = {
    ...covered,
    steps: covered.steps.map((step) => ({ ...step, id: `n-${step.id}` })),
    transitions: covered.transitions.map((way) => ({ ...way, from: `n-${way.from}`, to: `n-${way.to}` })),
    handoffs: covered.handoffs.map((gate) => ({
      ...gate,
      at: gate.id === 'brief' ? { start: 'n-start' } : { before: 'n-pay' },
    })),
  }
  const told = behaviour(covered, renamed)
  expect([told.loosened, told.newFindings, told.goneFindings, told.newlyGated]).toEqual([[], [], [], []])
})

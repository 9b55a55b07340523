// X23: gaps and overlaps of conditions at one place, what cannot be compared, and fixes that really mend.
import { describe, expect, it } from 'vitest'
import { analyse } from '../../shared/analysis/analyse.ts'
import type { Handoff } from '../../shared/model/handoff.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { BRIEF, approvalBefore, payment, sketch } from '../../shared/rules/example.ts'
import { tiers } from '../../shared/rules/tiers.ts'
import { expectFixed, findingsOf, reported, testExamples } from './support.ts'

testExamples(tiers)

function paid(handoffs: readonly Partial<Handoff>[], condition?: string): Workflow {
  return sketch(
    [{ id: 'start' }, payment('pay'), { id: 'end' }],
    [
      ['start', 'pay', condition === undefined ? {} : { condition }],
      ['pay', 'end'],
    ],
    { brief: BRIEF, handoffs: handoffs.map((more, i) => approvalBefore('pay', { id: `h${i}`, ...more })) },
  )
}

describe('what is reported', () => {
  it.each<[string, readonly Partial<Handoff>[], readonly string[], string?]>([
    [
      'a gap is an error where it leaves an action open',
      [{ when: 'a < 1' }, { when: 'a > 1' }],
      ['X23@h0:error'],
    ],
    ['no gap', [{ when: 'a < 1' }, { when: 'a >= 1' }], []],
    ['asking twice is a warning', [{ when: 'a <= 1' }, { when: 'a >= 1' }], ['X23@h0:warning']],
    ['one condition alone leaves the rest open', [{ when: 'a > 1' }], ['X23@h0:error']],
    ['one condition beside a gate that always asks', [{}, { when: 'a > 1', strength: 'two-person' }], []],
    ['tiers beside a gate that always asks have no gap', [{}, { when: 'a > 2' }, { when: 'a < 1' }], []],
    ['what cannot be compared counts for nothing', [{ when: 'a > b' }], ['X23@h0:error']],
    ['what cannot be compared beside a gate that always asks', [{}, { when: 'a > b' }], ['X23@h1:warning']],
    ['a fault in the condition of a note', [{}, { kind: 'notify', when: 'a >' }], ['X23@h1:warning']],
    ['a note with a condition is no tier', [{}, { kind: 'notify', when: 'a > 1' }], []],
    ['values that never come there are no gap', [{ when: 'a in (1..5]' }, { when: 'a > 5' }], [], 'a > 1'],
    [
      'the finding stands at the strongest',
      [{ when: 'a < 1' }, { when: 'a > 1', strength: 'two-person' }],
      ['X23@h1:error'],
    ],
  ])('%s', (_, handoffs, expected, condition) => {
    expect(reported('X23', paid(handoffs, condition))).toEqual(expected)
  })
})

it('names the values that nobody is asked for, and those for which several are', () => {
  const [finding] = findingsOf(
    'X23',
    paid([{ when: 'amount <= 100' }, { when: 'amount >= 250' }, { when: 'amount >= 300' }]),
  )
  expect(finding!.message).toBe(
    'In front of “pay”, nobody is asked with amount between 100 and 250; several are asked with amount from 300 up.',
  )
  expect(finding!.facts).toContainEqual({ name: 'nobody is asked', value: 'amount between 100 and 250' })
})

it.each<[string, readonly Partial<Handoff>[], number]>([
  ['a gap', [{ when: 'a < 1' }, { when: 'a > 1' }], 2],
  ['two that overlap', [{ when: 'a <= 1' }, { when: 'a >= 1' }], 2],
  [
    'a gap among three',
    [{ when: 'a < 1' }, { when: 'a in [2..3]' }, { when: 'a > 4', strength: 'two-person' }],
    2,
  ],
  ['one alone', [{ when: 'a < 1' }], 1],
  ['one that cannot be compared', [{ when: 'a < b' }], 1],
])('every fix of %s mends it and leaves the action covered', (_, handoffs, count) => {
  const workflow = paid(handoffs)
  const [finding] = findingsOf('X23', workflow)
  expect(finding!.fixes).toHaveLength(count)
  for (const fix of finding!.fixes!) expectFixed(workflow, finding!, fix)
})

it('a gap shows as a walk to the action, and closing it covers the action', () => {
  expect(analyse(paid([{ when: 'a < 1' }, { when: 'a > 1' }])).counterexamples).toMatchObject([
    { action: 'pay', carried: 0 },
  ])
  expect(analyse(paid([{ when: 'a < 1' }, { when: 'a >= 1' }])).covered).toBe(true)
})

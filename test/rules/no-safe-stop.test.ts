import { expect, test } from 'vitest'
import type { Handoff } from '../../shared/model/handoff.ts'
import type { Step } from '../../shared/model/step.ts'
import { approvalBefore, payment, sketch } from '../../shared/rules/example.ts'
import { noSafeStop } from '../../shared/rules/no-safe-stop.ts'
import { expectFixed, findingsOf, reported, testExamples } from './support.ts'

testExamples(noSafeStop)

const stopped = { id: 'stopped', kind: 'end' as const, outcome: 'stopped' as const }
type Way = Parameters<typeof sketch>[1][number]

/** start → book → pay → end, approved at the beginning, with something more. */
const trip = (
  steps: readonly (Partial<Step> & { id: string })[],
  ways: readonly Way[],
  handoffs: readonly Handoff[] = [],
) =>
  sketch(
    [{ id: 'start' }, payment('book'), payment('pay'), { id: 'end' }, ...steps]
      .map((step, _, all) => all.findLast(({ id }) => id === step.id)!)
      .filter((step, i, all) => all.indexOf(step) === i),
    [['start', 'book'], ['book', 'pay'], ['pay', 'end'], ...ways],
    { handoffs: [approvalBefore('book'), ...handoffs] },
  )

test.each<[string, ReturnType<typeof sketch>, readonly string[]]>([
  ['nothing leads to a stop', trip([], []), ['X9@book:error']],
  ['a failure of the second leads to a stop', trip([stopped], [['pay', 'stopped', { kind: 'error' }]]), []],
  [
    'a failure leads to an end that is no stop',
    trip([{ id: 'gone', kind: 'end', outcome: 'failed' }], [['pay', 'gone', { kind: 'error' }]]),
    ['X9@book:error'],
  ],
  [
    'only the first can be stopped, before it has done anything',
    trip([stopped], [['book', 'stopped', { kind: 'error' }]]),
    ['X9@book:error'],
  ],
  ['somebody can refuse the second', trip([], [], [approvalBefore('pay')]), []],
  [
    'what was done is undone',
    trip(
      [
        { ...payment('book'), compensatedBy: 'cancel' },
        { id: 'cancel', kind: 'action', consequence: { level: 1 } },
      ],
      [
        ['pay', 'cancel', { kind: 'error' }],
        ['cancel', 'end'],
      ],
    ),
    [],
  ],
  [
    'what was done is easy to take back',
    trip([{ ...payment('book'), consequence: { level: 3, external: true } }], []),
    ['X9@book:warning'],
  ],
])('X9 where %s', (_, workflow, ids) => {
  expect(reported('X9', workflow)).toEqual(ids)
  for (const finding of findingsOf('X9', workflow)) {
    expect(finding.fixes).toHaveLength(1)
    expectFixed(workflow, finding, finding.fixes![0]!)
  }
})

test('X9 speaks of the first of several actions, and its button serves all', () => {
  const chain = sketch(
    [{ id: 'start' }, payment('a'), payment('b'), payment('c'), { id: 'end' }],
    [
      ['start', 'a'],
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'end'],
    ],
    { handoffs: [approvalBefore('a')] },
  )
  expect(reported('X9', chain)).toEqual(['X9@a:error'])
  const [finding] = findingsOf('X9', chain)
  expect(finding!.facts.find(({ name }) => name === 'still to come')?.value).toEqual(['b', 'c'])
  expectFixed(chain, finding!, finding!.fixes![0]!)
})

test('X9 ends a failure in a stop where nothing consequential is left to do', () => {
  const workflow = sketch(
    [
      { id: 'start' },
      payment('pay'),
      { id: 'file' },
      { id: 'lost', kind: 'end', outcome: 'failed' },
      { id: 'end' },
    ],
    [
      ['start', 'pay'],
      ['pay', 'file'],
      ['file', 'end', { probability: 0.9 }],
      ['file', 'lost', { probability: 0.1, kind: 'error' }],
    ],
    { handoffs: [approvalBefore('pay')] },
  )
  expect(reported('X9', workflow)).toEqual(['X9@pay:error'])
  const [finding] = findingsOf('X9', workflow)
  expectFixed(workflow, finding!, finding!.fixes![0]!)
})

test('X9 has nothing to say of one action, or of two that never follow each other', () => {
  const one = sketch(
    [{ id: 'start' }, payment('pay'), { id: 'end' }],
    [
      ['start', 'pay'],
      ['pay', 'end'],
    ],
  )
  const either = sketch(
    [{ id: 'start' }, { id: 'route', kind: 'decision' }, payment('a'), payment('b'), { id: 'end' }],
    [
      ['start', 'route'],
      ['route', 'a', { probability: 0.5 }],
      ['route', 'b', { probability: 0.5 }],
      ['a', 'end'],
      ['b', 'end'],
    ],
  )
  expect([reported('X9', one), reported('X9', either)]).toEqual([[], []])
})

import { expect, test } from 'vitest'
import { approvalBefore, payment, sketch } from '../../shared/rules/example.ts'
import { missingRejection } from '../../shared/rules/missing-rejection.ts'
import type { Handoff } from '../../shared/model/handoff.ts'
import type { Step } from '../../shared/model/step.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { expectFixed, findingsOf, reported, testExamples } from './support.ts'

testExamples(missingRejection)

const steps = [{ id: 'start' }, { id: 'revise' }, payment('pay'), { id: 'end' }]
const ways = [
  ['start', 'revise', { probability: 0.5 }],
  ['start', 'pay', { probability: 0.5 }],
  ['revise', 'pay'],
  ['pay', 'end'],
] as const

test('X7 reports a refusal that reaches the act by another way, with the walk', () => {
  const onOneWay = approvalBefore('pay', { at: { on: 't2' }, onReject: { to: 'revise' } })
  const workflow = sketch(steps, ways, { handoffs: [onOneWay] })
  expect(findingsOf('X7', workflow).map(({ id, path }) => ({ id, path }))).toEqual([
    { id: 'X7@approve_pay', path: ['revise', 'pay'] },
  ])
})

test('X7 is content with rework that comes back to the same gate a stated number of times, and warns without one', () => {
  const rework = (maxReproposals?: number) =>
    reported(
      'X7',
      sketch(steps, ways, {
        handoffs: [
          approvalBefore('pay', {
            onReject: { to: 'revise', ...(maxReproposals === undefined ? {} : { maxReproposals }) },
          }),
        ],
      }),
    )
  expect([rework(2), rework(0), rework()]).toEqual([[], [], ['X7@approve_pay:warning']])
})

const person = { id: 'ask', kind: 'human' as const, grant: 'approve' as const, timeout: 'P1D' }
const byWay = (target: string, more: Partial<Step> = {}, gate?: Handoff) =>
  sketch(
    [
      { id: 'start' },
      { ...person, ...more },
      { id: 'revise' },
      payment('pay'),
      payment('write_to_them'),
      { id: 'end' },
    ],
    [
      ['start', 'ask'],
      ['ask', 'pay', { probability: 0.9 }],
      ['ask', target, { probability: 0.1, kind: 'reject' }],
      ['revise', target === 'revise' ? 'pay' : 'ask'],
      ['pay', 'end'],
      ['write_to_them', 'end'],
    ],
    { handoffs: gate ? [gate] : [] },
  )

test('X7 reports a person whose “no” leads to what was refused, and not one whose “no” leads to another act', () => {
  expect(findingsOf('X7', byWay('revise')).map(({ id, severity, path }) => ({ id, severity, path }))).toEqual(
    [{ id: 'X7@t3', severity: 'error', path: ['ask', 'revise', 'pay'] }],
  )
  expect(reported('X7', byWay('write_to_them'))).toEqual([])
  expect(reported('X7', byWay('revise', {}, approvalBefore('pay')))).toEqual([])
})

test('X7 warns of refused work that comes back to the same person for ever', () => {
  const again = sketch(
    [{ id: 'start' }, person, { id: 'revise' }, payment('pay'), { id: 'end' }],
    [
      ['start', 'ask'],
      ['ask', 'pay', { probability: 0.9 }],
      ['ask', 'revise', { probability: 0.1, kind: 'reject' }],
      ['revise', 'ask'],
      ['pay', 'end'],
    ],
  )
  expect(reported('X7', again)).toEqual(['X7@t3:warning'])
  const bounded = {
    ...again,
    steps: again.steps.map((s) => (s.id === 'ask' ? { ...s, retry: { max: 2 } } : s)),
  }
  expect(reported('X7', bounded)).toEqual([])
})

test.each<[string, Workflow]>([
  [
    'no way to say no',
    sketch(steps, ways, { handoffs: [approvalBefore('pay', { decisions: ['approve'] })] }),
  ],
  [
    'a refusal round the gate',
    sketch(steps, ways, {
      handoffs: [approvalBefore('pay', { at: { on: 't2' }, onReject: { to: 'revise' } })],
    }),
  ],
  [
    'rework without an end',
    sketch(steps, ways, { handoffs: [approvalBefore('pay', { onReject: { to: 'revise' } })] }),
  ],
  ['a person’s no round the gate', byWay('revise')],
])('X7 has a button for %s, and it works', (_, workflow) => {
  const [finding] = findingsOf('X7', workflow)
  expect(finding?.fixes).toHaveLength(1)
  for (const fix of finding!.fixes!) expectFixed(workflow, finding!, fix)
})

test('X7 reports a gate that offers no refusal at all', () => {
  expect(
    reported(
      'X7',
      sketch(steps, ways, { handoffs: [approvalBefore('pay', { decisions: ['approve', 'edit'] })] }),
    ),
  ).toEqual(['X7@approve_pay:error'])
})

test('X7 warns of a person whose no changes nothing', () => {
  const workflow = sketch(
    [{ id: 'start' }, { id: 'ask', kind: 'human', grant: 'approve' }, payment('pay'), { id: 'end' }],
    [
      ['start', 'ask'],
      ['ask', 'pay'],
      ['pay', 'end'],
    ],
  )
  expect(reported('X7', workflow)).toEqual(['X7@ask:warning'])
})

test('X7 does not take a “no” that comes back to the person for one that goes round them', () => {
  // The person may release less than the action needs; that is what other rules are about.
  const weak = sketch(
    [
      { id: 'start' },
      { ...person, grant: 'confirm', retry: { max: 2 } },
      { id: 'revise' },
      payment('pay'),
      { id: 'end' },
    ],
    [
      ['start', 'ask'],
      ['ask', 'pay', { probability: 0.9 }],
      ['ask', 'revise', { probability: 0.1, kind: 'reject' }],
      ['revise', 'ask'],
      ['pay', 'end'],
    ],
  )
  expect(reported('X7', weak)).toEqual([])
})

import { expect, test } from 'vitest'
import type { Handoff } from '../../shared/model/handoff.ts'
import type { Step } from '../../shared/model/step.ts'
import type { Transition } from '../../shared/model/transition.ts'
import { blindRetry } from '../../shared/rules/blind-retry.ts'
import { approvalBefore, payment, sketch } from '../../shared/rules/example.ts'
import { expectFixed, findingsOf, reported, testExamples } from './support.ts'

testExamples(blindRetry)

/** start → pay → end with a step that is tried again in front of it. */
const fetching = (fetch: Partial<Step>, again: Partial<Transition> = { kind: 'retry' }) =>
  sketch(
    [
      { id: 'start' },
      { id: 'fetch', ...fetch },
      { id: 'ok', kind: 'decision' },
      payment('pay'),
      { id: 'end' },
    ],
    [
      ['start', 'fetch'],
      ['fetch', 'ok'],
      ['ok', 'pay', { probability: 0.9 }],
      ['ok', 'fetch', { probability: 0.1, ...again }],
      ['pay', 'end'],
    ],
    { handoffs: [approvalBefore('pay')] },
  )

test.each<[string, Partial<Step>, readonly string[]]>([
  ['without a bound', {}, ['X6@fetch:error']],
  ['more often than helps', { retry: { max: 20 } }, ['X6@fetch:warning']],
  ['a few times', { retry: { max: 4 } }, []],
  ['without a bound but with a pause', { retry: { backoff: 'PT10S' } }, ['X6@fetch:error']],
  ['often, with a pause', { retry: { max: 20, backoff: 'PT1M' } }, []],
  ['by a model, which may do better the next time', { kind: 'model' }, []],
  ['from what the loop itself makes', { uses: ['page'], produces: ['page'] }, []],
])('X6 on what is tried again %s', (_, fetch, ids) => {
  expect(reported('X6', fetching(fetch))).toEqual(ids)
})

test('X6 says nothing of a loop that is no retry, nor where nobody is demanded', () => {
  expect(reported('X6', fetching({}, {}))).toEqual([])
  const harmless = fetching({})
  const light = { ...harmless, steps: harmless.steps.map(({ consequence: _, ...step }) => step) }
  expect(reported('X6', light)).toEqual([])
})

const paying = (step: Partial<Step>, recovery: boolean) =>
  sketch(
    [
      { id: 'start' },
      { id: 'desk', kind: 'human', grant: 'approve' },
      { ...payment('pay'), ...step },
      { id: 'end' },
    ],
    [
      ['start', 'desk'],
      ['desk', 'pay'],
      ['pay', 'end', { probability: 0.9 }],
      ['pay', 'pay', { probability: 0.1, kind: 'error' }],
    ],
    {
      handoffs: recovery
        ? [{ ...approvalBefore('pay'), id: 'decide', kind: 'recovery', at: { on: 't4' } }]
        : [],
    },
  )

test.each<[string, Partial<Step>, boolean, readonly string[]]>([
  ['must not run twice', { idempotent: false }, false, ['X6@pay:error']],
  ['may run twice', { idempotent: true }, false, []],
  ['may or may not: nobody has said', {}, false, ['X6@pay:warning']],
  ['is only repeated after somebody has decided', { idempotent: false }, true, []],
  ['repeats itself as well', { idempotent: false, retry: { max: 2 } }, true, ['X6@pay:error']],
])('X6 on an action that %s', (_, step, recovery, ids) => {
  const workflow = paying(step, recovery)
  expect(reported('X6', workflow)).toEqual(ids)
  for (const finding of findingsOf('X6', workflow)) {
    expect(finding.fixes).toHaveLength(2)
    for (const fix of finding.fixes!) expectFixed(workflow, finding, fix)
  }
})

test('X6 does not count what was undone before it is done again', () => {
  const saga = (undone: boolean) =>
    sketch(
      [
        { id: 'start' },
        { ...payment('book'), idempotent: false, ...(undone ? { compensatedBy: 'cancel' } : {}) },
        { id: 'cancel', kind: 'action', consequence: { level: 1 }, idempotent: true, retry: { max: 2 } },
        { id: 'end' },
      ],
      [
        ['start', 'book'],
        ['book', 'end', { probability: 0.9 }],
        ['book', 'cancel', { probability: 0.1, kind: 'error' }],
        ['cancel', 'book', { kind: 'retry' }],
      ],
    )
  expect([reported('X6', saga(false)), reported('X6', saga(true))]).toEqual([['X6@book:error'], []])
})

test('X6 names every transition by which something is repeated, and one button sees to all of them', () => {
  const workflow = sketch(
    [{ id: 'start' }, { ...payment('pay'), idempotent: false }, { id: 'look' }, { id: 'end' }],
    [
      ['start', 'pay'],
      ['pay', 'end', { probability: 0.8 }],
      ['pay', 'pay', { probability: 0.1, kind: 'timeout' }],
      ['pay', 'look', { probability: 0.1, kind: 'error' }],
      ['look', 'pay'],
    ],
  )
  const [finding] = findingsOf('X6', workflow)
  const [ask] = finding!.fixes!
  expectFixed(workflow, finding!, ask!)
  expect(JSON.stringify(ask!.command)).toMatch(/"on":"t3".*"on":"t4"|"on":"t4".*"on":"t3"/)
})

test('X6 takes no approval of the action for a decision to try again; one that is asked anew each time is less bad', () => {
  const gated = (gate: Partial<Handoff>, retry: Partial<Step> = {}) =>
    sketch(
      [{ id: 'start' }, { ...payment('pay'), idempotent: false, ...retry }, { id: 'end' }],
      [
        ['start', 'pay'],
        ['pay', 'end', { probability: 0.9 }],
        ['pay', 'pay', { probability: 0.1, kind: 'timeout' }],
      ],
      { handoffs: [approvalBefore('pay', gate)] },
    )
  expect(reported('X6', gated({ binding: 'args-hash' }))).toEqual(['X6@pay:error'])
  expect(reported('X6', gated({}))).toEqual(['X6@pay:warning'])
  expect(reported('X6', gated({}, { retry: { max: 1 } }))).toEqual(['X6@pay:error'])
  expect(reported('X6', gated({ kind: 'recovery' }))).toEqual([])
})

test('X6 does not guess about tools of which nobody has said whether they may run twice', () => {
  const paused = (idempotent: boolean | undefined) =>
    sketch(
      [
        { id: 'start' },
        { id: 'agent', kind: 'agent' },
        {
          id: 'book',
          kind: 'action',
          parent: 'agent',
          consequence: { level: 1 },
          ...(idempotent === undefined ? {} : { idempotent }),
        },
        { ...payment('pay'), parent: 'agent' },
        { id: 'end' },
      ],
      [
        ['start', 'agent'],
        ['agent', 'end'],
      ],
      { handoffs: [approvalBefore('pay')] },
    )
  expect([false, undefined, true].map((one) => reported('X6', paused(one)))).toEqual([
    ['X6@agent:warning'],
    [],
    [],
  ])
})

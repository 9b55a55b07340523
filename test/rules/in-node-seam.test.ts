import { expect, test } from 'vitest'
import { analyse } from '../../shared/analysis/analyse.ts'
import { inNodeSeam } from '../../shared/rules/in-node-seam.ts'
import { approvalBefore, payment, sketch } from '../../shared/rules/example.ts'
import type { Consequence, Step } from '../../shared/model/step.ts'
import type { Level } from '../../shared/model/scales.ts'
import { expectFixed, findingsOf, reported, testExamples } from './support.ts'

testExamples(inNodeSeam)

function agentic(kind: Step['kind'], level: Level, consequence: Consequence, more: Partial<Step> = {}) {
  return sketch(
    [
      { id: 'start' },
      { id: 'x', kind, consequence, uncertainty: { level, label: 'content' }, ...more },
      { id: 'end' },
    ],
    [
      ['start', 'x'],
      ['x', 'end'],
    ],
  )
}

const heavy = { level: 3, reversibility: 2, external: true } as const
const middling = { level: 3, reversibility: 1 } as const
const light = { level: 1, reversibility: 0 } as const

test.each<[string, Step['kind'], Level, Consequence, readonly string[]]>([
  ['an agent that pays', 'agent', 2, heavy, ['S10@x:error']],
  ['an action that has to guess', 'action', 3, heavy, ['S10@x:error']],
  ['an act that only needs a confirmation', 'agent', 2, middling, ['S10@x:warning']],
  ['an act that needs nobody', 'agent', 2, light, []],
  ['little doubt', 'agent', 1, heavy, []],
  ['a step that does nothing to the world', 'model', 3, heavy, []],
])('S10 with %s', (_name, kind, level, consequence, expected) => {
  expect(reported('S10', agentic(kind, level, consequence))).toEqual(expected)
})

test('S10 has no complaint about an agent whose tools are steps of their own', () => {
  const workflow = sketch(
    [
      { id: 'start' },
      { id: 'agent', kind: 'agent', uncertainty: { level: 3, label: 'content' } },
      { ...payment('pay'), parent: 'agent' },
      { id: 'end' },
    ],
    [
      ['start', 'agent'],
      ['agent', 'end'],
    ],
  )
  expect(reported('S10', workflow)).toEqual([])
})

test('S10 splits the step, so that a gate can stand between the plan and the act', () => {
  const workflow = sketch(
    [
      { id: 'start' },
      { id: 'other', kind: 'decision' },
      { ...payment('refund'), kind: 'agent', name: 'Refund', uncertainty: { level: 3, label: 'content' } },
      { id: 'end' },
    ],
    [
      ['start', 'other'],
      ['other', 'refund'],
      ['refund', 'refund', { kind: 'retry' }],
      ['refund', 'end'],
    ],
    { handoffs: [approvalBefore('refund')] },
  )
  const [finding] = findingsOf('S10', workflow)
  const mended = expectFixed(workflow, finding!, finding!.fixes![0]!)
  const ways = mended.transitions.map(({ from, to }) => `${from} → ${to}`)
  // What led to the step leads to its plan, the retry as well, because it has to be thought through again.
  expect(ways.toSorted()).toEqual([
    'other → plan_refund',
    'plan_refund → refund',
    'refund → end',
    'refund → plan_refund',
    'start → other',
  ])
  const [plan, act] = ['plan_refund', 'refund'].map((id) => mended.steps.find((step) => step.id === id))
  expect([plan?.kind, plan?.uncertainty?.level, act?.kind, act?.uncertainty]).toEqual([
    'model',
    3,
    'action',
    undefined,
  ])
  // The approval stayed where it was, and now it sees the plan.
  expect(mended.handoffs.map(({ at }) => at)).toEqual([{ before: 'refund' }])
  expect(analyse(mended).covered).toBe(true)
})

test('S10 leaves an agent that has tools an agent, which carries out what was planned', () => {
  const workflow = sketch(
    [
      { id: 'start' },
      { ...payment('agent'), kind: 'agent', uncertainty: { level: 2, label: 'content' } },
      { id: 'look', parent: 'agent' },
      { id: 'end' },
    ],
    [
      ['start', 'agent'],
      ['agent', 'end'],
    ],
  )
  const [finding] = findingsOf('S10', workflow)
  const mended = expectFixed(workflow, finding!, finding!.fixes![0]!)
  expect(mended.steps.find(({ id }) => id === 'agent')).toMatchObject({
    kind: 'agent',
    uncertainty: { level: 1 },
  })
  expect(mended.steps.find(({ id }) => id === 'look')?.parent).toBe('agent')
})

test('S10 mends the same way whatever the order in the file', () => {
  const workflow = sketch(
    [
      { id: 'start' },
      { id: 'other' },
      { ...payment('x'), kind: 'agent', uncertainty: { level: 2, label: 'content' } },
      { id: 'end' },
    ],
    [
      ['start', 'other'],
      ['start', 'x'],
      ['other', 'x'],
      ['x', 'end'],
    ],
  )
  const reversed = { ...workflow, transitions: workflow.transitions.toReversed() }
  expect(findingsOf('S10', reversed)).toEqual(findingsOf('S10', workflow))
})

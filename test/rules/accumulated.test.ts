// S4: items that add up, the cap of the brief, one look at a batch where the loop adds no doubt, and each item where it does.
import { describe, expect, it } from 'vitest'
import { analyse } from '../../shared/analysis/analyse.ts'
import type { Consequence, Step } from '../../shared/model/step.ts'
import type { Handoff } from '../../shared/model/handoff.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { accumulated } from '../../shared/rules/accumulated.ts'
import { BRIEF, approvalBefore, payment, sketch } from '../../shared/rules/example.ts'
import { expectFixed, findingsOf, reported, testExamples } from './support.ts'

testExamples(accumulated)

interface Given {
  readonly stake?: Consequence
  readonly head?: Partial<Step>
  readonly handoffs?: readonly Handoff[]
  readonly cap?: number
}

function loop({ stake = {}, head = {}, handoffs = [], cap }: Given): Workflow {
  const consequence = {
    level: 2,
    reversibility: 2,
    external: true,
    domains: ['money'],
    ...stake,
  } as Consequence
  return sketch(
    [
      { id: 'start' },
      { id: 'head', ...head },
      { ...payment('refund'), consequence },
      { id: 'next', kind: 'decision' },
      { id: 'end' },
    ],
    [
      ['start', 'head'],
      ['head', 'refund'],
      ['refund', 'next'],
      ['next', 'head', { probability: 0.8 }],
      ['next', 'end', { probability: 0.2 }],
    ],
    {
      brief: { ...BRIEF, ...(cap === undefined ? {} : { envelope: { level: 'confirm' as const, cap } }) },
      handoffs,
    },
  )
}

const writer = { kind: 'model', uncertainty: { level: 2, label: 'content' } } as const
const inside = approvalBefore('refund')
const onEntry = approvalBefore('refund', { at: { on: 't1' }, batch: { max: 40 } })

describe('what adds up', () => {
  it.each<[string, Given, readonly string[]]>([
    [
      'many at once are an error where together they are high',
      { stake: { volume: 40 } },
      ['S4@refund:error'],
    ],
    ['a warning where they are not', { stake: { level: 1, volume: 40 } }, ['S4@refund:warning']],
    ['few are left to the other rules', { stake: { volume: 9 } }, []],
    ['a cap that a loop can exceed', { stake: { magnitude: 25 }, cap: 1000 }, ['S4@refund:error']],
    [
      'a cap that is far away in items of this size',
      { stake: { level: 0, magnitude: 25, external: false }, cap: 1000 },
      [],
    ],
    ['no cap, no sum', { stake: { magnitude: 25 } }, []],
    ['one look on the way in', { stake: { volume: 40 }, handoffs: [onEntry] }, []],
    [
      'one look on the way in is no look where the loop adds doubt',
      { stake: { volume: 40 }, head: writer, handoffs: [onEntry] },
      ['S4@refund:error'],
    ],
    [
      'a look at each item where the loop adds doubt',
      { stake: { volume: 40 }, head: writer, handoffs: [inside] },
      [],
    ],
    [
      'a look at each item where one look is enough',
      { stake: { volume: 40 }, handoffs: [inside] },
      ['S4@refund:warning'],
    ],
    [
      'a pinned gate is left where it is',
      { stake: { volume: 40 }, handoffs: [{ ...inside, pinned: true }] },
      [],
    ],
  ])('%s', (_, given, expected) => {
    expect(reported('S4', loop(given))).toEqual(expected)
  })
})

it.each<[string, Given, string, readonly object[]]>([
  [
    'a batch is looked at once, on the way in',
    { stake: { volume: 40 } },
    'Have the whole batch of 40 looked at once',
    [{ at: { on: 't1' }, strength: 'approve', batch: { max: 40 } }],
  ],
  [
    'each item where the loop adds doubt',
    { stake: { volume: 40 }, head: writer },
    'Have each item looked at',
    [{ at: { before: 'refund' }, strength: 'approve' }],
  ],
  [
    'a cap counts the items up to it',
    { stake: { magnitude: 25 }, cap: 1000 },
    'Have the whole batch of 41 looked at once',
    [{ at: { on: 't1' }, batch: { max: 41 } }],
  ],
  [
    'a gate for each item moves to the way in',
    { stake: { volume: 40 }, handoffs: [inside] },
    'Ask once, for the whole batch of 40',
    [{ id: 'approve_refund', at: { on: 't1' }, batch: { max: 40 } }],
  ],
])('%s', (_, given, title, gates) => {
  const workflow = loop(given)
  const [finding] = findingsOf('S4', workflow)
  expect(finding!.fixes!.map((fix) => fix.title)).toEqual([title])
  const after = expectFixed(workflow, finding!, finding!.fixes![0]!)
  expect(after.handoffs.filter(({ kind }) => kind === 'approval')).toMatchObject(gates)
  expect(analyse(after).covered).toBe(true)
})

it('a sample is too little for what needs approve, and enough for what needs confirm', () => {
  const sampled = [approvalBefore('refund', { sample: { rate: 0.1 } })]
  expect(reported('S4', loop({ stake: { volume: 40 }, head: writer, handoffs: sampled }))).toEqual([
    'S4@refund:error',
  ])
  const light = loop({ stake: { level: 1, external: false, volume: 40 }, head: writer })
  expect(analyse(light).steps['refund']!.required).toBe('confirm')
  const [finding] = findingsOf('S4', light)
  expect(finding!.fixes!.map(({ title }) => title)).toEqual([
    'Have one in ten looked at',
    'Have each item looked at',
  ])
  for (const fix of finding!.fixes!) expect(analyse(expectFixed(light, finding!, fix)).covered).toBe(true)
})

it('several ways into a loop are each looked at', () => {
  const workflow = loop({ stake: { volume: 40 } })
  const other = { id: 't9', from: 'start', to: 'refund', kind: 'normal' as const }
  const two = { ...workflow, transitions: [...workflow.transitions, other] }
  const [finding] = findingsOf('S4', two)
  const after = expectFixed(two, finding!, finding!.fixes![0]!)
  expect(after.handoffs.map(({ at }) => at)).toEqual(expect.arrayContaining([{ on: 't1' }, { on: 't9' }]))
  expect(analyse(after).covered).toBe(true)
})

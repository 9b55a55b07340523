// What changed, part by part: the five classes, and the same workflow under other ids.
import { expect, test } from 'vitest'
import { approvalBefore, payment, sketch } from '../../shared/rules/example.ts'
import { compareSides } from '../../shared/diff/sides.ts'
import { changesToRestore } from '../../shared/diff/restore.ts'
import type { Workflow } from '../../shared/model/workflow.ts'

const base = sketch(
  [{ id: 'start' }, { id: 'draft', kind: 'model', name: 'Draft' }, payment('pay'), { id: 'end' }],
  [
    ['start', 'draft'],
    ['draft', 'pay'],
    ['pay', 'end'],
  ],
  { handoffs: [approvalBefore('pay')] },
)

function told(before: Workflow, after: Workflow): readonly string[] {
  return compareSides(before, after).structural.map(({ key, kind, name }) => `${kind} ${key}: ${name}`)
}

function withStep(id: string, set: object): Workflow {
  return { ...base, steps: base.steps.map((step) => (step.id === id ? { ...step, ...set } : step)) }
}

test('each class is told apart, and one step may change in several', () => {
  const after = {
    ...withStep('pay', {
      name: 'Pay out',
      consequence: { level: 2, basis: 'by hand' },
      grant: 'confirm',
      parent: 'draft',
    }),
    layout: { ...base.layout, steps: { pay: [8, 8] as const } },
  } as Workflow
  expect(told(base, after)).toEqual([
    'changed step pay policy: Pay out',
    'changed step pay tags: Pay out',
    'changed step pay structure: Pay out',
    'changed step pay label: Pay out',
    'added position pay moved: Pay out',
  ])
  const tags = compareSides(base, after).structural.find(({ class: about }) => about === 'tags')!
  expect(tags.fields).toEqual([
    { path: ['consequence', 'domains'], before: ['money'] },
    { path: ['consequence', 'external'], before: true },
    { path: ['consequence', 'level'], before: 3, after: 2 },
    { path: ['consequence', 'reversibility'], before: 2 },
  ])
})

test('a step that was only moved is moved, and nothing else', () => {
  const moved = { ...base, layout: { ...base.layout, steps: { pay: [1, 2] as const } } }
  const again = { ...moved, layout: { ...base.layout, steps: { pay: [3, 4] as const } } }
  expect(compareSides(moved, again).structural.map(({ class: about }) => about)).toEqual(['moved'])
})

test('unknown fields of a later format are structure: nothing unknown hides as a move', () => {
  expect(told(base, withStep('pay', { 'x-limit': 5 }))).toEqual(['changed step pay structure: pay'])
  expect(told(base, { ...base, 'x-team': { a: 1 } })).toEqual(['changed document structure: '])
})

test('the task, the people, the profile and rulings are policy', () => {
  const after: Workflow = {
    ...base,
    brief: { ...base.brief, riskTolerance: 'high' },
    profile: { ...base.profile, extends: 'lenient' },
    placing: { forbidden: [{ before: 'pay' }], waivers: [] },
    parties: [{ id: 'ops', name: 'Ops', kind: 'role' }],
    handoffs: base.handoffs.map((gate) => ({ ...gate, strength: 'confirm' as const })),
  }
  expect(told(base, after)).toEqual([
    'changed document policy: ',
    'changed brief policy: ',
    'changed profile policy: ',
    'added party ops policy: Ops',
    'changed handoff approve_pay policy: pay',
  ])
})

/** The same workflow as another import would make it: every id is another one. */
function reimported(workflow: Workflow): Workflow {
  const name = (id: string): string => `node-${id}`
  return {
    ...workflow,
    steps: workflow.steps.map((step) => ({ ...step, id: name(step.id) })),
    transitions: workflow.transitions.map((way) => ({
      ...way,
      id: name(way.id),
      from: name(way.from),
      to: name(way.to),
    })),
    handoffs: workflow.handoffs.map((gate) => ({ ...gate, id: name(gate.id), at: { before: name('pay') } })),
  }
}

test('a file that was imported again differs in nothing, though every id is another one', () => {
  const { twins, structural } = compareSides(base, reimported(base))
  expect(structural).toEqual([])
  expect(twins).toHaveLength(4 + 3 + 1)
  expect(twins).toContainEqual({ part: 'step', before: 'pay', after: 'node-pay' })
})

test('steps of the same name are told apart by what stands beside them', () => {
  const twice = sketch(
    [
      { id: 'start' },
      { id: 'a', name: 'Ask' },
      { id: 'b', name: 'Sort' },
      { id: 'c', name: 'Ask' },
      { id: 'end' },
    ],
    [
      ['start', 'a'],
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'end'],
    ],
  )
  const again = reimported(twice)
  expect(compareSides(twice, again).twins).toEqual(
    expect.arrayContaining([
      { part: 'step', before: 'a', after: 'node-a' },
      { part: 'step', before: 'c', after: 'node-c' },
    ]),
  )
  expect(compareSides(twice, again).structural).toEqual([])
})

test('where every name is there twice, what stands beside a step tells it', () => {
  const all = sketch(
    ['a', 'b', 'c', 'd'].map((id, i) => ({ id, name: i % 2 === 0 ? 'Ask' : 'Sort' })),
    [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'd'],
    ],
  )
  const { twins, structural } = compareSides(all, reimported(all))
  expect(structural).toEqual([])
  expect(twins.filter(({ part }) => part === 'step')).toHaveLength(4)
})

test('steps that nothing tells apart are not paired by chance', () => {
  const twice = sketch(
    [{ id: 'start' }, { id: 'a', name: 'Ask' }, { id: 'b', name: 'Ask' }, { id: 'end' }],
    [
      ['start', 'a'],
      ['start', 'b'],
      ['a', 'end'],
      ['b', 'end'],
    ],
  )
  const { twins } = compareSides(twice, reimported(twice))
  expect(twins.filter(({ part }) => part === 'step').map(({ before }) => before)).toEqual(['end', 'start'])
})

test('a step that was renamed in the other tool is found by what stands before and behind it', () => {
  const again = reimported(withStep('pay', { name: 'Pay the customer' }))
  expect(compareSides(base, again).structural.map(({ key }) => key)).toEqual(['step node-pay label'])
})

test('a decision, a waiver and a position follow a step to its new id', () => {
  const with_ = (workflow: Workflow, id: string): Workflow => ({
    ...workflow,
    dispositions: [
      { finding: `S9@${id}`, status: 'dismissed', reason: '', by: '', at: '', facts: '' },
    ] as Workflow['dispositions'],
    placing: { forbidden: [{ before: id }], waivers: [] },
    layout: { ...workflow.layout, steps: { [id]: [1, 2] as const } },
  })
  expect(compareSides(with_(base, 'pay'), with_(reimported(base), 'node-pay')).structural).toEqual([])
})

test('parents of then and of now never make a circle', () => {
  const inside = (first: string | undefined, second: string | undefined): Workflow => ({
    ...base,
    steps: base.steps.map((step) => {
      const parent = step.id === 'draft' ? first : step.id === 'pay' ? second : undefined
      return parent === undefined ? step : { ...step, parent }
    }),
  })
  const [then, now] = [inside('pay', undefined), inside(undefined, 'draft')]
  const { structural } = compareSides(then, now)
  expect(changesToRestore(now, structural, ['step draft structure']).map(({ key }) => key)).toEqual([
    'step draft structure',
    'step pay structure',
  ])
})

test('an empty list of rule packs comes back without the packs', () => {
  const pack = { id: 'house', version: '1', title: 'House', rules: [] }
  const without = { ...base, rulePacks: [] }
  const with_ = { ...base, rulePacks: [pack] } as Workflow
  const { structural } = compareSides(without, with_)
  const [document] = structural.filter(({ part }) => part === 'document')
  expect(changesToRestore(with_, structural, [document!.key])).toHaveLength(2)
})

test('what is restored takes along what it cannot do without', () => {
  const without: Workflow = {
    ...base,
    steps: base.steps.filter(({ id }) => id !== 'pay'),
    transitions: [{ ...base.transitions[0]! }, { ...base.transitions[1]!, to: 'end' }],
    handoffs: [],
  }
  const { structural } = compareSides(base, without)
  const keys = (chosen: string): readonly string[] =>
    changesToRestore(without, structural, [chosen]).map(({ key }) => key)
  expect(keys('handoff approve_pay policy')).toEqual(['handoff approve_pay policy', 'step pay structure'])
  expect(keys('transition t3 structure')).toEqual(['step pay structure', 'transition t3 structure'])
  expect(keys('step pay structure')).toEqual(['step pay structure'])
  const back = compareSides(without, base).structural
  const away = changesToRestore(base, back, ['step pay structure']).map(({ key }) => key)
  expect(away).toEqual([
    'handoff approve_pay policy',
    'step pay structure',
    'transition t2 structure',
    'transition t3 structure',
  ])
})

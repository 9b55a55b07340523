// Changing steps: what is set, what is merged, what is taken away.
import { expect, test } from 'vitest'
import { after, changes, faultsOf, refunds } from './edit.ts'

test('a tag is merged member by member, and null takes a member or a field away', () => {
  expect(
    changes({ type: 'updateSteps', ids: ['draft'], set: { uncertainty: { level: 4, label: null } } }),
  ).toEqual({
    lists: {
      steps: {
        put: [
          {
            id: 'draft',
            kind: 'model',
            name: 'Draft',
            uncertainty: { level: 4, basis: 'by hand', other: 1 },
          },
        ],
      },
    },
  })
  const { steps } = after({
    type: 'updateSteps',
    ids: ['draft', 'pay'],
    set: { uncertainty: null, consequence: { level: null } },
  })
  expect(steps.find(({ id }) => id === 'draft')).toEqual({ id: 'draft', kind: 'model', name: 'Draft' })
  expect(steps.find(({ id }) => id === 'pay')).toEqual({
    id: 'pay',
    kind: 'action',
    name: 'Pay',
    verb: 'pay',
    compensatedBy: 'take_back',
    other: true,
  })
})

test('level 0 is a level, not an absence', () => {
  const { steps } = after({ type: 'updateSteps', ids: ['start'], set: { consequence: { level: 0 } } })
  expect(steps.find(({ id }) => id === 'start')?.consequence).toEqual({ level: 0 })
})

test('steps that are not named keep their identity', () => {
  const { steps, transitions } = after({ type: 'updateSteps', ids: ['pay'], set: { name: 'Pay out' } })
  expect(transitions).toBe(refunds.transitions)
  expect(steps.filter((step, i) => step !== refunds.steps[i]).map(({ id }) => id)).toEqual(['pay'])
})

test('setting what is there already is no change', () => {
  expect(after({ type: 'updateSteps', ids: ['pay'], set: { consequence: { level: 3 }, name: 'Pay' } })).toBe(
    refunds,
  )
})

test('sets are kept sorted', () => {
  const { steps } = after({
    type: 'updateSteps',
    ids: ['pay'],
    set: { domains: ['money', 'customers'], clears: ['policy', 'intent'] },
  })
  expect(steps.find(({ id }) => id === 'pay')).toMatchObject({
    domains: ['customers', 'money'],
    clears: ['intent', 'policy'],
  })
})

test.each<[unknown, string, string]>([
  [{ ids: ['pay', 'nope'], set: {} }, 'ids[1]', 'no step has the id "nope"'],
  [{ ids: [], set: {} }, 'ids', 'expected at least 1 entries, got a list of 0'],
  [
    { ids: ['pay'], set: { consequence: { level: 7 } } },
    'steps[3].consequence.level',
    'expected a level: 0, 1, 2, 3 or 4, got 7',
  ],
  [
    { ids: ['pay'], set: { kind: null } },
    'steps[3].kind',
    'is missing: expected one of "start", "end", "step", "model", "action", "agent", "check", "decision", "split", "join", "human", "subflow", "wait"',
  ],
  [
    { ids: ['draft'], set: { parent: 'take_back' } },
    'steps[1].parent',
    '"draft" is, by way of its parents, its own parent',
  ],
  [{ ids: ['pay'], set: { id: 'x' } }, 'set.id', 'an id cannot be changed'],
])('%j is refused', (args, path, message) => {
  expect(faultsOf({ type: 'updateSteps', ...(args as object) })).toEqual([{ path, message }])
})

test('a key that would replace the prototype is refused', () => {
  const set = JSON.parse('{"__proto__":{"polluted":1}}') as unknown
  expect(faultsOf({ type: 'updateSteps', ids: ['pay'], set })).toEqual([
    { path: 'set.__proto__', message: 'holds something that a file cannot keep' },
  ])
})

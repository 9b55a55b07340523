// Deleting steps: nothing is left pointing at them, and a healed gap keeps the ways and the gates.
import { expect, test } from 'vitest'
import { after, changes, faultsOf, read, refunds } from './edit.ts'

test('a step goes with its transitions, the handoffs at both, and its place; references to it are cleared', () => {
  expect(changes({ type: 'removeSteps', ids: ['pay', 'stopped'] })).toEqual({
    lists: {
      steps: { remove: ['pay', 'stopped'] },
      transitions: { remove: ['t3', 't4', 't5', 't6'] },
      handoffs: { remove: ['h1', 'h2'] },
    },
    positions: { remove: ['pay'] },
  })
  const cleared = after({ type: 'removeSteps', ids: ['take_back', 'stopped'] })
  expect(cleared.steps.find(({ id }) => id === 'pay')).not.toHaveProperty('compensatedBy')
  expect(cleared.handoffs.find(({ id }) => id === 'h1')?.onReject).toEqual({ to: null, maxReproposals: 1 })
})

test('tools of a removed agent stay, on their own', () => {
  const tools = after({ type: 'removeSteps', ids: ['draft'] }).steps.find(({ id }) => id === 'take_back')
  expect(tools).toEqual({ id: 'take_back', kind: 'action', name: 'Take back' })
})

test('the history stays: scripts, decisions and positions of steps that were gone before', () => {
  const left = after({ type: 'removeSteps', ids: ['pay', 'desk'] })
  expect(left.scenarios).toBe(refunds.scenarios)
  expect(left.dispositions).toBe(refunds.dispositions)
  expect(left.layout.steps['orphan']).toEqual([5, 5])
})

test('healed, the way in leads on with its id, odds and condition, and the "no" goes with the person', () => {
  expect(changes({ type: 'removeSteps', ids: ['desk'], heal: true })).toEqual({
    lists: {
      steps: { remove: ['desk'] },
      transitions: {
        put: [
          {
            id: 't2',
            from: 'draft',
            to: 'pay',
            kind: 'normal',
            probability: 0.25,
            condition: 'amount > 100',
          },
        ],
        remove: ['t3', 't4'],
      },
    },
    positions: { remove: ['desk'] },
  })
})

test('healed, a gate in front of the step or behind it moves to the way that is left', () => {
  const gate = (at: object) => ({
    ...refunds,
    handoffs: [...refunds.handoffs, { id: 'g', kind: 'approval', strength: 'confirm', at }],
  })
  for (const at of [{ before: 'desk' }, { on: 't2' }, { on: 't3' }]) {
    const { handoffs } = after({ type: 'removeSteps', ids: ['desk'], heal: true }, read(gate(at)))
    expect(handoffs.find(({ id }) => id === 'g')?.at, JSON.stringify(at)).toEqual({ on: 't2' })
  }
  expect(
    after({ type: 'removeSteps', ids: ['desk'], heal: true }, read(gate({ on: 't4' }))).handoffs.map(
      ({ id }) => id,
    ),
  ).toEqual(['h1', 'h2'])
})

test('healed, a gate of a step with two ways in stands before the step that follows', () => {
  const two = read({
    ...refunds,
    transitions: [...refunds.transitions, { id: 't7', from: 'start', to: 'desk' }],
    handoffs: [{ id: 'g', kind: 'approval', strength: 'confirm', at: { on: 't3' } }],
  })
  expect(after({ type: 'removeSteps', ids: ['desk'], heal: true }, two).handoffs.map(({ at }) => at)).toEqual(
    [{ before: 'pay' }],
  )
})

test('healed, several ways on are each reached, with the odds of both', () => {
  const transitions = [
    { id: 'a', from: 'start', to: 'desk' },
    { id: 'b', from: 'draft', to: 'desk', probability: 0.5 },
    { id: 'c', from: 'desk', to: 'pay', probability: 0.6, condition: 'yes' },
    { id: 'd', from: 'desk', to: 'end', probability: 0.2 },
    { id: 'e', from: 'desk', to: 'stopped', kind: 'reject', probability: 0.2 },
  ]
  const healed = after(
    { type: 'removeSteps', ids: ['desk'], heal: true },
    read({ ...refunds, transitions, handoffs: [] }),
  )
  expect(
    healed.transitions.map(({ id, probability, condition }) => [id, probability?.toFixed(3), condition]),
  ).toEqual([
    ['draft_end', '0.125', undefined],
    ['draft_pay', '0.375', 'yes'],
    ['start_end', '0.250', undefined],
    ['start_pay', '0.750', 'yes'],
  ])
})

test('healed, a way on that no run takes stays one that no run takes', () => {
  const healed = (...odds: readonly (number | undefined)[]) => {
    const ways = odds.map((probability, i) => ({
      id: `on${i}`,
      from: 'desk',
      to: ['pay', 'end'][i],
      probability,
    }))
    const transitions = [
      { id: 'a', from: 'draft', to: 'desk' },
      { id: 'b', from: 'start', to: 'draft' },
      ...ways,
    ]
    const left = after(
      { type: 'removeSteps', ids: ['desk'], heal: true },
      read(JSON.parse(JSON.stringify({ ...refunds, transitions, handoffs: [] }))),
    ).transitions.filter(({ from }) => from === 'draft')
    return left.map(({ to, probability }) => [to, probability])
  }
  expect(healed(0)).toEqual([['pay', 0]])
  expect(healed(0, undefined)).toEqual([
    ['end', undefined],
    ['pay', 0],
  ])
})

test('healed, a person who only sends back leaves no step that repeats itself', () => {
  const transitions = [
    { id: 'a', from: 'draft', to: 'desk' },
    { id: 'b', from: 'desk', to: 'draft' },
  ]
  expect(
    after({ type: 'removeSteps', ids: ['desk'], heal: true }, read({ ...refunds, transitions, handoffs: [] }))
      .transitions,
  ).toEqual([])
})

test('healed, several steps in a row close one gap', () => {
  const { transitions } = after(
    { type: 'removeSteps', ids: ['draft', 'desk'], heal: true },
    read({ ...refunds, transitions: refunds.transitions.filter(({ id }) => id !== 't6') }),
  )
  expect(transitions.map(({ id, from, to }) => [id, from, to])).toEqual([
    ['t1', 'start', 'pay'],
    ['t5', 'pay', 'end'],
  ])
})

test('healing refuses where a gate would have to be in two places', () => {
  const forked = read({
    ...refunds,
    transitions: [...refunds.transitions, { id: 't7', from: 'desk', to: 'end' }],
    handoffs: [{ id: 'g', kind: 'approval', strength: 'confirm', at: { before: 'desk' } }],
  })
  expect(faultsOf({ type: 'removeSteps', ids: ['desk'], heal: true }, forked)).toEqual([
    {
      path: 'ids[0]',
      message: 'a handoff is in front of this step, and it has several ways on: move it first',
    },
  ])
})

test('an unknown step is refused', () => {
  expect(faultsOf({ type: 'removeSteps', ids: ['x'] })).toEqual([
    { path: 'ids[0]', message: 'no step has the id "x"' },
  ])
})

test('a sub-flow that was run in two places takes the second place’s reference with it', () => {
  const steps = [
    ...refunds.steps,
    { id: 'body', kind: 'subflow', name: 'Body' },
    { id: 'again', kind: 'subflow', name: 'Again', calls: 'body' },
  ]
  const left = after({ type: 'removeSteps', ids: ['body'] }, read({ ...refunds, steps }))
  expect(left.steps.find(({ id }) => id === 'again')).toEqual({ id: 'again', kind: 'subflow', name: 'Again' })
})

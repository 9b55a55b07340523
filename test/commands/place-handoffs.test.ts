// Carrying out a placement as one edit.
import { expect, test } from 'vitest'
import { after, changes, faultsOf, refunds } from './edit.ts'

test('new handoffs, without the handoff and the person that are not needed', () => {
  expect(
    changes({
      type: 'placeHandoffs',
      handoffs: [
        { kind: 'approval', strength: 'confirm', at: { on: 't3' } },
        { kind: 'approval', strength: 'confirm', at: { on: 't6' } },
        { kind: 'brief', strength: 'confirm', at: { start: 'start' } },
      ],
      removeHandoffs: ['h1'],
      removeSteps: ['desk'],
    }),
  ).toEqual({
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
      handoffs: {
        put: [
          { id: 'approval_t3', kind: 'approval', strength: 'confirm', at: { on: 't2' } },
          { id: 'approval_t6', kind: 'approval', strength: 'confirm', at: { on: 't6' } },
          { id: 'brief_start', kind: 'brief', strength: 'confirm', at: { start: 'start' } },
        ],
        remove: ['h1'],
      },
    },
    positions: { remove: ['desk'] },
  })
})

test('two handoffs of one kind at one place get two ids', () => {
  const handoff = { kind: 'notify', strength: 'notify', at: { before: 'end' } } as const
  const { handoffs } = after({ type: 'placeHandoffs', handoffs: [handoff, handoff] })
  expect(handoffs.map(({ id }) => id)).toEqual(['h1', 'h2', 'notify_end', 'notify_end_2'])
})

test('nothing to do is no change', () => {
  expect(after({ type: 'placeHandoffs', handoffs: [] })).toBe(refunds)
})

test('one bad part leaves everything as it was', () => {
  expect(
    faultsOf({ type: 'placeHandoffs', handoffs: [], removeHandoffs: ['h1', 'x'], removeSteps: ['y'] }),
  ).toEqual([
    { path: 'removeHandoffs[1]', message: 'no handoff has the id "x"' },
    { path: 'removeSteps[0]', message: 'no step has the id "y"' },
  ])
})

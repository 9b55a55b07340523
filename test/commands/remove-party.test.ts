// Deleting a party: nothing asks it any more.
import { expect, test } from 'vitest'
import { after, faultsOf, read, refunds } from './edit.ts'

test('steps, assignees and rungs of escalation lose it', () => {
  const left = after({ type: 'removeParty', id: 'ops' }, after({ type: 'removeParty', id: 'boss' }))
  expect(left.parties).toEqual([])
  expect(left.steps.find(({ id }) => id === 'desk')).not.toHaveProperty('party')
  expect(left.handoffs[0]).toEqual({
    id: 'h1',
    kind: 'approval',
    strength: 'approve',
    at: { before: 'pay' },
    onReject: { to: 'stopped', maxReproposals: 1 },
  })
})

test('named users and other rungs stay', () => {
  const handoffs = [
    {
      ...refunds.handoffs[0]!,
      assignee: { role: 'ops', users: ['ana'] },
      escalation: [
        { role: 'ops', after: 'PT1H', then: 'escalate' },
        { role: 'boss', after: 'PT1H', then: 'reject' },
      ],
    },
  ]
  expect(after({ type: 'removeParty', id: 'ops' }, read({ ...refunds, handoffs })).handoffs[0]).toMatchObject(
    {
      assignee: { users: ['ana'] },
      escalation: [{ role: 'boss' }],
    },
  )
})

test('an unknown party is refused', () => {
  expect(faultsOf({ type: 'removeParty', id: 'x' })).toEqual([
    { path: 'id', message: 'no party has the id "x"' },
  ])
})

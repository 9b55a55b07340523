// Changing a handoff.
import { expect, test } from 'vitest'
import { after, faultsOf } from './edit.ts'

test('a field is replaced whole, and null takes it away', () => {
  const { handoffs } = after({
    type: 'updateHandoff',
    id: 'h1',
    set: { strength: 'two-person', onReject: { to: null }, escalation: null, editSchema: { default: null } },
  })
  expect(handoffs[0]).toEqual({
    id: 'h1',
    kind: 'approval',
    strength: 'two-person',
    at: { before: 'pay' },
    assignee: { role: 'ops' },
    onReject: { to: null },
    editSchema: { default: null },
  })
})

test.each<[string, unknown, string, string]>([
  ['x', {}, 'id', 'no handoff has the id "x"'],
  [
    'h1',
    { strength: 'sure' },
    'handoffs[0].strength',
    'expected one of "notify", "confirm", "approve", "two-person", got "sure"',
  ],
  ['h1', { at: { on: 'x' } }, 'handoffs[0].at.on', 'no transition has the id "x"'],
])('%s %j is refused', (id, set, path, message) => {
  expect(faultsOf({ type: 'updateHandoff', id, set })).toEqual([{ path, message }])
})

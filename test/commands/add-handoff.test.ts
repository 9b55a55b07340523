// Placing a handoff.
import { expect, test } from 'vitest'
import { changes, faultsOf } from './edit.ts'

test('its id is made of its kind and place, always the same', () => {
  const handoff = { kind: 'clarify', strength: 'confirm', at: { before: 'draft' } } as const
  const put = { id: 'clarify_draft', ...handoff }
  expect(changes({ type: 'addHandoff', handoff })).toEqual({ lists: { handoffs: { put: [put] } } })
})

test.each<[unknown, string, string]>([
  [
    { kind: 'approval', strength: 'approve', at: { before: 'x' } },
    'handoffs[2].at.before',
    'no step has the id "x"',
  ],
  [
    { id: 'h1', kind: 'approval', strength: 'approve', at: { before: 'pay' } },
    'handoff.id',
    'the id "h1" is taken',
  ],
  [
    { kind: 'approval', strength: 'approve', at: {} },
    'handoff.at',
    'expected a place: { "before": step }, { "on": transition } or { "start": step }, got an object',
  ],
  [
    {
      kind: 'approval',
      strength: 'approve',
      at: { before: 'pay' },
      timeout: { after: 'PT1H', then: 'approve' },
    },
    'handoff.timeout.then',
    'nobody answering may never approve: use escalate, reject, abort or keep-waiting',
  ],
])('%j is refused', (handoff, path, message) => {
  expect(faultsOf({ type: 'addHandoff', handoff })).toEqual([{ path, message }])
})

// Duplicating: copies with new ids, and what lies between them.
import { expect, test } from 'vitest'
import { commandLabel } from '../../shared/commands/apply.ts'
import { changes, faultsOf } from './edit.ts'

test('steps, the ways between them, the handoffs there, and their places', () => {
  expect(changes({ type: 'duplicateSteps', ids: ['pay', 'end'], offset: [10, 20] })).toEqual({
    lists: {
      steps: {
        put: [
          { id: 'done', kind: 'end', name: 'Done', outcome: 'ok' },
          {
            id: 'pay_2',
            kind: 'action',
            name: 'Pay',
            verb: 'pay',
            consequence: { level: 3 },
            compensatedBy: 'take_back',
            other: true,
          },
        ],
      },
      transitions: { put: [{ id: 'pay_2_done', from: 'pay_2', to: 'done', kind: 'normal' }] },
      handoffs: {
        put: [
          {
            id: 'approval_pay_2',
            kind: 'approval',
            strength: 'approve',
            at: { before: 'pay_2' },
            assignee: { role: 'ops' },
            escalation: [{ role: 'boss', after: 'PT1H', then: 'reject' }],
            onReject: { to: 'stopped', maxReproposals: 1 },
          },
          { id: 'notify_pay_2_done', kind: 'notify', strength: 'notify', at: { on: 'pay_2_done' } },
        ],
      },
    },
    positions: { put: [['pay_2', [874, 20]]] },
  })
})

test('an unknown step is refused', () => {
  expect(faultsOf({ type: 'duplicateSteps', ids: ['x'], offset: [0, 0] })).toEqual([
    { path: 'ids[0]', message: 'no step has the id "x"' },
  ])
})

test('notes are copied too, alone or with steps', () => {
  expect(changes({ type: 'duplicateSteps', ids: [], notes: ['n1'], offset: [10, 20] })).toEqual({
    notes: { put: [{ id: 'note', text: 'Ask Ana', at: [10, 220] }] },
  })
  const both = { type: 'duplicateSteps', ids: ['end'], notes: ['n1'], offset: [1, 1] } as const
  expect(changes(both)).toMatchObject({ lists: { steps: {} }, notes: { put: [{ id: 'note' }] } })
  expect(commandLabel(both)).toBe('duplicate step and note')
  expect(faultsOf({ ...both, notes: ['x'] })).toEqual([
    { path: 'notes[0]', message: 'no note has the id "x"' },
  ])
})

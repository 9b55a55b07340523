// Pasting: from another document, into this one, under new ids.
import { expect, test } from 'vitest'
import { changes, faultsOf, refunds } from './edit.ts'
import { fragmentOf } from '../../shared/commands/fragment.ts'
import { newWorkflow } from '../../shared/document/new.ts'

test('into another document: parties come along, references that lead nowhere are dropped', () => {
  const fragment = fragmentOf(refunds, ['desk', 'pay', 'take_back'])
  expect(changes({ type: 'pasteFragment', ...fragment, offset: [100, 100] }, newWorkflow('Other'))).toEqual({
    lists: {
      parties: { put: refunds.parties },
      steps: {
        put: [
          {
            id: 'pay',
            kind: 'action',
            name: 'Pay',
            verb: 'pay',
            consequence: { level: 3 },
            compensatedBy: 'take_back',
            other: true,
          },
          { id: 'refund_desk', kind: 'human', name: 'Refund desk', party: 'ops', grant: 'approve' },
          { id: 'take_back', kind: 'action', name: 'Take back' },
        ],
      },
      transitions: {
        put: [{ id: 'refund_desk_pay', from: 'refund_desk', to: 'pay', kind: 'normal', probability: 0.9 }],
      },
      handoffs: {
        put: [
          {
            id: 'approval_pay',
            kind: 'approval',
            strength: 'approve',
            at: { before: 'pay' },
            assignee: { role: 'ops' },
            escalation: [{ role: 'boss', after: 'PT1H', then: 'reject' }],
            onReject: { to: null, maxReproposals: 1 },
          },
        ],
      },
    },
    positions: {
      put: [
        ['pay', [964, 100]],
        ['refund_desk', [676, 100]],
      ],
    },
  })
})

test('a fragment without its parties asks nobody in particular', () => {
  const { parties: _, ...fragment } = fragmentOf(refunds, ['desk', 'pay'])
  const { lists } = changes({ type: 'pasteFragment', ...fragment, offset: [0, 0] }, newWorkflow('Other'))
  expect(lists?.['steps']?.put?.find((step) => step['id'] === 'refund_desk')).not.toHaveProperty('party')
  expect(lists?.['handoffs']?.put?.[0]).toMatchObject({ assignee: {} })
  expect(lists?.['handoffs']?.put?.[0]).not.toHaveProperty('escalation')
})

test('pasting twice gives other ids, always the same ones', () => {
  const fragment = fragmentOf(refunds, ['pay', 'end'])
  const paste = { type: 'pasteFragment', ...fragment, offset: [0, 0] } as const
  expect(changes(paste)).toEqual(changes(paste))
  expect(changes(paste).lists?.['steps']?.put?.map((step) => step['id'])).toEqual(['done', 'pay_2'])
})

test.each<[string, object, string, string]>([
  [
    'a transition to a step outside',
    { transitions: [{ id: 'a', from: 'x', to: 'pay' }] },
    'transitions[0]',
    'leads to or from a step outside of what is pasted',
  ],
  [
    'a handoff at a step outside',
    { handoffs: [{ id: 'a', kind: 'notify', strength: 'notify', at: { before: 'end' } }] },
    'handoffs[0].at',
    'is at a place outside of what is pasted',
  ],
  [
    'a bad step',
    { steps: [{ id: 'a', kind: 'x', name: '' }] },
    'steps[0].kind',
    'expected one of "start", "end", "step", "model", "action", "agent", "check", "decision", "split", "join", "human", "subflow", "wait", got "x"',
  ],
  ['no offset', { offset: undefined }, 'offset', 'is missing: expected a list'],
])('%s is refused', (_, change, path, message) => {
  const whole = { type: 'pasteFragment', ...fragmentOf(refunds, ['pay']), offset: [0, 0] }
  expect(faultsOf({ ...whole, ...change })).toEqual([{ path, message }])
})

test('notes come along under new ids', () => {
  const fragment = fragmentOf(refunds, ['end'], ['n1'])
  expect(changes({ type: 'pasteFragment', ...fragment, offset: [5, 5] }).notes).toEqual({
    put: [{ id: 'note', text: 'Ask Ana', at: [5, 205] }],
  })
})

// Parts as another revision has them, put back as one edit.
import { expect, test } from 'vitest'
import { commandLabel } from '../../shared/commands/apply.ts'
import { after, changes, faultsOf, refunds } from './edit.ts'
import type { Command } from '../../shared/commands/index.ts'

const restore = (patch: object): Command => ({ type: 'restoreParts', label: 'restore “Pay”', patch })

test('entries are put and taken out, and the others stay the very same', () => {
  const pay = refunds.steps.find(({ id }) => id === 'pay')!
  const lists = { steps: { put: [{ ...pay, name: 'Pay out' }] }, handoffs: { remove: ['h1'] } }
  const changed = after(restore({ lists }))
  expect(changed.steps.find(({ id }) => id === 'pay')!.name).toBe('Pay out')
  expect(changed.handoffs.map(({ id }) => id)).not.toContain('h1')
  const others = refunds.steps.filter(({ id }) => id !== 'pay')
  expect(others.every((step) => changed.steps.includes(step))).toBe(true)
  expect(changes(restore({ lists }))).toEqual({ lists })
})

test('fields and positions are set', () => {
  const changed = after(
    restore({ fields: { put: [['name', 'Returns']] }, positions: { put: [['pay', [8, 16]]] } }),
  )
  expect([changed.name, changed.layout.steps['pay']]).toEqual(['Returns', [8, 16]])
})

test('the label is that of the undo menu', () => {
  expect(commandLabel(restore({}))).toBe('restore “Pay”')
})

test.each<[string, object, string]>([
  ['a version', { fields: { put: [['version', 9]] } }, 'patch.fields'],
  ['no format', { fields: { remove: ['format'] } }, 'patch.fields'],
  [
    'a brief that is none',
    { fields: { put: [['brief', { riskTolerance: 'none' }]] } },
    'brief.riskTolerance',
  ],
  ['semantics that are none', { fields: { put: [['semantics', { join: 'any' }]] } }, 'semantics.join'],
  ['a step without a kind', { lists: { steps: { put: [{ id: 'x', name: 'x' }] } } }, 'steps[7].kind'],
  ['a step that others need gone', { lists: { steps: { remove: ['pay'] } } }, 'transitions[2].to'],
  ['a position that is none', { positions: { put: [['pay', 'left']] } }, 'layout.steps.pay'],
])('refuses %s', (_name, patch, path) => {
  expect(faultsOf(restore(patch)).map((fault) => fault.path)).toContain(path)
})

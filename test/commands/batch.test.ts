// Several commands as one.
import { expect, test } from 'vitest'
import { changes, faultsOf } from './edit.ts'
import { commandLabel } from '../../shared/commands/apply.ts'

test('each command sees what the one before it did', () => {
  expect(
    changes({
      type: 'batch',
      label: 'add a check',
      commands: [
        { type: 'addStep', step: { id: 'check', kind: 'check', name: 'Check' } },
        { type: 'addTransition', transition: { from: 'check', to: 'pay' } },
        { type: 'batch', label: 'inner', commands: [{ type: 'moveSteps', positions: { check: [1, 1] } }] },
      ],
    }),
  ).toEqual({
    lists: {
      steps: { put: [{ id: 'check', kind: 'check', name: 'Check' }] },
      transitions: { put: [{ id: 'check_pay', from: 'check', to: 'pay', kind: 'normal' }] },
    },
    positions: { put: [['check', [1, 1]]] },
  })
})

test('one refusal refuses all, and says which command', () => {
  const commands = [
    { type: 'removeHandoffs', ids: ['h1'] },
    { type: 'batch', label: 'inner', commands: [{ type: 'removeNote', id: 'x' }] },
  ]
  expect(faultsOf({ type: 'batch', label: 'two', commands })).toEqual([
    { path: 'commands[1].commands[0].id', message: 'no note has the id "x"' },
  ])
})

test.each<[unknown, string]>([
  [[7], 'commands[0].type'],
  [[{ type: 'explode' }], 'commands[0].type'],
  [{}, 'commands'],
])('%j are no commands', (commands, path) => {
  expect(faultsOf({ type: 'batch', label: 'x', commands }).map((fault) => fault.path)).toEqual([path])
})

test('its label is the one given', () => {
  expect(commandLabel({ type: 'batch', label: 'accept 3 suggestions', commands: [] })).toBe(
    'accept 3 suggestions',
  )
})

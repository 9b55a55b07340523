// Adding a party.
import { expect, test } from 'vitest'
import { changes, faultsOf } from './edit.ts'

test('its id is made of its name', () => {
  expect(changes({ type: 'addParty', party: { name: 'Fraud desk', kind: 'team', staff: 2 } })).toEqual({
    lists: { parties: { put: [{ id: 'fraud_desk', name: 'Fraud desk', kind: 'team', staff: 2 }] } },
  })
})

test('a taken id and an unknown kind are refused', () => {
  expect(faultsOf({ type: 'addParty', party: { id: 'ops', name: '', kind: 'role' } })).toEqual([
    { path: 'party.id', message: 'the id "ops" is taken' },
  ])
  expect(faultsOf({ type: 'addParty', party: { name: '', kind: 'robot' } })).toEqual([
    {
      path: 'party.kind',
      message: 'expected one of "person", "role", "team", "model", "service", got "robot"',
    },
  ])
})

// Adding a note.
import { expect, test } from 'vitest'
import { changes, faultsOf } from './edit.ts'

test('it gets an id of its own', () => {
  expect(changes({ type: 'addNote', note: { text: 'Why?', at: [1, 2], size: [100, 50] } })).toEqual({
    notes: { put: [{ id: 'note', text: 'Why?', at: [1, 2], size: [100, 50] }] },
  })
})

test('a taken id and a missing place are refused', () => {
  expect(faultsOf({ type: 'addNote', note: { id: 'n1', text: '', at: [0, 0] } })).toEqual([
    { path: 'note.id', message: 'the id "n1" is taken' },
  ])
  expect(faultsOf({ type: 'addNote', note: { text: '' } })).toEqual([
    { path: 'note.at', message: 'is missing: expected a list' },
  ])
})

// Changing a note.
import { expect, test } from 'vitest'
import { changes, faultsOf } from './edit.ts'

test('text and place', () => {
  expect(changes({ type: 'updateNote', id: 'n1', set: { text: 'Ask Bo', at: [3, 4] } })).toEqual({
    notes: { put: [{ id: 'n1', text: 'Ask Bo', at: [3, 4] }] },
  })
})

test('an unknown note and a bad place are refused', () => {
  expect(faultsOf({ type: 'updateNote', id: 'x', set: {} })).toEqual([
    { path: 'id', message: 'no note has the id "x"' },
  ])
  expect(faultsOf({ type: 'updateNote', id: 'n1', set: { at: null } })).toEqual([
    { path: 'layout.notes[0].at', message: 'is missing: expected a list' },
  ])
})

// Deleting a note.
import { expect, test } from 'vitest'
import { changes, faultsOf } from './edit.ts'

test('only it goes', () => {
  expect(changes({ type: 'removeNote', id: 'n1' })).toEqual({ notes: { remove: ['n1'] } })
})

test('an unknown note is refused', () => {
  expect(faultsOf({ type: 'removeNote', id: 'x' })).toEqual([
    { path: 'id', message: 'no note has the id "x"' },
  ])
})

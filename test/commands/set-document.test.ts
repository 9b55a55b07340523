// Changing what the document says about itself.
import { expect, test } from 'vitest'
import { after, changes, faultsOf } from './edit.ts'

test('name, description, profile', () => {
  expect(
    changes({
      type: 'setDocument',
      name: 'Big refunds',
      description: 'x',
      profile: { extends: 'strict', threshold: 3 },
    }),
  ).toEqual({
    fields: {
      put: [
        ['description', 'x'],
        ['name', 'Big refunds'],
        ['profile', { extends: 'strict', threshold: 3 }],
      ],
    },
  })
})

test('what is no text is refused, and so is what the document does not say about itself', () => {
  expect(faultsOf({ type: 'setDocument', name: 7 })).toEqual([
    { path: 'name', message: 'expected text, got 7' },
  ])
  expect(faultsOf({ type: 'setDocument', version: 2 })).toEqual([
    { path: '', message: 'has "version", which is not known here' },
  ])
})

test('how joins are read, and back to the usual way', () => {
  const causal = { type: 'setDocument', semantics: { join: 'causal' } }
  expect(changes(causal)).toEqual({ fields: { put: [['semantics', { join: 'causal' }]] } })
  expect(after({ type: 'setDocument', semantics: null }, after(causal))).not.toHaveProperty('semantics')
  expect(faultsOf({ type: 'setDocument', semantics: { join: 'max' } })).toEqual([
    { path: 'semantics.join', message: expect.any(String) },
  ])
})

// Taking a rule pack out again.
import { expect, test } from 'vitest'
import { after, faultsOf } from './edit.ts'

const pack = { id: 'house', version: '1', title: 'House', rules: [] } as const

test('removeRulePack leaves no trace of the last one', () => {
  const with1 = after({ type: 'setRulePack', pack })
  expect(Object.keys(after({ type: 'removeRulePack', id: 'house' }, with1))).not.toContain('rulePacks')
  const with2 = after({ type: 'setRulePack', pack: { ...pack, id: 'other' } }, with1)
  expect(after({ type: 'removeRulePack', id: 'house' }, with2).rulePacks?.map(({ id }) => id)).toEqual([
    'other',
  ])
})

test('one that is not there is refused', () => {
  expect(faultsOf({ type: 'removeRulePack', id: 'house' })).toEqual([
    { path: 'id', message: 'no rule pack has the id "house"' },
  ])
})

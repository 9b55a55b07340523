// Putting a rule pack into the document: it is pinned whole, and replaced by its id.
import { expect, test } from 'vitest'
import { after, changes, faultsOf, refunds } from './edit.ts'

const rule = {
  id: 'r',
  title: 'R',
  for: 'step',
  when: 'level > 3',
  severity: 'error',
  message: '{name}',
} as const
const pack = { id: 'house', version: '1', title: 'House', rules: [rule] } as const

test('setRulePack keeps it whole, and replaces another version of it', () => {
  const first = after({ type: 'setRulePack', pack })
  expect(first.rulePacks?.map(({ id, version }) => [id, version])).toEqual([['house', '1']])
  const second = after({ type: 'setRulePack', pack: { ...pack, version: '2' } }, first)
  expect(second.rulePacks?.map(({ id, version }) => [id, version])).toEqual([['house', '2']])
  expect(
    after({ type: 'setRulePack', pack: { ...pack, id: 'a' } }, second).rulePacks?.map(({ id }) => id),
  ).toEqual(['a', 'house'])
})

test('the same pack again is no edit', () => {
  expect(changes({ type: 'setRulePack', pack }, after({ type: 'setRulePack', pack }))).toEqual({})
})

test('what is no pack is refused with its place', () => {
  const at = (wrong: unknown) => faultsOf({ type: 'setRulePack', pack: wrong }).map(({ path }) => path)
  expect(at({ ...pack, id: 'a/b' })).toEqual(['pack.id'])
  expect(at({ ...pack, rules: [rule, rule] })).toEqual(['pack.rules[1].id'])
  expect(at({ ...pack, rules: [{ ...rule, severity: 'fatal' }] })).toEqual(['pack.rules[0].severity'])
  expect(refunds.rulePacks).toBeUndefined()
})

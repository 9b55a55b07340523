// The values of a recorded run as a person types them, and back.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readValues, valueRows } from '../../../renderer/panels/dialogs/scenario-values.ts'
import type { Handoff } from '../../../shared/model/handoff.ts'

describe('the rows', () => {
  test('are what conditions ask for, with or without a value, and whatever else has one', () => {
    const handoffs = [gate('amount > 100 and order.country = "DE"'), gate('amount < 5'), gate('')]
    expect(valueRows({ handoffs }, { order: { country: 'FR', lines: 2 }, code: '12' })).toEqual([
      { name: 'amount', text: '' },
      { name: 'code', text: '"12"' },
      { name: 'order.country', text: 'FR' },
    ])
  })

  test('of a condition that cannot be read are none', () => {
    expect(valueRows({ handoffs: [gate('amount >')] })).toEqual([])
  })
})

describe('what is typed', () => {
  test.each([
    ['250', 250],
    ['true', true],
    ['DE', 'DE'],
    ['"250"', '250'],
    ['[1, 2]', [1, 2]],
    ['null', null],
  ])('%s is %j', (text, value) => {
    expect(readValues([{ name: 'a', text }])).toEqual({ a: value })
  })

  test('goes into what it is a part of, and leaves the rest alone', () => {
    const values = { order: { country: 'FR', lines: 2 }, other: 1 }
    expect(readValues([{ name: 'order.country', text: 'DE' }], values)).toEqual({
      order: { country: 'DE', lines: 2 },
      other: 1,
    })
  })

  test('and emptied is gone, to the last one', () => {
    expect(readValues([{ name: 'order.country', text: ' ' }], { order: { country: 'FR' } })).toBeNull()
    expect(readValues([{ name: ' ', text: '7' }])).toBeNull()
  })

  test('never reaches what every object has', () => {
    readValues([
      { name: '__proto__.polluted', text: '1' },
      { name: 'constructor.prototype.polluted', text: '1' },
    ])
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })
})

test('what nobody touches comes back as it was', () => {
  const names = fc
    .string({ minLength: 1 })
    .filter((name) => name === name.trim() && name !== '' && name !== '__proto__')
  const values = fc
    .dictionary(names, fc.jsonValue(), { minKeys: 1 })
    .map((raw) => JSON.parse(JSON.stringify(raw)))
  fc.assert(
    fc.property(values, (raw) => {
      expect(readValues(valueRows({ handoffs: [] }, raw), raw)).toEqual(raw)
    }),
    { numRuns: 200 },
  )
})

function gate(when: string): Handoff {
  return { id: when, kind: 'sign-off', strength: 'confirm', at: { before: 'pay' }, when }
}

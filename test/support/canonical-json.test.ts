// Canonical JSON is JSON: the same value comes back, and equal values give equal text whatever the order of keys.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalJson } from '../../shared/support/canonical-json.ts'

/** The plain definition: a copy with sorted keys, written by the platform. */
function plainly(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => {
    if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) return inner
    const entries = Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1))
    return Object.fromEntries(entries.map(([key, member]) => [`#${key}`, member]))
  }).replaceAll('"#', '"')
}

it.each([
  ['plain text', 'all of " \\ / ASCII', '"all of \\" \\\\ / ASCII"'],
  ['control characters', 'a\nb\u0000c\u007f', '"a\\nb\\u0000c\u007f"'],
  ['other scripts, and half a pair', 'żółć 💡 \ud800', '"żółć 💡 \\ud800"'],
  ['keys that look like numbers', { 10: 1, 9: 2, a: 3, A: 4 }, '{"10":1,"9":2,"A":4,"a":3}'],
  ['numbers', [-0, 1e21, 0.1, Number.NaN, Infinity], '[0,1e+21,0.1,null,null]'],
  ['what is absent', { a: undefined, b: [undefined], c: null }, '{"b":[null],"c":null}'],
  ['a key called __proto__', JSON.parse('{"__proto__": 1, "a": {}}'), '{"__proto__":1,"a":{}}'],
])('writes %s', (_name, value, text) => {
  expect(canonicalJson(value)).toBe(text)
})

it('writes any value as the platform writes it with sorted keys', () => {
  const key = fc.string({ unit: 'binary' }).filter((text) => !text.includes('#') && !text.includes('"'))
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.string({ unit: 'binary' }).filter((text) => !text.includes('"#')),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value')),
      fc.dictionary(key, tie('value')),
    ),
  }))
  fc.assert(
    fc.property(value, (any) => {
      expect(JSON.parse(canonicalJson(any))).toEqual(JSON.parse(JSON.stringify(any)))
      expect(canonicalJson(any)).toBe(plainly(any))
    }),
    { numRuns: 500 },
  )
})

// Short numbers: never "0" for something, one decimal, thousands apart; the same as the browser's own English ones.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatNumber, formatPercent, shortNumber } from '../../shared/report/numbers.ts'

test.each([
  [0, '0'],
  [0.04, '< 0.1'],
  [-0.04, '> −0.1'],
  [4, '4.0'],
  [1234.56, '1,234.6'],
  [-12.3, '−12.3'],
])('%d is %s', (value, text) => expect(formatNumber(value)).toBe(text))

test.each([
  [0, '0'],
  [0.0004, '< 0.1'],
  [0.034, '3.4'],
  [0.05, '5'],
  [0.15, '15'],
  [1, '100'],
])('a share of %d is %s percent', (share, text) => expect(formatPercent(share)).toBe(text))

test('agrees with the browser on where thousands part and decimals end', () => {
  const english = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), (tenths) => {
      expect(shortNumber(tenths / 10)).toBe(english.format(tenths / 10))
    }),
    { numRuns: 2000 },
  )
})

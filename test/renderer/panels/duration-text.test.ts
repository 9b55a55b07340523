// Durations are typed as people say them and stored as ISO 8601.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDuration, showDuration } from '../../../renderer/panels/inspector/duration-text.ts'
import { durationMinutes } from '../../../shared/support/duration.ts'

describe('readDuration', () => {
  it.each([
    ['4 h', 'PT4H'],
    ['1 day 30 min', 'P1DT30M'],
    ['90m', 'PT90M'],
    ['2 weeks', 'P2W'],
    ['pt4h', 'PT4H'],
    ['10s', 'PT10S'],
  ])('reads %s as %s', (text, iso) => expect(readDuration(text)).toBe(iso))

  it.each(['', 'soon', '4', 'h', '4 h 5 h', '4 parsecs', '-3 h', 'P1Y'])('refuses %j', (text) =>
    expect(readDuration(text)).toBeUndefined(),
  )

  it('reads back what it shows', () => {
    const amount = fc.integer({ min: 0, max: 999 })
    fc.assert(
      fc.property(amount, amount, amount, (days, hours, minutes) => {
        const iso = `P${days}DT${hours}H${minutes}M`
        const back = readDuration(showDuration(iso))
        expect(back && durationMinutes(back)).toBe(durationMinutes(iso))
      }),
    )
  })
})

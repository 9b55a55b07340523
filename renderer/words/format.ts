// Numbers and days as people of the chosen language write them, for the screen alone. Files, exports and the command
// line have formats of their own, which no language changes.
import { formatNumber, formatPercent, shortNumber } from '../../shared/report/numbers.ts'

let locale = 'en'
let formats = makeFormats()

/** From here on, numbers and days are written as in `tag`, a language tag such as `de-AT`. */
export function setLocale(tag: string): void {
  locale = tag
  formats = makeFormats()
}

/** At most one decimal, and never "0" for something that is not nothing. */
export function number(value: number): string {
  return localised(formatNumber(value))
}

/** At most one decimal, and none where it would be a zero: `4`, `0.5`. */
export function short(value: number): string {
  return localised(shortNumber(value))
}

/** A share between 0 and 1 as a percentage without its sign: whole above ten percent, one decimal below. */
export function share(value: number): string {
  return localised(formatPercent(value))
}

/** With up to `decimals` decimals, as exactly as that allows. */
export function exact(value: number, decimals: number): string {
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: decimals })
  return format.format(value).replace('-', '−')
}

/** As somebody types it there: with its sign for decimals, and with nothing between the thousands. */
export function typed(value: number): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 12, useGrouping: false }).format(value)
}

/** A whole number of things. */
export function whole(value: number): string {
  return formats.whole.format(value)
}

/** The form for `n` things: one of them, or any other number. */
export function plural<T>(n: number, one: T, other: T): T {
  return formats.plural.select(n) === 'one' ? one : other
}

/** A day of a file (`2027-01-31`) as people write it; what is no day stays as it is. */
export function day(iso: string): string {
  const at = /^\d{4}-\d\d-\d\d/.test(iso) ? Date.parse(iso.slice(0, 10)) : Number.NaN
  return Number.isNaN(at) ? iso : formats.day.format(at)
}

/** Several things in one sentence: `a, b and c`. */
export function list(things: readonly string[]): string {
  return formats.list.format(things)
}

// The core decides how exact a number is, and writes it with a point and commas; here it gets the signs of the place.
function localised(text: string): string {
  const digits = text.replaceAll(',', '').match(/\d+(?:\.(\d+))?/)
  if (!digits) return text
  const format = digits[1] === undefined ? formats.whole : formats.tenths
  return text.replace(/\d[\d,.]*/, format.format(Number(digits[0])))
}

function makeFormats() {
  return {
    whole: new Intl.NumberFormat(locale),
    tenths: new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    plural: new Intl.PluralRules(locale),
    list: new Intl.ListFormat(locale),
    // Days of a file have no time and no zone.
    day: new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }),
  }
}

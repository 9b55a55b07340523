// Durations as people write them: "4 h", "1 d 30 min", or ISO 8601 as the document stores them. Pure.
import { durationMinutes } from '../../../shared/support/duration.ts'

type Unit = 'W' | 'D' | 'H' | 'M' | 'S'

const UNITS: ReadonlyMap<string, Unit> = new Map([
  ['w', 'W'],
  ['week', 'W'],
  ['weeks', 'W'],
  ['d', 'D'],
  ['day', 'D'],
  ['days', 'D'],
  ['h', 'H'],
  ['hour', 'H'],
  ['hours', 'H'],
  ['m', 'M'],
  ['min', 'M'],
  ['minute', 'M'],
  ['minutes', 'M'],
  ['s', 'S'],
  ['sec', 'S'],
  ['second', 'S'],
  ['seconds', 'S'],
])
const ORDER: readonly Unit[] = ['W', 'D', 'H', 'M', 'S']
const SHORT: Readonly<Record<Unit, string>> = { W: 'w', D: 'd', H: 'h', M: 'min', S: 's' }
const PART = /^\s*(\d{1,6})\s*([a-z]+)/i

/** ISO 8601 for what was typed, undefined when it is no duration. ISO text is returned as it is. */
export function readDuration(text: string): string | undefined {
  const iso = text.trim().toUpperCase()
  if (durationMinutes(iso) !== undefined) return iso
  const amounts = new Map<Unit, number>()
  let rest = text
  while (rest.trim() !== '') {
    const match = PART.exec(rest)
    const unit = match && UNITS.get(match[2]!.toLowerCase())
    if (!match || !unit || amounts.has(unit)) return undefined
    amounts.set(unit, Number(match[1]))
    rest = rest.slice(match[0].length)
  }
  return amounts.size === 0 ? undefined : toIso(amounts)
}

/** "4 h" for PT4H; the text itself where it is no duration. */
export function showDuration(iso: string): string {
  if (durationMinutes(iso) === undefined) return iso
  const [date = '', time = ''] = iso.slice(1).split('T')
  const parts = [...pairs(date, 'date'), ...pairs(time, 'time')]
  return parts.map(([amount, unit]) => `${amount} ${SHORT[unit]}`).join(' ')
}

function pairs(text: string, half: 'date' | 'time'): readonly (readonly [string, Unit])[] {
  const units = half === 'date' ? /([\d.]+)([WD])/g : /([\d.]+)([HMS])/g
  return [...text.matchAll(units)].map((match) => [match[1]!, match[2] as Unit])
}

function toIso(amounts: ReadonlyMap<Unit, number>): string {
  const part = (unit: Unit): string => (amounts.has(unit) ? `${amounts.get(unit)}${unit}` : '')
  const date = ORDER.slice(0, 2).map(part).join('')
  const time = ORDER.slice(2).map(part).join('')
  return `P${date}${time === '' ? '' : `T${time}`}`
}

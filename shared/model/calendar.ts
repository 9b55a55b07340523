// When a party is there: the hours of a week in which somebody is on duty.

/** Hours of a week, from Monday 0:00; `gaps` are the times between them, over the end of the week as one. */
export interface WorkWeek {
  readonly hours: number
  readonly gaps: readonly number[]
}

export const WEEK_HOURS = 168
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const NAMED: ReadonlyMap<string, string> = new Map([
  ['office', 'Mon-Fri 09:00-17:00'],
  ['always', 'Mon-Sun 00:00-24:00'],
])
const PART = /^([a-z]{3})(?:\s*[-–]\s*([a-z]{3}))?\s+(\d{1,2})(?::(\d{2}))?\s*[-–]\s*(\d{1,2})(?::(\d{2}))?$/

/**
 * The hours that a calendar stands for: `office` (Monday to Friday, 9 to 17), `always`, or parts such as
 * `Mon-Fri 08:00-18:00; Sat 9-13`. Undefined for a text that is none of these.
 */
export function workWeek(calendar: string): WorkWeek | undefined {
  const text = calendar.trim().toLowerCase()
  const spans: (readonly [number, number])[] = []
  for (const part of (NAMED.get(text)?.toLowerCase() ?? text).split(/\s*[;,]\s*/)) {
    const more = spansOf(part)
    if (!more) return undefined
    spans.push(...more)
  }
  return weekOf(spans)
}

function spansOf(part: string): (readonly [number, number])[] | undefined {
  const m = PART.exec(part)
  if (!m) return undefined
  const first = DAYS.findIndex((day) => day === m[1])
  const last = m[2] === undefined ? first : DAYS.findIndex((day) => day === m[2])
  const from = Number(m[3]) + Number(m[4] ?? 0) / 60
  const to = Number(m[5]) + Number(m[6] ?? 0) / 60
  if (first < 0 || last < first || from >= to || to > 24) return undefined
  return DAYS.slice(first, last + 1).map((_, i) => [(first + i) * 24 + from, (first + i) * 24 + to] as const)
}

function weekOf(spans: readonly (readonly [number, number])[]): WorkWeek {
  const sorted = [...spans].sort((a, b) => a[0] - b[0])
  const merged: [number, number][] = []
  for (const [from, to] of sorted) {
    const last = merged[merged.length - 1]
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else merged.push([from, to])
  }
  const gaps = merged.map(([, to], i) => {
    const next = merged[i + 1]
    return next ? next[0] - to : merged[0]![0] + WEEK_HOURS - to
  })
  return {
    hours: merged.reduce((sum, [from, to]) => sum + to - from, 0),
    gaps: gaps.filter((gap) => gap > 0),
  }
}

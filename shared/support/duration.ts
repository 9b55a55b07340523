// ISO 8601 durations: what the format stores, and minutes, which is what the arithmetic wants.

const PATTERN =
  /^P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6}(?:\.\d{1,3})?)S)?)?$/

/** True for a duration without years and months (their length is not fixed), with at least one part. */
export function isDuration(text: string): boolean {
  return durationMinutes(text) !== undefined
}

/** Minutes in an ISO 8601 duration such as `PT4H` or `P1DT30M`; undefined when `text` is none. */
export function durationMinutes(text: string): number | undefined {
  const m = PATTERN.exec(text)
  if (!m || text === 'P' || text.endsWith('T')) return undefined
  const [weeks, days, hours, minutes, seconds] = m.slice(1).map((part) => Number(part ?? 0))
  if (m.slice(1).every((part) => part === undefined)) return undefined
  return ((weeks! * 7 + days!) * 24 + hours!) * 60 + minutes! + seconds! / 60
}

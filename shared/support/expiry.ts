// Whether something is over on a given day. The day comes from outside: nothing here reads a clock.

/** The later of two days or moments; of a day and a moment on it, the moment. What is no date does not count. */
export function laterDay(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || !DAY.test(a)) return b !== undefined && DAY.test(b) ? b : (a ?? b)
  if (b === undefined || !DAY.test(b)) return a
  return b > a ? b : a
}

/** A day, or a moment of it, as RFC 3339 writes them. */
const DAY = /^\d{4}-\d{2}-\d{2}/

/**
 * True from the day or moment `expires` on. Without an `asOf` nothing is over. An expiry that is no date is over as soon
 * as there is a day to hold it against: nobody can say that it still holds.
 */
export function hasExpired(expires: string | undefined, asOf: string | undefined): boolean {
  if (expires === undefined || expires === '' || asOf === undefined || !DAY.test(asOf)) return false
  if (!DAY.test(expires)) return true
  const common = Math.min(expires.length, asOf.length)
  return expires.slice(0, common) <= asOf.slice(0, common)
}

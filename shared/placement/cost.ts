// Costs with two parts that are compared in order: minutes first; among equal minutes fewer gates, then the latest.

/** Minutes that differ by less than this are equal: they are sums of the same products in another order. */
const SAME_MINUTES = 1e-9
/** One gate more weighs more than any sum of distances in a workflow that fits into memory. */
export const ONE_GATE = 1e9

/** True when (minutes, tie) `a` is strictly better than `b`. */
export function isCheaper(aMinutes: number, aTie: number, bMinutes: number, bTie: number): boolean {
  // Infinity first: Infinity − Infinity is not a number, and such a pair is a tie of two impossibilities.
  if (aMinutes === bMinutes) return aTie < bTie
  if (bMinutes === Infinity) return true
  const tolerance = SAME_MINUTES * (1 + Math.abs(bMinutes))
  if (Math.abs(aMinutes - bMinutes) <= tolerance) return aTie < bTie
  return aMinutes < bMinutes
}

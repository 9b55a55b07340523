// Means and shares of many runs, with the intervals in which the true value lies 95 times out of 100.

/** 97.5 % point of the normal distribution: two-sided 95 %. */
const Z = 1.959963984540054

export interface Interval {
  readonly low: number
  readonly high: number
}

export interface Estimate extends Interval {
  readonly mean: number
}

export interface Share extends Interval {
  readonly count: number
  readonly share: number
}

/** Wilson score interval of `count` out of `total` (Wilson 1927); the whole of 0 to 1 where there is no sample. */
export function wilson(count: number, total: number): Share {
  if (total === 0) return { count, share: 0, low: 0, high: 1 }
  const share = count / total
  const centre = share + (Z * Z) / (2 * total)
  const spread = Z * Math.sqrt((share * (1 - share)) / total + (Z * Z) / (4 * total * total))
  const scale = 1 + (Z * Z) / total
  return {
    count,
    share,
    low: Math.max(0, (centre - spread) / scale),
    high: Math.min(1, (centre + spread) / scale),
  }
}

/** Running mean and variance (Welford 1962): one pass, and no loss of digits where the values are large and alike. */
export interface Moments {
  readonly count: number
  readonly mean: number
  /** Sum of squared distances from the mean. */
  readonly spread: number
}

export const NO_MOMENTS: Moments = { count: 0, mean: 0, spread: 0 }

export function withValue({ count, mean, spread }: Moments, value: number): Moments {
  const next = count + 1
  const shifted = mean + (value - mean) / next
  return { count: next, mean: shifted, spread: spread + (value - mean) * (value - shifted) }
}

/** Moments of whole numbers from their sum and the sum of their squares, which are exact; zeros need no adding up. */
export function fromSums(count: number, sum: number, squares: number): Moments {
  if (count === 0) return NO_MOMENTS
  return { count, mean: sum / count, spread: Math.max(0, squares - (sum * sum) / count) }
}

/** Mean with its normal interval. */
export function estimate({ count, mean, spread }: Moments): Estimate {
  const half = count > 1 ? Z * Math.sqrt(spread / (count - 1) / count) : 0
  return { mean, low: mean - half, high: mean + half }
}

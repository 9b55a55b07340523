// Where a point of the curve is on the screen, and at which round figures the axes are marked.

export interface PlotPoint {
  readonly minutes: number
  /** Share of the harm that is left if nobody is asked. */
  readonly harm: number
}

export interface PlotScale {
  readonly x: (minutes: number) => number
  readonly y: (harm: number) => number
  readonly xTicks: readonly number[]
  readonly yTicks: readonly number[]
}

export interface PlotSize {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** A scale from zero on both axes on which all `points` find room. */
export function plotScale(points: readonly PlotPoint[], size: PlotSize): PlotScale {
  const inner = {
    width: Math.max(1, size.width - size.left - size.right),
    height: Math.max(1, size.height - size.top - size.bottom),
  }
  const xTicks = ticks(Math.max(...points.map(({ minutes }) => minutes), 0), inner.width / 70)
  const yTicks = ticks(Math.max(...points.map(({ harm }) => harm), 0), inner.height / 32)
  const xMost = xTicks[xTicks.length - 1]!
  const yMost = yTicks[yTicks.length - 1]!
  return {
    x: (minutes) => size.left + (inner.width * minutes) / xMost,
    y: (harm) => size.top + inner.height * (1 - harm / yMost),
    xTicks,
    yTicks,
  }
}

/** What is smaller counts as nothing: a fraction of it has no digits left. */
const SMALLEST = 1e-300

/** Round figures from 0 to at least `most`, about `wanted` of them; 0 to 1 where there is nothing. */
export function ticks(most: number, wanted: number): readonly number[] {
  if (!(most > SMALLEST)) return [0, 1]
  const rough = most / Math.max(2, Math.floor(wanted))
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough * (1 - 1e-9))!
  const count = Math.ceil(most / step - 1e-9)
  return Array.from({ length: count + 1 }, (_, i) => Number((i * step).toPrecision(12)))
}

/** Number of the spot that is nearest to a place; the first of several. */
export function nearestTo(spots: readonly (readonly [number, number])[], x: number, y: number): number {
  const distances = spots.map(([a, b]) => Math.hypot(a - x, b - y))
  return distances.indexOf(Math.min(...distances))
}

/** A line that goes right first and then down: between two points nothing better is known than the one before. */
export function stairs(points: readonly (readonly [number, number])[]): string {
  return points
    .map(([x, y], i) => (i === 0 ? `M${round(x)} ${round(y)}` : `H${round(x)}V${round(y)}`))
    .join('')
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

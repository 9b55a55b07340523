// Finds a free place for a piece of text beside a line, so that no two labels and no label and step ever collide.
import { overlaps, segmentRect } from './rects.ts'
import type { Grid, Rect, Spot } from './rects.ts'
import type { Size } from '../../shared/report/sizes.ts'

/** A place beside `way` for a text of this size that covers nothing; undefined where there is none. */
export function placeBeside(way: readonly Spot[], size: Size, taken: Grid<unknown>): Rect | undefined {
  for (const rect of besides(way, size)) {
    if (!taken.some(rect, () => true) && !crosses(way, rect)) return rect
  }
  return undefined
}

/** The middle of the longest piece of a way that has room for a square of `size`; what stands there is `taken`. */
export function placeOn(way: readonly Spot[], size: number, taken: Grid<unknown>): Spot {
  const spots = byLength(way).flatMap(([a, b]) => along(a, b))
  const free = spots.find((spot) => !taken.some(square(spot, size + 4), () => true))
  return free ?? middleOf(way)
}

/** The middle of a way, measured along it. */
export function middleOf(way: readonly Spot[]): Spot {
  const lengths = way.slice(1).map((spot, i) => distance(way[i]!, spot))
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2
  for (const [i, length] of lengths.entries()) {
    if (left <= length) return between(way[i]!, way[i + 1]!, length === 0 ? 0 : left / length)
    left -= length
  }
  return way.at(-1)!
}

/** A square of `size` around a spot. */
export function square(spot: Spot, size: number): Rect {
  return { x: spot.x - size / 2, y: spot.y - size / 2, width: size, height: size }
}

// The last level piece first: after a decision that is where the ways have parted.
function* besides(way: readonly Spot[], size: Size): Generator<Rect> {
  const pieces = way.slice(1).map((spot, i) => [way[i]!, spot] as const)
  for (const [a, b] of pieces.toReversed()) {
    if (a.y === b.y && Math.abs(a.x - b.x) >= size.width + 12) yield* aboveAndBelow(a, b, size)
  }
  for (const [a, b] of pieces.toReversed()) {
    if (a.x === b.x && Math.abs(a.y - b.y) >= size.height + 12) yield* leftAndRight(a, b, size)
  }
  for (const [a, b] of pieces.toReversed()) if (a.y === b.y) yield* aboveAndBelow(a, b, size)
}

function* aboveAndBelow(a: Spot, b: Spot, size: Size): Generator<Rect> {
  const x0 = Math.min(a.x, b.x) + 8
  const x1 = Math.max(a.x, b.x) - 10 - size.width
  for (const x of x1 > x0 ? [x0, (x0 + x1) / 2, x1] : [(x0 + x1) / 2]) {
    yield { ...size, x, y: a.y - size.height - 3 }
    yield { ...size, x, y: a.y + 3 }
  }
}

function* leftAndRight(a: Spot, b: Spot, size: Size): Generator<Rect> {
  const y0 = Math.min(a.y, b.y)
  const room = Math.abs(a.y - b.y) - size.height
  for (const share of [0.5, 0.2, 0.8]) {
    yield { ...size, x: a.x + 6, y: y0 + room * share }
    yield { ...size, x: a.x - 6 - size.width, y: y0 + room * share }
  }
}

function crosses(way: readonly Spot[], rect: Rect): boolean {
  return way.slice(1).some((spot, i) => overlaps(segmentRect(way[i]!, spot), rect))
}

function byLength(way: readonly Spot[]): readonly (readonly [Spot, Spot])[] {
  const pieces = way.slice(1).map((spot, i) => [way[i]!, spot] as const)
  return pieces.toSorted(([a, b], [c, d]) => distance(c, d) - distance(a, b))
}

function along(a: Spot, b: Spot): readonly Spot[] {
  return [0.5, 0.35, 0.65, 0.2, 0.8].map((share) => between(a, b, share))
}

function between(a: Spot, b: Spot, share: number): Spot {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share }
}

function distance(a: Spot, b: Spot): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y)
}

// Finds free places on and beside a line, so that no two labels, and no label and step, ever collide.
import { overlaps, segmentRect } from './rects.ts'
import type { Grid, Rect, Spot } from './rects.ts'
import type { Line } from './route.ts'
import type { Size } from '../sizes.ts'

/** What a text or a gate has to keep clear of. */
export interface Surroundings {
  /** Steps, gates and text. */
  readonly taken: Grid<unknown>
  readonly lines: Grid<Line>
  /** The transition that it belongs to: its own line is no obstacle. */
  readonly own: string
}

type Piece = readonly [Spot, Spot]

/** A place beside `way` for a text of this size that covers nothing; undefined where there is none. */
export function placeBeside(way: readonly Spot[], size: Size, around: Surroundings): Rect | undefined {
  for (const rect of besides(way, size)) if (isFree(rect, around) && !crosses(way, rect)) return rect
  return undefined
}

/**
 * Middles for a square of `size` on the way, best first: the last piece before others, because that is where the ways
 * of a decision have parted.
 */
export function spotsOn(way: readonly Spot[], size: number): readonly Spot[] {
  const long = piecesOf(way).filter(([a, b]) => distance(a, b) >= size + 8)
  const spots = long.flatMap(([a, b]) => along(a, b))
  return spots.length > 0 ? spots : [middleOf(way)]
}

/** True where nothing stands and no other line passes. */
export function isFree(rect: Rect, { taken, lines, own }: Surroundings): boolean {
  return !taken.some(rect, () => true) && !lines.some(rect, ({ id }) => id !== own)
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

// Level pieces first, the last of them before others: after a decision that is where the ways have parted.
function* besides(way: readonly Spot[], size: Size): Generator<Rect> {
  const pieces = piecesOf(way)
  const level = pieces.filter(([a, b]) => a.y === b.y)
  for (const [a, b] of level) if (distance(a, b) >= size.width + 12) yield* aboveAndBelow(a, b, size)
  for (const [a, b] of pieces) {
    if (a.x === b.x && distance(a, b) >= size.height + 12) yield* leftAndRight(a, b, size)
  }
  for (const [a, b] of level) yield* aboveAndBelow(a, b, size)
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
  return piecesOf(way).some(([a, b]) => overlaps(segmentRect(a, b), rect))
}

/** The straight pieces of a way, last first. */
function piecesOf(way: readonly Spot[]): readonly Piece[] {
  return way
    .slice(1)
    .map((spot, i) => [way[i]!, spot] as const)
    .toReversed()
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

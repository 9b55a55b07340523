// Orthogonal ways between steps: of a few candidate shapes the one that crosses the fewest steps.
import type { Point } from '../model/workflow.ts'

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface WayOptions {
  /** Room that gates take behind the source and before the target. */
  readonly exit: number
  readonly door: number
  /** A small number that keeps ways of the same shape apart. */
  readonly lane: number
  readonly obstacles: readonly Box[]
}

const STUB = 18
const LANE = 9
const CLEAR = 5

/** The corners of the way from the right side of `from` to the left side of `to`, both ends included. */
export function wayBetween(
  from: Box,
  to: Box,
  { exit, door, lane, obstacles }: WayOptions,
): readonly Point[] {
  const start: Point = [from.x + from.width + exit, from.y + from.height / 2]
  const end: Point = [to.x - door, to.y + to.height / 2]
  let best: readonly Point[] = [start, end]
  let least = Infinity
  for (const way of candidates(start, end, { from, to, lane, obstacles })) {
    const cost = costOf(way, obstacles, [from, to])
    if (cost >= least) continue
    least = cost
    best = way
  }
  return withoutRepeats(best)
}

/** The point that lies this part (0 to 1) of the length along the way. */
export function alongWay(corners: readonly Point[], part: number): Point {
  const lengths = corners.slice(1).map((corner, i) => distance(corners[i]!, corner))
  let left = lengths.reduce((sum, length) => sum + length, 0) * part
  for (const [i, length] of lengths.entries()) {
    if (left <= length && length > 0) return between(corners[i]!, corners[i + 1]!, left / length)
    left -= length
  }
  return corners.at(-1)!
}

/** The longest straight stretch of the way that runs across, or the longest of all. */
export function middleStretch(corners: readonly Point[]): readonly [Point, Point] {
  let best: readonly [Point, Point] = [corners[0]!, corners.at(-1)!]
  let longest = -1
  for (let i = 1; i < corners.length; i++) {
    const [from, to] = [corners[i - 1]!, corners[i]!]
    // A gate is easier to read on a line that runs across than on one that runs down.
    const length = Math.abs(to[0] - from[0]) + Math.abs(to[1] - from[1]) / 2
    if (length <= longest) continue
    longest = length
    best = [from, to]
  }
  return best
}

interface Surroundings {
  readonly from: Box
  readonly to: Box
  readonly lane: number
  readonly obstacles: readonly Box[]
}

function candidates(
  start: Point,
  end: Point,
  { from, to, lane, obstacles }: Surroundings,
): readonly (readonly Point[])[] {
  const [sx, sy] = start
  const [ex, ey] = end
  const near = sx + STUB + lane * LANE
  const far = ex - STUB - lane * LANE
  const across = (x: number): readonly Point[] => [start, [x, sy], [x, ey], end]
  const around = (y: number): readonly Point[] => [start, [near, sy], [near, y], [far, y], [far, ey], end]
  const under = Math.max(from.y + from.height, to.y + to.height) + STUB + lane * LANE
  const over = Math.min(from.y, to.y) - STUB - lane * LANE
  const free = (y: number, way: 1 | -1): number => clearOf(y, way, [near, far], obstacles)
  const detours = [under, over, free(under, 1), free(over, -1)].map(around)
  if (ex - sx < 2 * STUB) return detours
  if (sy === ey) return [[start, end], ...detours]
  return [across((sx + ex) / 2 + (lane - 2) * LANE), across(near), across(far), ...detours]
}

// The first height below (or above) `y` at which a line between the two columns meets no step.
function clearOf(y: number, way: 1 | -1, [a, b]: Point, obstacles: readonly Box[]): number {
  const [left, right] = a < b ? [a, b] : [b, a]
  const there = obstacles.filter((box) => box.x < right && box.x + box.width > left)
  there.sort((p, q) => way * (p.y - q.y))
  return there.reduce((at, { y: top, height }) => {
    const meets = at > top - STUB && at < top + height + STUB
    return meets ? (way === 1 ? top + height + STUB : top - STUB) : at
  }, y)
}

// Crossing a step is worse than any detour; a corner costs a little, so that straight ways win.
function costOf(way: readonly Point[], obstacles: readonly Box[], own: readonly Box[]): number {
  let cost = way.length * 10
  for (let i = 1; i < way.length; i++) {
    const [a, b] = [way[i - 1]!, way[i]!]
    cost += distance(a, b) / 100
    const [left, right] = a[0] < b[0] ? [a[0], b[0]] : [b[0], a[0]]
    const [top, bottom] = a[1] < b[1] ? [a[1], b[1]] : [b[1], a[1]]
    for (const box of obstacles) {
      // The way touches its own two steps; of others it keeps off.
      const off = own.includes(box) ? -CLEAR : CLEAR
      const clear =
        right < box.x - off ||
        left > box.x + box.width + off ||
        bottom < box.y - off ||
        top > box.y + box.height + off
      if (!clear) cost += 1000
    }
  }
  return cost
}

function withoutRepeats(way: readonly Point[]): readonly Point[] {
  return way.filter((corner, i) => {
    const before = way[i - 1]
    return before === undefined || before[0] !== corner[0] || before[1] !== corner[1]
  })
}

function distance([ax, ay]: Point, [bx, by]: Point): number {
  return Math.abs(ax - bx) + Math.abs(ay - by)
}

function between([ax, ay]: Point, [bx, by]: Point, part: number): Point {
  return [ax + (bx - ax) * part, ay + (by - ay) * part]
}

// Snap lines: where what is dragged lines up with its neighbours, and the lines that show it. Pure.
import { bottom, center, right } from '../../shared/report/scene/rects.ts'
import type { Rect } from '../../shared/report/scene/rects.ts'

/** A line or a gap to draw, in world pixels. */
export interface Guide {
  readonly kind: 'line' | 'gap'
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

export interface Snapped {
  /** What to add to the move. */
  readonly dx: number
  readonly dy: number
  readonly guides: readonly Guide[]
}

const NOTHING: Snapped = { dx: 0, dy: 0, guides: [] }

/**
 * How far to move `box` so that an edge or the middle of it lines up with one of `others`, or stands half way between
 * two of them, if that is less than `reach` away. Each direction is looked at on its own.
 */
export function snap(box: Rect, others: readonly Rect[], reach: number): Snapped {
  if (others.length === 0) return NOTHING
  const dx = nearest(box, others, reach, 'x')
  const dy = nearest(box, others, reach, 'y')
  const moved = { ...box, x: box.x + dx, y: box.y + dy }
  return { dx, dy, guides: [...guides(moved, others, 'x'), ...guides(moved, others, 'y')] }
}

type Axis = 'x' | 'y'

function nearest(box: Rect, others: readonly Rect[], reach: number, axis: Axis): number {
  let best = reach
  let found = 0
  const look = (distance: number, cost: number): void => {
    if (Math.abs(distance) + cost >= best) return
    best = Math.abs(distance) + cost
    found = distance
  }
  const own = marks(box, axis)
  for (const other of others) {
    const there = marks(other, axis)
    // Middle to middle first: it is what makes a line straight.
    look(there[1] - own[1], -0.5)
    for (const mark of [there[0], there[2]]) for (const mine of [own[0], own[2]]) look(mark - mine, 0)
  }
  for (const middle of halfways(box, others, axis)) look(middle - own[1], 0.25)
  return found
}

/** Start, middle and end along an axis. */
function marks(rect: Rect, axis: Axis): readonly [number, number, number] {
  const middle = center(rect)
  return axis === 'x' ? [rect.x, middle.x, right(rect)] : [rect.y, middle.y, bottom(rect)]
}

/** Middles at which the gaps to the nearest neighbours on both sides would be equal. */
function halfways(box: Rect, others: readonly Rect[], axis: Axis): readonly number[] {
  const [before, after] = besides(box, others, axis)
  if (!before || !after) return []
  const [from, to] = [marks(before, axis)[2], marks(after, axis)[0]]
  const [start, , end] = marks(box, axis)
  return to - from > end - start ? [(from + to) / 2] : []
}

/** The nearest neighbours before and after, among those that stand in the same row (or column). */
function besides(
  box: Rect,
  others: readonly Rect[],
  axis: Axis,
): readonly [Rect | undefined, Rect | undefined] {
  const cross = axis === 'x' ? 'y' : 'x'
  const [low, , high] = marks(box, cross)
  const row = others.filter((other) => marks(other, cross)[0] < high && marks(other, cross)[2] > low)
  const middle = marks(box, axis)[1]
  const before = row.filter((other) => marks(other, axis)[1] < middle)
  const after = row.filter((other) => marks(other, axis)[1] > middle)
  const last = before.toSorted((a, b) => marks(b, axis)[2] - marks(a, axis)[2])[0]
  return [last, after.toSorted((a, b) => marks(a, axis)[0] - marks(b, axis)[0])[0]]
}

const SAME = 0.01

function guides(box: Rect, others: readonly Rect[], axis: Axis): readonly Guide[] {
  const found: Guide[] = []
  const own = marks(box, axis)
  for (const mark of own) {
    const level = others.filter((other) => marks(other, axis).some((there) => Math.abs(there - mark) < SAME))
    if (level.length === 0) continue
    const cross = axis === 'x' ? 'y' : 'x'
    const ends = [box, ...level].flatMap((rect) => [marks(rect, cross)[0], marks(rect, cross)[2]])
    const [from, to] = [Math.min(...ends), Math.max(...ends)]
    found.push(
      axis === 'x'
        ? { kind: 'line', x1: mark, x2: mark, y1: from, y2: to }
        : { kind: 'line', y1: mark, y2: mark, x1: from, x2: to },
    )
  }
  return [...found, ...gapGuides(box, others, axis)]
}

function gapGuides(box: Rect, others: readonly Rect[], axis: Axis): readonly Guide[] {
  const [before, after] = besides(box, others, axis)
  if (!before || !after) return []
  const [start, , end] = marks(box, axis)
  const [from, to] = [marks(before, axis)[2], marks(after, axis)[0]]
  if (start - from <= 0 || Math.abs(start - from - (to - end)) > SAME) return []
  const level = marks(box, axis === 'x' ? 'y' : 'x')[1]
  return [
    [from, start],
    [end, to],
  ].map(([a, b]) =>
    axis === 'x'
      ? { kind: 'gap', x1: a!, x2: b!, y1: level, y2: level }
      : { kind: 'gap', y1: a!, y2: b!, x1: level, x2: level },
  )
}

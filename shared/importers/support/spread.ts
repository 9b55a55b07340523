// Positions that leave room for our cards: other tools draw nodes smaller and closer together.
import type { Point } from '../../model/workflow.ts'

/** Size of a card with the room around it, in units of the canvas. */
export const CARD = { width: 208, height: 72, gapX: 40, gapY: 32 } as const

const CELL_X = CARD.width + CARD.gapX
const CELL_Y = CARD.height + CARD.gapY

/** Beyond this the canvas cannot show a position, and the format refuses it. */
const FAR = 1_000_000

export interface Scale {
  readonly x: number
  readonly y: number
}

/**
 * The smallest of a few scales at which hardly any two cards overlap. Cost: a few passes, each linear in the number
 * of positions.
 */
export function scaleFor(positions: Iterable<Point>): Scale {
  const points = [...positions]
  let best: Scale = { x: 1, y: 1 }
  let fewest = Number.POSITIVE_INFINITY
  for (const scale of [1, 1.2, 1.4, 1.6, 1.8, 2].map((x) => ({ x, y: Math.max(1, x * 0.8) }))) {
    const clashes = crowded(points, scale)
    if (clashes < fewest) {
      fewest = clashes
      best = scale
    }
    if (clashes === 0) break
  }
  return best
}

/** Each point scaled and rounded; where two cards would still overlap, the later one moves down. */
export function spread(positions: ReadonlyMap<string, Point>, scale: Scale): Map<string, Point> {
  const order = [...positions].sort(([, a], [, b]) => a[1] - b[1] || a[0] - b[0])
  const taken = new Map<number, Point[]>()
  const lowest = new Map<number, number>()
  const placed = new Map<string, Point>()
  for (const [id, raw] of order) {
    const point = free(clamped([raw[0] * scale.x, raw[1] * scale.y]), taken, lowest)
    placed.set(id, point)
    const column = Math.floor(point[0] / CELL_X)
    taken.set(column, [...(taken.get(column) ?? []).slice(-40), point])
    lowest.set(column, Math.max(lowest.get(column) ?? Number.NEGATIVE_INFINITY, point[1]))
  }
  return placed
}

// Looks at the last forty cards of the three columns that a card can touch; when a pile is higher than that, the card
// goes below the pile. That keeps 20,000 nodes on one spot from taking quadratic time.
function free(
  wanted: Point,
  taken: ReadonlyMap<number, readonly Point[]>,
  lowest: ReadonlyMap<number, number>,
): Point {
  const column = Math.floor(wanted[0] / CELL_X)
  const columns = [column - 1, column, column + 1]
  const near = columns
    .flatMap((c) => taken.get(c) ?? [])
    .filter((p) => Math.abs(p[0] - wanted[0]) < CELL_X - CARD.gapX / 2)
  let y = wanted[1]
  for (let tries = 0; tries < 40; tries++) {
    const clash = near.find((p) => Math.abs(p[1] - y) < CELL_Y - CARD.gapY / 2)
    if (!clash) return clamped([wanted[0], y])
    y = clash[1] + CELL_Y
  }
  const bottom = Math.max(...columns.map((c) => lowest.get(c) ?? y))
  return clamped([wanted[0], bottom + CELL_Y])
}

function crowded(points: readonly Point[], scale: Scale): number {
  const cells = new Map<string, number>()
  let clashes = 0
  for (const [x, y] of points) {
    const key = `${Math.round((x * scale.x) / CARD.width)} ${Math.round((y * scale.y) / CARD.height)}`
    const count = cells.get(key) ?? 0
    if (count > 0) clashes++
    cells.set(key, count + 1)
  }
  return clashes
}

function clamped([x, y]: Point): Point {
  const limit = (value: number) => Math.max(-FAR, Math.min(FAR, Math.round(value)))
  return [limit(x), limit(y)]
}

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

/**
 * Each point scaled and rounded; where two cards would still overlap, one of them moves up or down. The steps in
 * `late` are placed last, so that what we put in makes room for what was there.
 */
export function spread(
  positions: ReadonlyMap<string, Point>,
  scale: Scale,
  late: ReadonlySet<string>,
): Map<string, Point> {
  const rank = (id: string) => (late.has(id) ? 1 : 0)
  const order = [...positions].sort(([a, p], [b, q]) => rank(a) - rank(b) || p[1] - q[1] || p[0] - q[0])
  const columns = new Map<number, Column>()
  const placed = new Map<string, Point>()
  for (const [id, raw] of order) {
    const point = free(clamped([raw[0] * scale.x, raw[1] * scale.y]), columns)
    placed.set(id, point)
    const column = Math.floor(point[0] / CELL_X)
    const before = columns.get(column)
    if (before) {
      before.cards.push(point)
      before.lowest = Math.max(before.lowest, point[1])
    } else columns.set(column, { cards: [point], lowest: point[1] })
  }
  return placed
}

/** A card looks for room this many rows up and down before it is put below everything. */
const MOST_ROWS = 30
/** A higher pile in one column is a heap that no reader could use anyway; cards are only put below it. */
const MOST_CARDS = 150

interface Column {
  readonly cards: Point[]
  lowest: number
}

// The bounds keep 20,000 nodes on one spot from taking quadratic time.
function free(wanted: Point, columns: ReadonlyMap<number, Column>): Point {
  const column = Math.floor(wanted[0] / CELL_X)
  const piles = [column - 1, column, column + 1].flatMap((number) => columns.get(number) ?? [])
  if (piles.some((pile) => pile.cards.length >= MOST_CARDS)) return below(wanted, piles)
  const near = piles
    .flatMap((pile) => pile.cards)
    .filter((card) => Math.abs(card[0] - wanted[0]) < CARD.width + CARD.gapX / 4)
  for (let row = 0; row <= MOST_ROWS; row++) {
    for (const y of row === 0 ? [wanted[1]] : [wanted[1] + row * CELL_Y, wanted[1] - row * CELL_Y]) {
      if (!near.some((card) => Math.abs(card[1] - y) < CARD.height + CARD.gapY / 4))
        return clamped([wanted[0], y])
    }
  }
  return below(wanted, piles)
}

function below(wanted: Point, piles: readonly Column[]): Point {
  return clamped([wanted[0], Math.max(...piles.map((pile) => pile.lowest)) + CELL_Y])
}

/** Cards that lie on another one. Looks at no more than eight cards of a neighbouring cell. */
function crowded(points: readonly Point[], scale: Scale): number {
  const cells = new Map<string, Point[]>()
  let clashes = 0
  for (const [rawX, rawY] of points) {
    const [x, y] = [rawX * scale.x, rawY * scale.y]
    const [column, row] = [Math.floor(x / CARD.width), Math.floor(y / CARD.height)]
    const near = NEIGHBOURS.flatMap(([dx, dy]) => cells.get(`${column + dx} ${row + dy}`) ?? [])
    if (near.some((p) => Math.abs(p[0] - x) < CARD.width && Math.abs(p[1] - y) < CARD.height)) clashes++
    const key = `${column} ${row}`
    const cell = cells.get(key)
    if (!cell) cells.set(key, [[x, y]])
    else if (cell.length < 8) cell.push([x, y])
  }
  return clashes
}

const NEIGHBOURS = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => [dx, dy] as const))

/** A point in whole units that the format keeps. */
export function clamped([x, y]: Point): Point {
  // Adding nothing turns -0, which a document does not keep, into 0.
  const limit = (value: number) => Math.max(-FAR, Math.min(FAR, Math.round(value))) + 0
  return [limit(x), limit(y)]
}

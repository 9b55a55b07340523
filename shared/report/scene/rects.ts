// Rectangles on the canvas and a grid that finds the ones in the way.

export interface Spot {
  readonly x: number
  readonly y: number
}

export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export function right(rect: Rect): number {
  return rect.x + rect.width
}

export function bottom(rect: Rect): number {
  return rect.y + rect.height
}

export function center(rect: Rect): Spot {
  return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 }
}

/** True when the two share any area. */
export function overlaps(a: Rect, b: Rect): boolean {
  return a.x < right(b) && right(a) > b.x && a.y < bottom(b) && bottom(a) > b.y
}

/** `rect` grown by `by` on every side. */
export function grown(rect: Rect, by: number): Rect {
  return { x: rect.x - by, y: rect.y - by, width: rect.width + 2 * by, height: rect.height + 2 * by }
}

/** The smallest rectangle around all of them; undefined for none. */
export function boundsOf(rects: Iterable<Rect>): Rect | undefined {
  let x0 = Infinity
  let y0 = Infinity
  let x1 = -Infinity
  let y1 = -Infinity
  for (const rect of rects) {
    x0 = Math.min(x0, rect.x)
    y0 = Math.min(y0, rect.y)
    x1 = Math.max(x1, right(rect))
    y1 = Math.max(y1, bottom(rect))
  }
  return x0 === Infinity ? undefined : { x: x0, y: y0, width: x1 - x0, height: y1 - y0 }
}

/** The rectangle that a horizontal or vertical segment covers; it has an area even where the segment has none. */
export function segmentRect(a: Spot, b: Spot): Rect {
  const x = Math.min(a.x, b.x)
  const y = Math.min(a.y, b.y)
  return { x: x - 0.5, y: y - 0.5, width: Math.abs(a.x - b.x) + 1, height: Math.abs(a.y - b.y) + 1 }
}

const CELL = 160

/** Things with rectangles, found by place. Adding is O(cells covered); so is asking, and so is taking out. */
export interface Grid<T> {
  add(rect: Rect, thing: T): void
  /** Takes out everything that belongs to an owner. */
  remove(owner: string): void
  /** Calls back for every thing whose rectangle overlaps `rect`, once each, until it answers true. */
  some(rect: Rect, test: (thing: T, rect: Rect) => boolean): boolean
}

interface Entry<T> {
  readonly rect: Rect
  readonly thing: T
  seen: number
}

/** A grid; `ownerOf` says by which name a thing can be taken out again. */
export function createGrid<T>(ownerOf: (thing: T) => string = String): Grid<T> {
  const cells = new Map<number, Entry<T>[]>()
  const owned = new Map<string, Entry<T>[]>()
  let query = 0
  return {
    add(rect, thing) {
      const entry: Entry<T> = { rect, thing, seen: 0 }
      put(owned, ownerOf(thing), entry)
      for (const key of cellsOf(rect)) put(cells, key, entry)
    },
    remove(owner) {
      for (const entry of owned.get(owner) ?? []) {
        for (const key of cellsOf(entry.rect)) {
          const cell = cells.get(key)!
          cell.splice(cell.indexOf(entry), 1)
        }
      }
      owned.delete(owner)
    },
    some(rect, test) {
      query++
      // Plain loops without lists in between: asking is what finding ways consists of.
      const [x1, y1] = [Math.floor(right(rect) / CELL), Math.floor(bottom(rect) / CELL)]
      for (let x = Math.floor(rect.x / CELL); x <= x1; x++) {
        for (let y = Math.floor(rect.y / CELL); y <= y1; y++) {
          for (const entry of cells.get(cellAt(x, y)) ?? NOTHING) {
            if (entry.seen === query || !overlaps(entry.rect, rect)) continue
            entry.seen = query
            if (test(entry.thing, entry.rect)) return true
          }
        }
      }
      return false
    },
  }
}

const NOTHING: readonly never[] = []

function cellAt(x: number, y: number): number {
  return (x + 0x80000) * 0x100000 + y + 0x80000
}

function put<K, T>(lists: Map<K, T[]>, key: K, thing: T): void {
  const there = lists.get(key)
  if (there) there.push(thing)
  else lists.set(key, [thing])
}

// Cells of one long segment are few, because segments are axis-parallel.
function cellsOf(rect: Rect): readonly number[] {
  const x1 = Math.floor(right(rect) / CELL)
  const y1 = Math.floor(bottom(rect) / CELL)
  const keys: number[] = []
  for (let x = Math.floor(rect.x / CELL); x <= x1; x++)
    for (let y = Math.floor(rect.y / CELL); y <= y1; y++) keys.push(cellAt(x, y))
  return keys
}

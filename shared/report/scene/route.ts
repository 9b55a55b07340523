// Finds an orthogonal way for a transition between two steps, around the steps in between. Not the shortest way of
// all: the best of a dozen candidate shapes, which is what keeps a thousand transitions within a frame or two.
import { bottom, center, grown, right, segmentRect } from './rects.ts'
import type { Grid, Rect, Spot } from './rects.ts'

/** One end of a transition. */
export interface RouteEnd {
  readonly id: string
  readonly rect: Rect
  /** How far gates stand out to the left (door) and to the right (of a start): the line begins or ends there. */
  readonly door: number
  readonly exit: number
  /** Several ways leave, and part close to it; several arrive, and join close to it. */
  readonly fansOut: boolean
  readonly fansIn: boolean
}

export interface RouteWorld {
  /** Steps, gates and captions: a line should not cross them. The thing is the id of the step it belongs to. */
  readonly obstacles: Grid<string>
  /** Lines already drawn. Only lines of the same source or the same target may share a way. */
  readonly lines: Grid<Line>
}

/** Whose line it is: a transition, and the two steps that it joins. */
export interface Line {
  readonly id: string
  readonly from: string
  readonly to: string
}

const STUB = 20
const LANE = 14
const CLEAR = 12
const SLACK = 18
const HARDLY = 5
const SHORT = 300
/** The width of a card, and so of most columns. */
const COLUMN = 184
const FLAWLESS = 60
const THROUGH_A_STEP = 1000
const MOST_CHANNELS = 8
/** How far above and below its ends a way looks for a free height: first nearby, and only then far away. */
const NEAR = 160
/** A line of this length is never seen as a whole. */
const VERY_LONG = 6000
const FAR = 1500

/** The corners of the way from one step to another, first and last included. Adds nothing to the world. */
export function routeBetween(from: RouteEnd, to: RouteEnd, world: RouteWorld): readonly Spot[] {
  const near = bestOf(candidates(from, to, world), from, to, world)
  if (near.cost < THROUGH_A_STEP || from.id === to.id) return near.way
  // Far around is dear to find, and only better than going through a step.
  const far = bestOf(throughChannels(from, to, world, FAR), from, to, world)
  return far.cost < near.cost ? far.way : near.way
}

interface Priced {
  readonly way: readonly Spot[]
  readonly cost: number
}

function bestOf(ways: Iterable<readonly Spot[]>, from: RouteEnd, to: RouteEnd, world: RouteWorld): Priced {
  let best: Priced = { way: [], cost: Infinity }
  for (const way of ways) {
    const cost = costOf(way, from, to, world, best.cost)
    if (cost < best.cost) best = { way, cost }
    // No candidate that comes later is better than one without any flaw.
    if (best.cost < FLAWLESS) break
  }
  return best
}

/**
 * Keeps a way, so that later ones avoid it; not what goes over many screens, because hundreds of such lines to one end
 * share a lane, and each later way would have to be held against all of them.
 */
export function addLine(way: readonly Spot[], line: Line, world: RouteWorld): void {
  for (let i = 1; i < way.length; i++) {
    const rect = segmentRect(way[i - 1]!, way[i]!)
    if (rect.width + rect.height < VERY_LONG) world.lines.add(rect, line)
  }
}

/** Where a line usually leaves and arrives: the right side of one step, the left side of the other. */
function sides(from: RouteEnd, to: RouteEnd): { readonly start: Spot; readonly end: Spot } {
  return {
    start: { x: right(from.rect) + from.exit, y: center(from.rect).y },
    end: { x: to.rect.x - to.door, y: center(to.rect).y },
  }
}

function* candidates(from: RouteEnd, to: RouteEnd, world: RouteWorld): Generator<readonly Spot[]> {
  const { start, end } = sides(from, to)
  if (from.id === to.id) yield* loops(from, to, start, end)
  else if (end.x - start.x >= STUB && start.y !== end.y) yield* nearlyStraight(from, to, start, end)
  if (from.id === to.id) return
  if (end.x - start.x < 3 * STUB) yield* corners(from, to, start, end)
  if (end.x - start.x >= STUB) yield* forwards(from, to, world)
  else yield* backwards(from, to, start, end, world)
}

/** A small step in a line looks like a mistake: a card can be left or entered a little off its middle instead. */
function* nearlyStraight(from: RouteEnd, to: RouteEnd, start: Spot, end: Spot): Generator<readonly Spot[]> {
  const off = Math.abs(start.y - end.y)
  if (off > SLACK) return
  // So little is not seen, whatever a short line arrives at; a long one would run beside others to the same step.
  if (off <= HARDLY && end.x - start.x < SHORT) yield [start, { x: end.x, y: start.y }]
  if (to.door === 0 && to.rect.height > 2 * SLACK + 8) yield [start, { x: end.x, y: start.y }]
  else if (from.exit === 0 && from.rect.height > 2 * SLACK + 8) yield [{ x: start.x, y: end.y }, end]
}

/** Where a line turns, from its start: close to where ways part or join, so that what is only one way's own is long. */
function turnsFor(gap: number, from: RouteEnd, to: RouteEnd): readonly number[] {
  if (gap < 3 * STUB) return [gap / 2]
  const [early, late] = [STUB + 4, gap - STUB]
  if (from.fansOut) return [early, late, gap / 2]
  return to.fansIn ? [late, early, gap / 2] : [gap / 2 > 60 ? early : gap / 2, late, early]
}

function* forwards(from: RouteEnd, to: RouteEnd, world: RouteWorld): Generator<readonly Spot[]> {
  const { start, end } = sides(from, to)
  if (Math.abs(start.y - end.y) < 1) yield [start, end]
  for (const turn of turnsFor(end.x - start.x, from, to)) {
    const x = start.x + turn
    yield [start, { x, y: start.y }, { x, y: end.y }, end]
  }
  yield* throughChannels(from, to, world, NEAR)
}

function* backwards(
  from: RouteEnd,
  to: RouteEnd,
  start: Spot,
  end: Spot,
  world: RouteWorld,
): Generator<readonly Spot[]> {
  yield* upright(from, to)
  const under = Math.max(bottom(from.rect), bottom(to.rect)) + 30
  const over = Math.min(from.rect.y, to.rect.y) - 30
  const gateless = to.door === 0
  const [cf, ct] = [center(from.rect), center(to.rect)]
  for (let lane = 0; lane < 6; lane++) {
    const low = under + lane * LANE
    const high = over - lane * LANE
    const x1 = end.x - STUB
    const x0 = start.x + STUB
    if (gateless)
      yield [
        { x: cf.x, y: bottom(from.rect) },
        { x: cf.x, y: low },
        { x: ct.x, y: low },
        { x: ct.x, y: bottom(to.rect) },
      ]
    else
      yield [
        { x: cf.x, y: bottom(from.rect) },
        { x: cf.x, y: low },
        { x: x1, y: low },
        { x: x1, y: end.y },
        end,
      ]
    if (gateless)
      yield [
        { x: cf.x, y: from.rect.y },
        { x: cf.x, y: high },
        { x: ct.x, y: high },
        { x: ct.x, y: to.rect.y },
      ]
    yield [start, { x: x0, y: start.y }, { x: x0, y: low }, { x: x1, y: low }, { x: x1, y: end.y }, end]
  }
  yield* throughChannels(from, to, world, NEAR)
}

/** Out to the side, along a free height over or under everything in between, and in from the side. */
function* throughChannels(
  from: RouteEnd,
  to: RouteEnd,
  world: RouteWorld,
  reach: number,
): Generator<readonly Spot[]> {
  const { start, end } = sides(from, to)
  for (const y of channels(start, end, world, reach)) {
    for (const [out, into] of stubs(from, to)) {
      const [x0, x1] = [start.x + out, end.x - into]
      yield [start, { x: x0, y: start.y }, { x: x0, y }, { x: x1, y }, { x: x1, y: end.y }, end]
    }
  }
}

/** How far out a way turns: close by, or beyond the cards that stand above and below something narrow. */
function stubs(from: RouteEnd, to: RouteEnd): readonly (readonly [number, number])[] {
  const beyond = ({ rect }: RouteEnd): number => Math.max(0, (COLUMN - rect.width) / 2) + STUB
  const near = [
    [STUB, STUB],
    [STUB / 2, STUB / 2],
  ] as const
  const wide = [beyond(from), beyond(to)] as const
  return wide[0] === STUB && wide[1] === STUB ? near : [...near, wide]
}

/** One corner only: out to the side and in from above or below, or out below or above and in from the side. */
function* corners(from: RouteEnd, to: RouteEnd, start: Spot, end: Spot): Generator<readonly Spot[]> {
  const [a, b] = [from.rect, to.rect]
  const down = start.y < end.y
  const [out, into] = down ? [bottom(a), b.y] : [a.y, bottom(b)]
  const clear = Math.abs(into - start.y) >= STUB && into > start.y === down
  if (to.door === 0 && clear && center(b).x >= start.x + CLEAR) {
    yield [start, { x: center(b).x, y: start.y }, { x: center(b).x, y: into }]
  }
  const free = Math.abs(end.y - out) >= STUB && end.y > out === down
  if (from.exit === 0 && free && end.x >= center(a).x + STUB) {
    yield [{ x: center(a).x, y: out }, { x: center(a).x, y: end.y }, end]
  }
}

/** Straight down or up where one step stands above the other. */
function* upright(from: RouteEnd, to: RouteEnd): Generator<readonly Spot[]> {
  const [a, b] = [from.rect, to.rect]
  if (to.door > 0 || from.exit > 0 || a.x >= right(b) || b.x >= right(a)) return
  const below = b.y - bottom(a) >= STUB
  if (!below && a.y - bottom(b) < STUB) return
  const start = { x: center(a).x, y: below ? bottom(a) : a.y }
  const end = { x: center(b).x, y: below ? b.y : bottom(b) }
  const y = (start.y + end.y) / 2
  if (Math.abs(start.x - end.x) < 1) yield [start, end]
  else yield [start, { x: start.x, y }, { x: end.x, y }, end]
}

function* loops(from: RouteEnd, to: RouteEnd, start: Spot, end: Spot): Generator<readonly Spot[]> {
  const x0 = start.x + STUB
  const x1 = end.x - STUB
  for (const y of [bottom(from.rect) + 28, from.rect.y - 28]) {
    yield [
      start,
      { x: x0, y: start.y },
      { x: x0, y },
      { x: x1, y },
      { x: x1, y: end.y },
      { x: to.rect.x - to.door, y: end.y },
    ]
  }
}

/** Heights at which a line could pass over or under what stands between the two ends, nearest first. */
function channels(start: Spot, end: Spot, world: RouteWorld, reach: number): readonly number[] {
  const heights = new Set<number>()
  const x = Math.min(start.x, end.x)
  const y = Math.min(start.y, end.y)
  const between: Rect = {
    x,
    y: y - reach,
    width: Math.abs(start.x - end.x) + 1,
    height: Math.abs(start.y - end.y) + 2 * reach,
  }
  world.obstacles.some(between, (_, rect) => {
    for (let lane = 0; lane < 3; lane++)
      heights.add(rect.y - CLEAR - lane * LANE).add(bottom(rect) + CLEAR + lane * LANE)
    return heights.size > 300
  })
  const middle = (start.y + end.y) / 2
  const nearest = [...heights].toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
  // A way back goes further out than its ends on both sides; a way on stays between them.
  const [x0, x1] = [Math.min(start.x + STUB, end.x - STUB), Math.max(start.x + STUB, end.x - STUB)]
  const inner = { x: x0, width: x1 - x0 + 1, height: 1 }
  const free: number[] = []
  for (const height of nearest) {
    if (!world.obstacles.some({ ...inner, y: height - 0.5 }, anything)) free.push(height)
    if (free.length === MOST_CHANNELS) break
  }
  return free
}

function anything(): boolean {
  return true
}

/** How bad a way is; stops counting at `limit`, since worse than the best is all that matters. */
function costOf(
  way: readonly Spot[],
  from: RouteEnd,
  to: RouteEnd,
  world: RouteWorld,
  limit: number,
): number {
  const segments = way.slice(1).map((spot, i) => segmentRect(way[i]!, spot))
  let cost = way.length * 3
  for (const { width, height } of segments) cost += (width + height) / 200
  for (const [i, segment] of segments.entries()) {
    world.obstacles.some(segment, (owner) => {
      // A line touches the steps it joins where it begins and ends; crossing them elsewhere is a flaw too.
      const own = (owner === from.id && i === 0) || (owner === to.id && i === segments.length - 1)
      if (!own) cost += THROUGH_A_STEP
      return cost >= limit
    })
    if (cost >= limit) return cost
  }
  for (const segment of segments) {
    if (segment.width + segment.height >= VERY_LONG) continue
    world.lines.some(grown(segment, 3), (line, other) => {
      // Crossing another line is unavoidable at times; running along one that goes elsewhere looks like one line.
      if (line.from !== from.id && line.to !== to.id) cost += isFlat(segment) === isFlat(other) ? 60 : 2
      return cost >= limit
    })
    if (cost >= limit) return cost
  }
  return cost
}

function isFlat(segment: Rect): boolean {
  return segment.width >= segment.height
}

const CORNER = 8

/** SVG path data of a way, with its corners rounded. */
export function pathData(way: readonly Spot[]): string {
  const parts = [`M${way[0]!.x} ${way[0]!.y}`]
  for (let i = 1; i < way.length - 1; i++) {
    const [before, corner, after] = [way[i - 1]!, way[i]!, way[i + 1]!]
    const inwards = towards(corner, before)
    const outwards = towards(corner, after)
    parts.push(`L${inwards.x} ${inwards.y}Q${corner.x} ${corner.y} ${outwards.x} ${outwards.y}`)
  }
  const last = way.at(-1)!
  return `${parts.join('')}L${last.x} ${last.y}`
}

function towards(from: Spot, to: Spot): Spot {
  const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y)
  const reach = Math.min(CORNER, length / 2)
  if (length === 0) return from
  return { x: from.x + ((to.x - from.x) / length) * reach, y: from.y + ((to.y - from.y) / length) * reach }
}

// The layout of a drawing that is nearly tidy already: it moves little where little changed, because people remember
// where things stand. Steps go into the columns of a fresh layout and keep their height where that is just as good.
import { sizeOf } from './sizes.ts'
import { layoutWorkflow } from './layout.ts'
import { createGrid, grown } from './scene/rects.ts'
import type { Spot } from './scene/rects.ts'
import type { Point, Workflow } from '../model/workflow.ts'

type Places = ReadonlyMap<string, Spot>

/** Pixels by which a height may be worse than the fresh one and still be kept. */
const AS_GOOD = 12
/** The drawing as a whole may bend by this much more than the fresh one. */
const MORE_BENDS = 1.1
const SLACK = 60
/** Between steps of one column, less than the layout leaves by itself. */
const ROOM = 12
const STEP_DOWN = 24
const TRIES = 100
/** Where more heights than this are worse than the fresh ones, the drawing was not nearly tidy. */
const MOST_GIVEN_UP = 60

/**
 * Top left corners of all steps. `present` is where they stand now; those that it lacks go where the layout puts them.
 * Costs a layout and little more.
 */
export function steadyLayout(workflow: Workflow, present: Places): Readonly<Record<string, Point>> {
  const fresh = shiftedTo(layoutWorkflow(workflow), present)
  if (workflow.steps.length === 0) return {}
  const steady = keepingHeights(workflow, fresh, present)
  const isAsTidy = bends(workflow, steady) <= bends(workflow, fresh) * MORE_BENDS + SLACK
  const chosen = isAsTidy && furthest(steady, present) <= furthest(fresh, present) ? steady : fresh
  return Object.fromEntries([...chosen].map(([id, { x, y }]) => [id, [x, y] as const]))
}

/** The layout as a whole where most of it is now. */
function shiftedTo(laid: Readonly<Record<string, Point>>, present: Places): Places {
  const ids = Object.keys(laid)
  const moves = ids.flatMap((id) => {
    const now = present.get(id)
    return now ? [{ x: now.x - laid[id]![0], y: now.y - laid[id]![1] }] : []
  })
  const [dx, dy] = [median(moves.map(({ x }) => x)), median(moves.map(({ y }) => y))]
  return new Map(ids.map((id) => [id, { x: laid[id]![0] + dx, y: laid[id]![1] + dy }]))
}

/** Heights as they are now where that is as good as the fresh ones; the worst are given up one after the other. */
function keepingHeights(workflow: Workflow, fresh: Places, present: Places): Places {
  const around = neighbours(workflow)
  const half = halfHeights(workflow)
  const heights = new Map([...fresh].map(([id, { y }]) => [id, present.get(id)?.y ?? y]))
  const excess = (id: string): number => {
    const [now, then] = [heights.get(id)!, fresh.get(id)!.y]
    const bend = (y: number): number =>
      (around.get(id) ?? []).reduce(
        (sum, other) => sum + Math.abs(y + half(id) - heights.get(other)! - half(other)),
        0,
      )
    return now === then ? 0 : bend(now) - bend(then)
  }
  for (let tries = 0; tries < MOST_GIVEN_UP; tries++) {
    const [worst] = workflow.steps
      .map(({ id }) => [id, excess(id)] as const)
      .reduce((most, each) => (each[1] > most[1] ? each : most))
    if (excess(worst) <= AS_GOOD) break
    heights.set(worst, fresh.get(worst)!.y)
  }
  return withoutOverlaps(workflow, fresh, heights)
}

function withoutOverlaps(workflow: Workflow, fresh: Places, heights: ReadonlyMap<string, number>): Places {
  const grid = createGrid<null>()
  const placed = new Map<string, Spot>()
  for (const step of workflow.steps) {
    const { x, y } = fresh.get(step.id)!
    const size = sizeOf(step)
    const around = Array.from(
      { length: TRIES },
      (_, i) => y + (i % 2 === 0 ? 1 : -1) * Math.ceil((i + 1) / 2) * STEP_DOWN,
    )
    const height =
      [heights.get(step.id)!, y, ...around].find((at) => !grid.some({ x, y: at, ...size }, () => true)) ?? y
    grid.add(grown({ x, y: height, ...size }, ROOM), null)
    placed.set(step.id, { x, y: height })
  }
  return placed
}

function neighbours({ transitions }: Workflow): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  const add = (from: string, to: string): void => {
    const there = found.get(from)
    if (there) there.push(to)
    else found.set(from, [to])
  }
  for (const { from, to } of transitions) {
    add(from, to)
    add(to, from)
  }
  return found
}

/** How far up or down the step moves that moves furthest. */
function furthest(places: Places, present: Places): number {
  return Math.max(0, ...[...places].map(([id, { y }]) => Math.abs(y - (present.get(id)?.y ?? y))))
}

/** How far all transitions go up and down together. */
function bends(workflow: Workflow, places: Places): number {
  const half = halfHeights(workflow)
  return workflow.transitions.reduce((sum, { from, to }) => {
    const [a, b] = [places.get(from), places.get(to)]
    return a && b ? sum + Math.abs(a.y + half(from) - b.y + half(to)) : sum
  }, 0)
}

function halfHeights({ steps }: Workflow): (id: string) => number {
  const heights = new Map(steps.map((step) => [step.id, sizeOf(step).height / 2]))
  return (id) => heights.get(id) ?? 0
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

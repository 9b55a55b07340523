// Where every step stands: where the document says, else where the layout would put it.
import type { Point, Workflow } from '../../model/workflow.ts'
import { layoutWorkflow } from '../layout.ts'
import { sizeOf } from '../sizes.ts'
import { createGrid, grown } from './rects.ts'
import type { Spot } from './rects.ts'

/** Top left corners by step. */
export function placesOf(workflow: Workflow): ReadonlyMap<string, Spot> {
  const { steps, layout } = workflow
  const placed = new Map<string, Spot>()
  for (const { id } of steps) {
    if (Object.hasOwn(layout.steps, id)) placed.set(id, spotOf(layout.steps[id]))
  }
  if (placed.size === steps.length) return placed
  const laid = layoutWorkflow(workflow)
  if (placed.size === 0) return new Map(steps.map(({ id }) => [id, spotOf(laid[id])]))
  return withMissing(workflow, placed, laid)
}

/** Room around a step that was never placed, for the gates and labels of its neighbours. */
const ROOM = 24
const STEP_DOWN = 24
const TRIES = 200

// A step that was added without a position goes as far from a step that it is connected with as the layout has the two
// apart, and from there down to where nothing else stands.
function withMissing(
  { steps, transitions }: Workflow,
  placed: ReadonlyMap<string, Spot>,
  laid: Readonly<Record<string, Point>>,
): ReadonlyMap<string, Spot> {
  const positions = new Map(placed)
  const grid = createGrid<string>()
  for (const step of steps) {
    const spot = placed.get(step.id)
    if (spot) grid.add(grown({ ...spot, ...sizeOf(step) }, ROOM), step.id)
  }
  for (const step of steps) {
    if (placed.has(step.id)) continue
    const before = transitions.find(({ from, to }) => to === step.id && positions.has(from))?.from
    const near = before ?? transitions.find(({ from, to }) => from === step.id && positions.has(to))?.to
    const size = sizeOf(step)
    const spot = free(
      grid,
      beside(
        spotOf(laid[step.id]),
        near === undefined ? undefined : [spotOf(laid[near]), positions.get(near)!],
      ),
      size,
    )
    positions.set(step.id, spot)
    grid.add(grown({ ...spot, ...size }, ROOM), step.id)
  }
  return new Map(steps.map(({ id }) => [id, positions.get(id)!]))
}

function beside(wanted: Spot, near: readonly [laid: Spot, placed: Spot] | undefined): Spot {
  if (!near) return wanted
  const [laid, placed] = near
  return { x: wanted.x - laid.x + placed.x, y: wanted.y - laid.y + placed.y }
}

function free(
  grid: ReturnType<typeof createGrid<string>>,
  wanted: Spot,
  size: ReturnType<typeof sizeOf>,
): Spot {
  for (let tries = 0; tries < TRIES; tries++) {
    const spot = { x: wanted.x, y: wanted.y + tries * STEP_DOWN }
    if (!grid.some({ ...spot, ...size }, () => true)) return spot
  }
  return wanted
}

function spotOf(point: Point | undefined): Spot {
  return { x: point?.[0] ?? 0, y: point?.[1] ?? 0 }
}

// Finds room for a new step.
import type { Workflow } from '../../shared/model/workflow.ts'
import type { AddRequest } from './canvas-store.ts'
import { positionsOf } from './positions.ts'
import { boundsOf, center, createGrid, grown, right } from '../../shared/report/scene/rects.ts'
import type { Rect, Spot } from '../../shared/report/scene/rects.ts'
import { sizeOf } from '../../shared/report/sizes.ts'
import type { Size } from '../../shared/report/sizes.ts'

/** Between a step and the one that is appended to it: room for gates and labels. */
const GAP = 104
/** A multiple of the grid. */
const STEP_DOWN = 24

/** Where a step would naturally go: right of the one it follows, on the transition it splits, else below all. */
export function nextTo(workflow: Workflow, request: AddRequest, size: Size): Spot {
  const rects = rectsOf(workflow)
  const transition = workflow.transitions.find(({ id }) => id === request.on)
  if (transition) return between(rects.get(transition.from)!, rects.get(transition.to)!, size)
  const before = request.after === null ? undefined : rects.get(request.after)
  if (before) return { x: right(before) + GAP, y: center(before).y - size.height / 2 }
  const all = boundsOf(rects.values())
  return all ? { x: all.x, y: all.y + all.height + 48 } : { x: 0, y: 0 }
}

/** `wanted`, or the first place below it where nothing else stands. */
export function freeSpot(workflow: Workflow, wanted: Spot, size: Size): Spot {
  const grid = createGrid<string>()
  for (const [id, rect] of rectsOf(workflow)) grid.add(grown(rect, 12), id)
  for (let tries = 0; tries < 200; tries++) {
    const spot = { x: wanted.x, y: wanted.y + tries * STEP_DOWN }
    if (!grid.some({ ...spot, ...size }, () => true)) return spot
  }
  return wanted
}

function rectsOf(workflow: Workflow): ReadonlyMap<string, Rect> {
  const positions = positionsOf(workflow)
  return new Map(workflow.steps.map((step) => [step.id, { ...positions.get(step.id)!, ...sizeOf(step) }]))
}

function between(a: Rect, b: Rect, size: Size): Spot {
  return {
    x: (right(a) + b.x) / 2 - size.width / 2,
    y: (center(a).y + center(b).y) / 2 - size.height / 2,
  }
}

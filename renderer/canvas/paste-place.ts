// Where pasted steps come to stand. Pure.
import type { Fragment } from '../../shared/commands/fragment.ts'
import type { Point, Workflow } from '../../shared/model/workflow.ts'
import { noteBox } from '../../shared/report/notes.ts'
import { sizeOf } from '../../shared/report/sizes.ts'
import { bottom, boundsOf, center, createGrid, grown } from '../../shared/report/scene/rects.ts'
import type { Rect, Spot } from '../../shared/report/scene/rects.ts'
import { positionsOf } from './positions.ts'

const GRID = 8
const STEP_DOWN = 24
const TRIES = 60
const ROOM = 12

/**
 * How far to move a fragment so that its middle is where somebody looks, or as near below it as it covers no step;
 * below everything where that is too far, or nobody looks.
 */
export function pasteOffset(workflow: Workflow, fragment: Fragment, wanted: Spot | null): Point {
  const pasted = rectsOf(fragment)
  const all = boundsOf(pasted)
  if (!all) return [0, 0]
  const places = positionsOf(workflow)
  const there = workflow.steps.map((step) => ({ ...places.get(step.id)!, ...sizeOf(step) }))
  const middle = center(all)
  if (wanted) {
    const grid = createGrid<null>()
    for (const rect of there) grid.add(grown(rect, ROOM), null)
    const dx = wanted.x - middle.x
    for (let tries = 0; tries < TRIES; tries++) {
      const dy = wanted.y - middle.y + tries * STEP_DOWN
      const offset: Point = [onGrid(dx), onGrid(dy)]
      if (!pasted.some((rect) => grid.some(moved(rect, offset), () => true))) return offset
    }
  }
  const around = boundsOf(there)
  return around ? [onGrid(around.x - all.x), onGrid(bottom(around) + 48 - all.y)] : [0, 0]
}

function rectsOf({ steps, positions, notes = [] }: Fragment): readonly Rect[] {
  const placed = steps.flatMap((step) => {
    const at = positions[step.id]
    return at ? [{ x: at[0], y: at[1], ...sizeOf(step) }] : []
  })
  return [...placed, ...notes.map(noteBox)]
}

function moved(rect: Rect, [dx, dy]: Point): Rect {
  return { ...rect, x: rect.x + dx, y: rect.y + dy }
}

function onGrid(value: number): number {
  return Math.round(value / GRID) * GRID
}

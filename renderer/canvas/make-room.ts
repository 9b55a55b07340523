// Room for a step that is put into a transition: what stands to the right of it makes way. Pure.
import type { Command } from '../../shared/commands/index.ts'
import type { Point, Workflow } from '../../shared/model/workflow.ts'
import { noteBox } from '../../shared/report/notes.ts'
import { center, right } from '../../shared/report/scene/rects.ts'
import type { Rect } from '../../shared/report/scene/rects.ts'
import { sizeOf } from '../../shared/report/sizes.ts'
import type { Size } from '../../shared/report/sizes.ts'
import { positionsOf } from './positions.ts'

/** Between steps in a row, as the layout leaves it: room for a gate and a label. */
const GAP = 88
const GRID = 8

export interface Room {
  /** Top left corner of the new step. */
  readonly at: Point
  /** What makes way. */
  readonly moves: readonly Command[]
}

/** Where a step of `size` goes on a transition, and what has to move for it; null where the way does not go right. */
export function roomOn(workflow: Workflow, on: string, size: Size): Room | null {
  const way = workflow.transitions.find(({ id }) => id === on)
  const places = positionsOf(workflow)
  const rectOf = (id: string): Rect | undefined => {
    const step = workflow.steps.find((each) => each.id === id)
    return step && { ...places.get(id)!, ...sizeOf(step) }
  }
  const [from, to] = [way && rectOf(way.from), way && rectOf(way.to)]
  if (!from || !to || to.x <= right(from)) return null
  const missing = Math.max(0, 2 * GAP + size.width - (to.x - right(from)))
  const by = Math.ceil(missing / GRID) * GRID
  const x = missing > 0 ? right(from) + GAP : (right(from) + to.x - size.width) / 2
  // Beside the step it leads to, unless the way stays level from where it comes from.
  const level = Math.abs(center(from).y - center(to).y) < 1 ? center(from).y : center(to).y
  return {
    at: [Math.round(x), Math.round(level - size.height / 2)],
    moves: by === 0 ? [] : makeWay(workflow, places, to.x, by),
  }
}

function makeWay(
  workflow: Workflow,
  places: ReturnType<typeof positionsOf>,
  edge: number,
  by: number,
): readonly Command[] {
  const moved = [...places]
    .filter(([, { x }]) => x >= edge)
    .map(([id, { x, y }]) => [id, [x + by, y]] as const)
  const notes = workflow.layout.notes.filter((note) => noteBox(note).x >= edge)
  return [
    { type: 'moveSteps', positions: Object.fromEntries(moved) },
    ...notes.map(({ id, at: [x, y] }) => ({
      type: 'updateNote' as const,
      id,
      set: { at: [x + by, y] as const },
    })),
  ]
}

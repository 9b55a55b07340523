// What is being dragged: some steps, and how far. Every frame of a drag reads and writes this and nothing else; the
// document changes once, at the drop.
import { createStore } from 'zustand/vanilla'
import type { SceneEdge, SceneStep } from '../../shared/report/scene/types.ts'
import type { Point } from '../../shared/model/workflow.ts'
import { stepsBehind } from '../state/folding.ts'
import { GRID, moveSteps, placeOf } from './edits.ts'
import type { SceneIndex } from './scene-index.ts'
import { endSnapping, snappedMove } from './snapping.ts'

export interface Drag {
  readonly ids: ReadonlySet<string>
  /** World pixels from where the steps stand in the document. */
  readonly dx: number
  readonly dy: number
}

export const dragStore = createStore<{ readonly drag: Drag | null }>()(() => ({ drag: null }))

export function setDrag(drag: Drag | null): void {
  if (dragStore.getState().drag !== drag) dragStore.setState({ drag })
}

/**
 * Drags `ids` so that `lead` comes to the grid point that is nearest to where the pointer has it; or, where `around` says
 * what stands there, in line with a neighbour that is nearer still.
 */
export function dragTo(
  ids: ReadonlySet<string>,
  lead: SceneStep,
  x: number,
  y: number,
  around?: SceneIndex,
): void {
  const onGrid = {
    x: Math.round(x / GRID) * GRID - lead.rect.x,
    y: Math.round(y / GRID) * GRID - lead.rect.y,
  }
  const { x: dx, y: dy } = around ? snappedMove(ids, around.steps, onGrid) : onGrid
  const { drag } = dragStore.getState()
  if (drag && drag.ids === ids && drag.dx === dx && drag.dy === dy) return
  setDrag({ ids, dx, dy })
}

/** Leaves the steps where they were before they were dragged. */
export function callOff(): void {
  endSnapping()
  setDrag(null)
}

/** Leaves the steps where they are now, as one command. */
export function drop(index: SceneIndex): void {
  const { drag } = dragStore.getState()
  endSnapping()
  if (!drag) return
  if (drag.dx !== 0 || drag.dy !== 0) {
    const places = [...drag.ids].flatMap((id) => placesAfter(id, index, drag))
    moveSteps(Object.fromEntries(places))
  }
  setDrag(null)
}

/** Where a step comes to, and with a block all that is inside of it. */
function placesAfter(id: string, index: SceneIndex, { dx, dy }: Drag): readonly (readonly [string, Point])[] {
  return stepsBehind(id).flatMap((step) => {
    const at = step === id ? index.steps.get(id)?.rect : placeOf(step)
    return at ? [[step, [Math.round(at.x + dx), Math.round(at.y + dy)] as const] as const] : []
  })
}

/** The transitions that hang on what is dragged. */
export function draggedEdges(index: SceneIndex, ids: ReadonlySet<string>): readonly SceneEdge[] {
  const edges = new Set<SceneEdge>()
  for (const id of ids) for (const edge of index.edgesAt.get(id) ?? []) edges.add(edge)
  return [...edges]
}

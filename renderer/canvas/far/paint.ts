// Paints the drawing as it is seen from afar: plain tinted blocks and lines, with everything that is marked in it. One
// more reader of the drawing, beside the cards of the page and the exported picture.
import { overlaps } from '../../../shared/report/scene/rects.ts'
import type { Rect } from '../../../shared/report/scene/rects.ts'
import type { SceneEdge, SceneStep } from '../../../shared/report/scene/types.ts'
import { longIn, tilesIn } from '../scene-index.ts'
import type { SceneIndex } from '../scene-index.ts'
import type { Painting } from './painting.ts'
import { paintStepMarks, paintSteps } from './paint-steps.ts'
import { paintWayMarks, paintWays } from './paint-ways.ts'

interface Painted {
  readonly index: SceneIndex
  readonly area: Rect
  /** Steps, and the transitions at them, that are left out because they are dragged. */
  readonly without: ReadonlySet<string>
}

/** Paints what lies in `area`. The context is set up so that it draws in world pixels. */
export function paintFar(painting: Painting, { index, area, without }: Painted): void {
  const near = tilesIn(index, area)
  const kept = (edge: SceneEdge): boolean => !without.has(edge.from) && !without.has(edge.to)
  const all = [longIn(index, area), ...near.map((tile) => tile.edges)]
  const edges = without.size === 0 ? all : all.map((some) => some.filter(kept))
  for (const some of edges) paintWays(painting, some)
  for (const some of edges) paintWayMarks(painting, some)
  const steps = near.flatMap((tile) =>
    tile.steps.filter(({ id, rect }) => !without.has(id) && overlaps(rect, area)),
  )
  paintAllSteps(painting, steps)
}

/** Paints some things alone: what is dragged. */
export function paintLoose(
  painting: Painting,
  steps: readonly SceneStep[],
  edges: readonly SceneEdge[],
): void {
  paintWays(painting, edges)
  paintWayMarks(painting, edges)
  paintAllSteps(painting, steps)
}

function paintAllSteps(painting: Painting, steps: readonly SceneStep[]): void {
  const { found } = painting.marks
  const { context } = painting
  if (found !== null) {
    context.globalAlpha = 0.28
    paintSteps(
      painting,
      steps.filter(({ id }) => !found.has(id)),
    )
    context.globalAlpha = 1
  }
  paintSteps(painting, found === null ? steps : steps.filter(({ id }) => found.has(id)))
  paintStepMarks(painting, steps)
}

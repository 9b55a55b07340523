// Which transition is under a spot of the drawing. Pure.
import { grown, segmentRect } from '../../../shared/report/scene/rects.ts'
import type { Spot } from '../../../shared/report/scene/rects.ts'
import type { SceneEdge } from '../../../shared/report/scene/types.ts'

/** The first transition that passes within `reach` of `spot`; null where there is none. */
export function wayUnder(edges: readonly SceneEdge[], spot: Spot, reach: number): SceneEdge | null {
  return (
    edges.find(
      ({ kind, way }) => kind !== 'tool' && way.some((_, i) => i > 0 && near(way, i, spot, reach)),
    ) ?? null
  )
}

function near(way: readonly Spot[], i: number, { x, y }: Spot, reach: number): boolean {
  const box = grown(segmentRect(way[i - 1]!, way[i]!), reach)
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height
}

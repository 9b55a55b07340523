// Where the names of those steps stand that carry none inside.
import type { Step } from '../../model/step.ts'
import { LINE_HEIGHT, shapeOf, textWidth } from '../sizes.ts'
import type { Placing } from './placing.ts'
import { bottom, center, right } from './rects.ts'
import type { Rect } from './rects.ts'

/** The name of a decision or a bar: over it, under it, and cut short where there is no room for all of it. */
export function captionOf(step: Step, rect: Rect, placing: Placing): Rect | null {
  const shape = shapeOf(step)
  if ((shape !== 'diamond' && shape !== 'bar') || step.name === '') return null
  const full = Math.min(160, Math.ceil(textWidth(step.name)) + 6)
  for (const width of new Set([full, Math.min(full, 100), Math.min(full, 64)])) {
    const free = captionPlaces(rect, width).find(
      (place) => !placing.taken.some(place, (owner) => owner !== step.id),
    )
    if (!free) continue
    placing.taken.add(free, captionOwner(step.id))
    return free
  }
  return null
}

function captionPlaces(rect: Rect, width: number): readonly Rect[] {
  // Not beyond the right corner, where the ways part; to the left of it all where a neighbour is near.
  const xs = [Math.min(center(rect).x - width / 2, right(rect) + 8 - width), rect.x + rect.width / 2 - width]
  const ys = [rect.y - LINE_HEIGHT - 4, bottom(rect) + 4]
  return xs.flatMap((x) => ys.map((y) => ({ x, y, width, height: LINE_HEIGHT })))
}

/** Who a caption belongs to among what is taken. */
export function captionOwner(step: string): string {
  return `caption:${step}`
}

// A workflow as a small picture without words: blocks as dark as what they do is grave, ways, and where people stand.
import type { Level } from '../model/scales.ts'
import type { Workflow } from '../model/workflow.ts'
import { placesOf } from './scene/places.ts'
import { boundsOf, center, grown, right } from './scene/rects.ts'
import type { Rect, Spot } from './scene/rects.ts'
import { sizeOf } from './sizes.ts'

export interface Thumbnail {
  /** What there is to see, in world pixels. */
  readonly bounds: Rect
  readonly blocks: readonly { readonly rect: Rect; readonly level: Level; readonly round: boolean }[]
  readonly ways: readonly (readonly [Spot, Spot])[]
  /** Middles of the handoffs. */
  readonly people: readonly Spot[]
}

const MARGIN = 24
const NOTHING: Rect = { x: 0, y: 0, width: 0, height: 0 }

/** O(steps + transitions), and a layout where the document has none. */
export function thumbnailOf(workflow: Workflow): Thumbnail {
  const places = placesOf(workflow)
  const rects = new Map(
    workflow.steps.map((step): [string, Rect] => [step.id, { ...places.get(step.id)!, ...sizeOf(step) }]),
  )
  const ways = new Map(
    workflow.transitions.map(({ id, from, to }): [string, readonly [Spot, Spot]] => [
      id,
      between(rects.get(from)!, rects.get(to)!),
    ]),
  )
  return {
    bounds: grown(boundsOf([...rects.values()]) ?? NOTHING, MARGIN),
    blocks: workflow.steps.map(({ id, kind, consequence }) => ({
      rect: rects.get(id)!,
      level: consequence?.level ?? 0,
      round: kind === 'start' || kind === 'end',
    })),
    ways: [...ways.values()],
    people: workflow.handoffs.map(({ at }) => {
      if ('on' in at) return middle(ways.get(at.on)!)
      const rect = rects.get('before' in at ? at.before : at.start)!
      return { x: 'before' in at ? rect.x : right(rect), y: center(rect).y }
    }),
  }
}

function between(from: Rect, to: Rect): readonly [Spot, Spot] {
  return [
    { x: right(from), y: center(from).y },
    { x: to.x, y: center(to).y },
  ]
}

function middle([from, to]: readonly [Spot, Spot]): Spot {
  return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
}

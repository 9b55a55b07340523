// Remembers the ways of the last drawing, so that an edit in one corner does not find all ways anew. A way is kept as
// long as its two ends are where they were and nothing has come to stand on it.
import type { Transition } from '../../model/transition.ts'
import { grown, overlaps, segmentRect } from './rects.ts'
import type { Rect, Spot } from './rects.ts'
import type { RouteEnd } from './route.ts'
import { sameValue } from './same.ts'
import type { SceneEdge } from './types.ts'

export interface WayMemory {
  /** The transitions of the last drawing where everything that they are drawn from is the same; else those of `draw`. */
  edges(from: unknown, draw: () => readonly SceneEdge[]): readonly SceneEdge[]
  /** Compares the ends of the new drawing with those of the last; to be called once, before any `keptWay`. */
  start(ends: ReadonlyMap<string, RouteEnd>): void
  /** The way that a transition had, where it still holds. */
  keptWay(transition: Transition): readonly Spot[] | undefined
  keep(transition: Transition, way: readonly Spot[]): void
}

interface Kept {
  readonly from: string
  readonly to: string
  readonly way: readonly Spot[]
}

/** With more changes than this, finding all ways anew is not slower and looks better. */
const MANY = 100
/** Gates and their text stand out this far. */
const AROUND = 40

export function createWayMemory(): WayMemory {
  let before: ReadonlyMap<string, RouteEnd> = new Map()
  let changed: ReadonlySet<string> = new Set()
  let stirred: readonly Rect[] = []
  let all = true
  const ways = new Map<string, Kept>()
  let drawn: { readonly from: unknown; readonly edges: readonly SceneEdge[] } | null = null
  return {
    edges(from, draw) {
      if (!drawn || !sameValue(drawn.from, from)) drawn = { from, edges: draw() }
      return drawn.edges
    },
    start(ends) {
      changed = new Set([...ends].filter(([id, end]) => !sameValue(before.get(id), end)).map(([id]) => id))
      stirred = [...changed].map((id) => grown(ends.get(id)!.rect, AROUND))
      all = changed.size > MANY
      before = new Map(ends)
    },
    keptWay({ id, from, to }) {
      const kept = ways.get(id)
      if (all || !kept || kept.from !== from || kept.to !== to || changed.has(from) || changed.has(to))
        return undefined
      return stirred.some((rect) => meets(kept.way, rect)) ? undefined : kept.way
    },
    keep({ id, from, to }, way) {
      ways.set(id, { from, to, way })
    },
  }
}

function meets(way: readonly Spot[], rect: Rect): boolean {
  return way.slice(1).some((spot, i) => overlaps(segmentRect(way[i]!, spot), rect))
}

// Which steps are in the page: those near what is seen, a few more every frame. The limit of a browser is what it has
// mounted, so that the size of a document must not be felt.
import { useStoreApi } from '@xyflow/react'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { grown, overlaps } from '../../shared/report/scene/rects.ts'
import type { Rect } from '../../shared/report/scene/rects.ts'
import type { SceneStep } from '../../shared/report/scene/types.ts'
import { isFarZoom } from './far/zoom.ts'
import { longIn, stepsIn, tilesIn } from './scene-index.ts'
import type { SceneIndex, Tile } from './scene-index.ts'

/** Steps that are mounted in one frame at most; a card takes about half a millisecond. */
const A_FRAME = 12
/** Steps stay mounted when they leave; when this many have left they go together. */
const LEFT = 60

export interface Near {
  /** Zoomed out so far that the drawing is one bitmap. */
  readonly far: boolean
  readonly steps: readonly SceneStep[]
  /** Steps that are seen and will be mounted in the next frames. */
  readonly waiting: readonly SceneStep[]
  readonly tiles: readonly Tile[]
}

interface Shown {
  readonly far: boolean
  readonly ids: ReadonlySet<string>
  /** What is seen and somewhat more, in world pixels; null before anything is. */
  readonly area: Rect | null
}

const NOTHING: Shown = { far: false, ids: new Set(), area: null }

/** What is near; `pinned` steps are mounted wherever they are, because the keyboard stands on them. */
export function useNear(index: SceneIndex, pinned: ReadonlySet<string>): Near {
  const store = useStoreApi()
  const [shown, setShown] = useState(NOTHING)
  const latest = useRef(index)
  const watcher = useMemo(() => createWatcher(store, latest, setShown), [store])
  useLayoutEffect(() => {
    latest.current = index
    watcher.look()
  }, [watcher, index])
  useEffect(() => {
    const stop = store.subscribe((state, before) => {
      const moved = state.transform !== before.transform
      if (moved || state.width !== before.width || state.height !== before.height) watcher.lookSoon()
    })
    return () => {
      stop()
      watcher.stop()
    }
  }, [store, watcher])
  return useMemo(() => nearOf(index, shown, pinned), [index, shown, pinned])
}

type FlowStore = ReturnType<typeof useStoreApi>

/** Looks at the view, now or in the next frame, and says what is to be shown. */
function createWatcher(
  store: FlowStore,
  latest: { readonly current: SceneIndex },
  show: (shown: Shown) => void,
) {
  let shown = NOTHING
  let lastZoom = 0
  let frame = 0
  const lookSoon = (): void => {
    frame ||= requestAnimationFrame(look)
  }
  function look(): void {
    cancelAnimationFrame(frame)
    frame = 0
    const { transform, width, height } = store.getState()
    const [x, y, zoom] = transform
    const still = zoom === lastZoom
    lastZoom = zoom
    if (width === 0) return
    const seen = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }
    const next = nextShown(shown, latest.current, { seen, far: isFarZoom(zoom), still })
    if (next.shown !== shown) show((shown = next.shown))
    if (next.more || !still) lookSoon()
  }
  return { look, lookSoon, stop: () => cancelAnimationFrame(frame) }
}

interface Seen {
  readonly seen: Rect
  readonly far: boolean
  /** False while the zoom changes. */
  readonly still: boolean
}

function nextShown(
  shown: Shown,
  index: SceneIndex,
  { seen, far, still }: Seen,
): { readonly shown: Shown; readonly more: boolean } {
  if (far) return { shown: shown.far ? shown : { far, ids: NOTHING.ids, area: null }, more: false }
  const area = shown.area && !shown.far && covers(shown.area, grown(seen, 64)) ? shown.area : grown(seen, 360)
  const wanted = stepsIn(index, grown(seen, 160)).filter(({ id }) => !shown.ids.has(id))
  const first = shown.area === null && !shown.far
  // While the zoom changes, mounting more would only make it slower.
  const added = still || first ? (first ? wanted : nearest(wanted, seen).slice(0, A_FRAME)) : []
  const more = wanted.length > added.length
  const left = more ? [] : gone(shown.ids, index, grown(seen, 360))
  const ids = new Set(shown.ids)
  for (const { id } of added) ids.add(id)
  if (left.length > LEFT) for (const id of left) ids.delete(id)
  const same = ids.size === shown.ids.size && added.length === 0 && area === shown.area && !shown.far
  return { shown: same ? shown : { far, ids: same ? shown.ids : ids, area }, more }
}

function nearest(steps: readonly SceneStep[], seen: Rect): readonly SceneStep[] {
  const inside = steps.filter(({ rect }) => overlaps(rect, seen))
  return inside.length > 0 ? inside : steps
}

function gone(ids: ReadonlySet<string>, index: SceneIndex, area: Rect): readonly string[] {
  return [...ids].filter((id) => {
    const step = index.steps.get(id)
    return !step || !overlaps(step.rect, area)
  })
}

function nearOf(index: SceneIndex, { far, ids, area }: Shown, pinned: ReadonlySet<string>): Near {
  const steps = [...new Set([...ids, ...pinned])].flatMap((id) => index.steps.get(id) ?? [])
  if (far || !area) return { far, steps, waiting: [], tiles: [] }
  return {
    far,
    steps,
    waiting: stepsIn(index, area).filter(({ id }) => !ids.has(id)),
    tiles: [...tilesIn(index, area), { key: 'long', steps: [], edges: longIn(index, area), bounds: area }],
  }
}

function covers(a: Rect, b: Rect): boolean {
  return a.x <= b.x && a.y <= b.y && a.x + a.width >= b.x + b.width && a.y + a.height >= b.y + b.height
}

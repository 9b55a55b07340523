// What the pointer does with the surface itself: it draws a box to select with, and it selects, drags and opens what is
// only on the bitmap and so has no element of its own.
import { useStoreApi } from '@xyflow/react'
import { useMemo, useRef, useState } from 'react'
import type { MouseEvent as ReactMouseEvent, PointerEvent as ReactPointerEvent } from 'react'
import { overlaps } from '../../shared/report/scene/rects.ts'
import type { Rect, Spot } from '../../shared/report/scene/rects.ts'
import { EMPTY_SELECTION, updateTabView, view, viewOf } from '../state/view.ts'
import { stepsBehind } from '../state/folding.ts'
import { canvasStore, setBusy } from './canvas-store.ts'
import { callOff, dragTo, drop } from './drag.ts'
import { follow } from './follow.ts'
import { itemAt, stepsIn } from './scene-index.ts'
import type { SceneIndex } from './scene-index.ts'
import { selectItem } from './select-item.ts'
import { pasteTags } from './tags.ts'
import { dragSet, openMenuOf, pick } from './use-gestures.ts'

/** Pixels of the window that a pointer may miss a line by. */
const REACH = 7

interface Surface {
  /** The box, in pixels of the canvas, while it is drawn. */
  readonly band: Rect | null
  readonly handlers: {
    readonly onPointerDownCapture: (event: ReactPointerEvent) => void
    readonly onMouseDownCapture: (event: ReactMouseEvent) => void
    readonly onClickCapture: (event: ReactMouseEvent) => void
    readonly onDoubleClickCapture: (event: ReactMouseEvent) => void
    readonly onContextMenuCapture: (event: ReactMouseEvent) => void
  }
}

interface Now {
  readonly tab: string
  readonly index: SceneIndex
  readonly far: boolean
  readonly design: boolean
}

export function useSurface(
  tab: string,
  index: SceneIndex,
  { far, design }: Pick<Now, 'far' | 'design'>,
): Surface {
  const store = useStoreApi()
  const [band, setBand] = useState<Rect | null>(null)
  const latest = useRef<Now>({ tab, index, far, design })
  latest.current = { tab, index, far, design }
  const handlers = useMemo(() => {
    const spotOf = (event: { readonly clientX: number; readonly clientY: number }): Spot => {
      const { transform, domNode } = store.getState()
      const box = domNode!.getBoundingClientRect()
      const [x, y, zoom] = transform
      return { x: (event.clientX - box.left - x) / zoom, y: (event.clientY - box.top - y) / zoom }
    }
    const zoom = (): number => store.getState().transform[2]
    return handlersOf(latest, { spotOf, zoom, setBand })
  }, [store])
  return { band, handlers }
}

interface World {
  spotOf(event: { readonly clientX: number; readonly clientY: number }): Spot
  zoom(): number
  setBand(band: Rect | null): void
}

function handlersOf(latest: { readonly current: Now }, world: World): Surface['handlers'] {
  /** True from a press that is ours to the click that ends it: React Flow must see neither. */
  let ours = false
  const itemUnder = (event: ReactMouseEvent): string | null =>
    latest.current.far && isSurface(event.target)
      ? itemAt(latest.current.index, world.spotOf(event), REACH / world.zoom())
      : null
  const start = (event: ReactPointerEvent): boolean => {
    if (event.button !== 0 || !event.isPrimary) return false
    const item = itemUnder(event)
    if (item !== null) return press(event, item, latest, world)
    if (!event.shiftKey || !isPane(event.target)) return false
    drawBand(event, latest.current, world)
    return true
  }
  const swallow = (event: ReactMouseEvent): void => {
    if (ours) event.stopPropagation()
  }
  return {
    onPointerDownCapture: (event) => {
      ours = start(event)
      swallow(event)
    },
    onMouseDownCapture: swallow,
    onClickCapture: (event) => {
      swallow(event)
      ours = false
    },
    onDoubleClickCapture: (event) => {
      const item = itemUnder(event)
      const id = item?.slice('step:'.length) ?? ''
      if (item?.startsWith('step:')) setBusy({ kind: 'rename', step: id })
      if (item?.startsWith('edge:') && latest.current.design) setBusy({ kind: 'way', transition: id })
    },
    onContextMenuCapture: (event) => {
      const item = itemUnder(event)
      if (item === null) return
      event.stopPropagation()
      openMenuOf(latest.current.tab, event, item)
    },
  }
}

/** A press on something that is only on the bitmap: a click selects it, a drag moves it. */
function press(
  event: ReactPointerEvent,
  item: string,
  latest: { readonly current: Now },
  { spotOf }: World,
): boolean {
  const from = spotOf(event)
  const { index, tab, design } = latest.current
  const lead = item.startsWith('step:') ? index.steps.get(item.slice('step:'.length)) : undefined
  let dragged: ReadonlySet<string> | null = null
  follow(event, {
    move: (now) => {
      if (!lead || !design) return
      dragged ??= dragSet(tab, lead.id)
      const to = spotOf(now)
      dragTo(dragged, lead, lead.rect.x + to.x - from.x, lead.rect.y + to.y - from.y, latest.current.index)
    },
    end: (released) => {
      if (released === null) callOff()
      else if (dragged) drop(latest.current.index)
      else if (lead && canvasStore.getState().busy?.kind === 'paint') paintTags(tab, lead.id)
      else if (item.startsWith('step:') || item.startsWith('edge:')) pick(tab, event, item)
      else selectItem(item)
    },
  })
  return true
}

/** Puts copied tags onto a step; on one of several that are selected, onto all of them. */
function paintTags(tab: string, step: string): void {
  const { steps } = viewOf(view.getState(), tab).selection
  pasteTags(steps.length > 1 && steps.includes(step) ? steps : [step])
}

/** A box over the empty surface: what lies in it is selected, on top of what was. */
function drawBand(event: ReactPointerEvent, { index, tab }: Now, { spotOf, setBand }: World): void {
  const from = spotOf(event)
  const box = event.currentTarget.getBoundingClientRect()
  const before = viewOf(view.getState(), tab).selection.steps
  follow(event, {
    move: (now) => {
      setBand(between(inside(event, box), inside(now, box)))
      const rect = between(from, spotOf(now))
      const found = stepsIn(index, rect).filter((step) => overlaps(step.rect, rect))
      const steps = [...new Set([...before, ...found.flatMap(({ id }) => stepsBehind(id))])]
      updateTabView(tab, { selection: { ...EMPTY_SELECTION, steps } })
    },
    end: () => setBand(null),
  })
}

function isPane(target: EventTarget): boolean {
  return target instanceof Element && target.classList.contains('react-flow__pane')
}

/** The surface itself, or the frame of the step that the keyboard stands on, which lies over the bitmap. */
function isSurface(target: EventTarget): boolean {
  return isPane(target) || (target instanceof Element && target.closest('.react-flow__node') !== null)
}

function inside({ clientX, clientY }: { clientX: number; clientY: number }, box: DOMRect): Spot {
  return { x: clientX - box.left, y: clientY - box.top }
}

function between(a: Spot, b: Spot): Rect {
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  }
}

// The drawing from afar: one bitmap, half as large again as what is seen, so that a pan moves it and paints nothing. It
// is painted anew when the view leaves it, when the zoom has changed by much, and when what it shows has changed.
import { useStoreApi, ViewportPortal } from '@xyflow/react'
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import { useStore } from 'zustand'
import type { Rect } from '../../../shared/report/scene/rects.ts'
import { draggedEdges, dragStore } from '../drag.ts'
import { movedEdges, movedStep, reroutedEdges } from '../drag-scene.ts'
import type { SceneIndex } from '../scene-index.ts'
import type { Marks } from '../to-flow.ts'
import { farColors, themeStore } from './colors.ts'
import { paintFar, paintLoose } from './paint.ts'
import type { Painting } from './painting.ts'
import classes from './FarBoard.module.css'

/** The bitmap is this many times as wide and high as what is seen. */
const SPARE = 1.5
/** A bitmap may be shown this much larger or smaller than it was painted, while the zoom changes. */
const STRETCH = 1.35
/** After this long without a change of zoom it is painted in the size that it is shown in. */
const SHARPEN_MS = 140

interface FarBoardProps {
  readonly index: SceneIndex
  readonly marks: Marks
  readonly numbers: ReadonlyMap<string, number>
}

const NONE: ReadonlySet<string> = new Set()

export function FarBoard({ index, marks, numbers }: FarBoardProps) {
  const store = useStoreApi()
  const canvas = useRef<HTMLCanvasElement>(null)
  const loose = useRef<HTMLCanvasElement>(null)
  const painted = useRef<{ area: Rect; zoom: number } | null>(null)
  const theme = useStore(themeStore, ({ colors }) => colors)
  const drag = useStore(dragStore, (state) => state.drag)
  const without = drag?.ids ?? NONE
  const paint = useCallback(() => {
    const element = canvas.current
    const { transform, width, height } = store.getState()
    if (!element || width === 0) return
    const [x, y, zoom] = transform
    const size = { width: (width * SPARE) / zoom, height: (height * SPARE) / zoom }
    const area = {
      x: (width / 2 - x) / zoom - size.width / 2,
      y: (height / 2 - y) / zoom - size.height / 2,
      ...size,
    }
    const context = prepared(element, area, zoom)
    const colors = theme ?? farColors()
    paintFar({ context, colors, marks, numbers, zoom }, { index, area, without })
    painted.current = { area, zoom }
  }, [store, index, marks, numbers, without, theme])
  useLayoutEffect(paint, [paint])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = store.subscribe(({ transform: [x, y, zoom], width, height }) => {
      const was = painted.current
      if (!was) return paint()
      const seen = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }
      const stretch = Math.max(zoom / was.zoom, was.zoom / zoom)
      if (!covers(was.area, seen) || stretch > STRETCH) return paint()
      clearTimeout(timer)
      if (zoom !== was.zoom) timer = setTimeout(paint, SHARPEN_MS)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [store, paint])
  useLayoutEffect(() => {
    const element = loose.current
    if (!element || !painted.current || !drag) return
    const { area, zoom } = painted.current
    const context = prepared(element, area, zoom)
    const painting: Painting = { context, colors: theme ?? farColors(), marks, numbers, zoom }
    const edges = draggedEdges(index, drag.ids)
    const steps = [...drag.ids].flatMap((id) => index.steps.get(id) ?? [])
    paintLoose(
      painting,
      steps.map((step) => movedStep(step, drag.dx, drag.dy)),
      [...movedEdges(edges, drag), ...reroutedEdges(index, edges, drag)],
    )
  }, [drag, index, marks, numbers, theme])
  return (
    <ViewportPortal>
      <canvas ref={canvas} className={classes.far} aria-hidden="true" data-far />
      {drag && <canvas ref={loose} className={classes.far} aria-hidden="true" />}
    </ViewportPortal>
  )
}

/** The bitmap laid over `area`, empty, ready to be painted in world pixels. */
function prepared(element: HTMLCanvasElement, area: Rect, zoom: number): CanvasRenderingContext2D {
  const scale = zoom * devicePixelRatio
  const [width, height] = [Math.ceil(area.width * scale), Math.ceil(area.height * scale)]
  if (element.width !== width) element.width = width
  if (element.height !== height) element.height = height
  Object.assign(element.style, {
    width: `${area.width}px`,
    height: `${area.height}px`,
    transform: `translate(${area.x}px, ${area.y}px)`,
  })
  const context = element.getContext('2d')!
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.clearRect(0, 0, width, height)
  context.setTransform(scale, 0, 0, scale, -area.x * scale, -area.y * scale)
  context.lineJoin = 'round'
  return context
}

function covers(a: Rect, b: Rect): boolean {
  return a.x <= b.x && a.y <= b.y && a.x + a.width >= b.x + b.width && a.y + a.height >= b.y + b.height
}

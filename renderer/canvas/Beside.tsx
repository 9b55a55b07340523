// The other side of a comparison, beside this one: seen from the same point, moved and zoomed together with it.
import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { PointerEvent as ReactPointerEvent } from 'react'
import { useStore } from 'zustand'
import { changeMarks } from '../../shared/diff/overlay.ts'
import { placesOf } from '../../shared/report/scene/places.ts'
import { buildScene } from '../../shared/report/scene/scene.ts'
import { useComparison } from '../state/hooks.ts'
import { words } from '../words/words.ts'
import { farColors, themeStore } from './far/colors.ts'
import { paintFar } from './far/paint.ts'
import { indexOf, itemAt } from './scene-index.ts'
import { follow } from './follow.ts'
import { selectItem } from './select-item.ts'
import type { Marks } from './to-flow.ts'
import classes from './Beside.module.css'

/** Pixels of the window that a pointer may miss a thing by. */
const REACH = 6
const NONE: ReadonlySet<string> = new Set()
const NO_NUMBERS: ReadonlyMap<string, number> = new Map()
const PLAIN: Omit<Marks, 'changes'> = {
  selectedSteps: NONE,
  selectedEdges: NONE,
  selectedGate: '',
  walk: [],
  found: null,
  tokens: new Map(),
  walkedEdges: NONE,
  candidate: null,
  decides: new Map(),
  shades: { shading: null, of: new Map() },
  blocks: NONE,
}

export function Beside() {
  const { before, difference } = useComparison()
  const canvas = useRef<HTMLCanvasElement>(null)
  const store = useStoreApi()
  const flow = useReactFlow()
  const theme = useStore(themeStore, ({ colors }) => colors)
  const index = useMemo(
    () =>
      before &&
      indexOf(
        buildScene({ workflow: before, analysis: null, positions: placesOf(before), words: words.canvas }),
      ),
    [before],
  )
  const marks = useMemo(
    () => difference && { ...PLAIN, changes: changeMarks(difference.structural) },
    [difference],
  )
  const paint = useCallback(() => {
    const element = canvas.current
    const context = element?.getContext('2d')
    if (!element || !context || !index || !marks) return
    const [x, y, zoom] = store.getState().transform
    const { clientWidth: width, clientHeight: height } = element
    const dense = devicePixelRatio
    if (element.width !== width * dense) element.width = width * dense
    if (element.height !== height * dense) element.height = height * dense
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.clearRect(0, 0, element.width, element.height)
    context.setTransform(zoom * dense, 0, 0, zoom * dense, x * dense, y * dense)
    context.lineJoin = 'round'
    const area = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }
    const colors = theme ?? farColors()
    paintFar({ context, colors, marks, numbers: NO_NUMBERS, zoom }, { index, area, without: NONE })
  }, [store, index, marks, theme])
  useLayoutEffect(paint, [paint])
  useEffect(() => {
    let frame = 0
    const stop = store.subscribe(() => {
      frame ||= requestAnimationFrame(() => {
        frame = 0
        paint()
      })
    })
    return () => {
      stop()
      cancelAnimationFrame(frame)
    }
  }, [store, paint])
  const press = (event: ReactPointerEvent<HTMLCanvasElement>): void => {
    if (!index || event.button !== 0) return
    const { clientX, clientY, currentTarget } = event
    const from = flow.getViewport()
    follow(event, {
      move: (now) =>
        void flow.setViewport({
          ...from,
          x: from.x + now.clientX - clientX,
          y: from.y + now.clientY - clientY,
        }),
      end: (released, dragged) => {
        if (!released || dragged) return
        const box = currentTarget.getBoundingClientRect()
        const spot = {
          x: (clientX - box.left - from.x) / from.zoom,
          y: (clientY - box.top - from.y) / from.zoom,
        }
        const item = itemAt(index, spot, REACH / from.zoom)
        if (item?.startsWith('step:') || item?.startsWith('edge:')) selectItem(item)
      },
    })
  }
  return (
    <div className={classes.beside}>
      <span className={classes.tag}>{words.compare.layers.before}</span>
      <canvas
        ref={canvas}
        role="img"
        aria-label={words.compare.otherSide}
        onPointerDown={press}
        onWheel={(event) => {
          const { x, y, zoom } = flow.getViewport()
          if (event.ctrlKey || event.metaKey) void flow.zoomTo(zoom * Math.exp(-event.deltaY / 300))
          else void flow.setViewport({ x: x - event.deltaX, y: y - event.deltaY, zoom })
        }}
      />
    </div>
  )
}

/** The name of the side that can be worked on, over it. */
export function NowTag() {
  return <span className={classes.tag}>{words.compare.layers.after}</span>
}

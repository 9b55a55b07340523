// An overview of the whole drawing on one small bitmap. React Flow's own would put every step into the page once more.
import { useReactFlow, useStore as useFlowStore } from '@xyflow/react'
import type { ReactFlowState } from '@xyflow/react'
import { useEffect, useMemo, useRef } from 'react'
import type { PointerEvent } from 'react'
import { useStore } from 'zustand'
import { words } from '../words/words.ts'
import { bottom, center, grown } from '../../shared/report/scene/rects.ts'
import type { Rect, Spot } from '../../shared/report/scene/rects.ts'
import type { Scene } from '../../shared/report/scene/types.ts'
import { useTabView } from '../state/hooks.ts'
import { farColors, themeStore } from './far/colors.ts'
import type { FarColors } from './far/colors.ts'
import { OVERVIEW } from './fit.ts'
import { rectOf } from './items.ts'
import classes from './Minimap.module.css'

/** The card of a suggestion, in pixels of the window: about how large, and how far from its gate at a zoom of 1. */
const CARD = { width: 292, height: 170, left: 14, below: 38 }
const { width: WIDTH, height: HEIGHT } = OVERVIEW

export function Minimap({ scene }: { readonly scene: Scene }) {
  const { setCenter, getZoom } = useReactFlow()
  const aside = useCardUnder(scene)
  const world = useMemo(() => grown(scene.bounds ?? NOWHERE, 60), [scene])
  if (scene.steps.length < 2) return null
  const go = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.buttons !== 1) return
    const box = event.currentTarget.getBoundingClientRect()
    const spot = toWorld({ x: event.clientX - box.left, y: event.clientY - box.top }, world)
    void setCenter(spot.x, spot.y, { zoom: getZoom() })
  }
  return (
    <div
      className={classes.minimap}
      role="img"
      aria-label={words.canvas.minimap}
      title={words.canvas.minimap}
      data-aside={aside || undefined}
      onPointerDown={go}
      onPointerMove={go}
    >
      <Overview scene={scene} world={world} />
      <Frame world={world} />
    </div>
  )
}

const NOWHERE: Rect = { x: 0, y: 0, width: 0, height: 0 }

/** All steps, painted when they have changed and not when the view moves. */
function Overview({ scene, world }: { readonly scene: Scene; readonly world: Rect }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const theme = useStore(themeStore, ({ colors }) => colors)
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (context) draw(context, scene, world, theme ?? farColors())
  }, [scene, world, theme])
  return <canvas ref={canvas} width={WIDTH * devicePixelRatio} height={HEIGHT * devicePixelRatio} />
}

/** What of the drawing is seen: all that a pan has to move here. */
function Frame({ world }: { readonly world: Rect }) {
  const visible = useFlowStore(visibleRect, sameRect)
  const [x, y, width, height] = placeIn(world)(visible)
  const [left, top] = [Math.max(1, x), Math.max(1, y)]
  return (
    <span
      className={classes.frame}
      style={{
        transform: `translate(${left}px, ${top}px)`,
        width: Math.max(2, Math.min(x + width, WIDTH - 1) - left),
        height: Math.max(2, Math.min(y + height, HEIGHT - 1) - top),
      }}
    />
  )
}

/** Whether the card of the chosen suggestion is where the overview stands; the overview makes way, for a card can be answered. */
function useCardUnder(scene: Scene): boolean {
  const key = useTabView((view) => view.selection.suggestion)
  const rect = key === null ? null : rectOf(scene, `ghost:${key}`)
  return useFlowStore(({ transform: [x, y, zoom], width, height }: ReactFlowState) => {
    if (!rect) return false
    const [left, top] = [(rect.x - CARD.left) * zoom + x, (bottom(rect) + CARD.below) * zoom + y]
    const { width: wide, height: high, edge } = OVERVIEW
    const across = left < width && left + CARD.width > width - wide - edge
    return across && top < height && top + CARD.height > height - high - edge
  })
}

function draw(context: CanvasRenderingContext2D, scene: Scene, world: Rect, colors: FarColors): void {
  context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0)
  context.clearRect(0, 0, WIDTH, HEIGHT)
  const put = placeIn(world)
  for (const step of scene.steps) {
    const level = typeof step.consequence === 'number' ? step.consequence : 0
    context.fillStyle = colors.consequence[level] ?? colors.edge
    context.fillRect(...put(step.rect))
  }
}

function placeIn(world: Rect): (rect: Rect) => [number, number, number, number] {
  const scale = scaleOf(world)
  const origin = offsetOf(world, scale)
  return ({ x, y, width, height }) => [
    origin.x + (x - world.x) * scale,
    origin.y + (y - world.y) * scale,
    Math.max(1.5, width * scale),
    Math.max(1.5, height * scale),
  ]
}

function scaleOf(world: Rect): number {
  return Math.min(WIDTH / world.width, HEIGHT / world.height, 0.14)
}

function offsetOf(world: Rect, scale: number): Spot {
  return { x: (WIDTH - world.width * scale) / 2, y: (HEIGHT - world.height * scale) / 2 }
}

function toWorld(spot: Spot, world: Rect): Spot {
  const scale = scaleOf(world)
  const origin = offsetOf(world, scale)
  return center({
    x: world.x + (spot.x - origin.x) / scale,
    y: world.y + (spot.y - origin.y) / scale,
    width: 0,
    height: 0,
  })
}

function visibleRect({ transform: [x, y, zoom], width, height }: ReactFlowState): Rect {
  return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }
}

function sameRect(a: Rect, b: Rect): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height
}

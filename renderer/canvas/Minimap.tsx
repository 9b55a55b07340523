// An overview of the whole drawing on one small bitmap. React Flow's own would put every step into the page once more.
import { useReactFlow, useStore } from '@xyflow/react'
import type { ReactFlowState } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import type { PointerEvent } from 'react'
import { words } from '../words/words.ts'
import { bottom, boundsOf, center, grown } from '../../shared/report/scene/rects.ts'
import type { Rect, Spot } from '../../shared/report/scene/rects.ts'
import type { Scene } from '../../shared/report/scene/types.ts'
import { useTabView } from '../state/hooks.ts'
import { OVERVIEW } from './fit.ts'
import { rectOf } from './items.ts'
import classes from './Minimap.module.css'

/** The card of a suggestion, in pixels of the window: about how large, and how far from its gate at a zoom of 1. */
const CARD = { width: 292, height: 170, left: 14, below: 38 }
const { width: WIDTH, height: HEIGHT } = OVERVIEW

export function Minimap({ scene }: { readonly scene: Scene }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const { setCenter, getZoom } = useReactFlow()
  const visible = useStore(visibleRect, sameRect)
  const aside = useCardUnder(scene)
  const world = grown(boundsOf(scene.bounds ? [scene.bounds] : [visible])!, 60)
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (context) draw(context, scene, world, visible)
  })
  if (scene.steps.length < 2) return null
  const go = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (event.buttons !== 1) return
    const box = event.currentTarget.getBoundingClientRect()
    const spot = toWorld({ x: event.clientX - box.left, y: event.clientY - box.top }, world)
    void setCenter(spot.x, spot.y, { zoom: getZoom() })
  }
  return (
    <canvas
      ref={canvas}
      className={classes.minimap}
      width={WIDTH * devicePixelRatio}
      height={HEIGHT * devicePixelRatio}
      role="img"
      aria-label={words.canvas.minimap}
      title={words.canvas.minimap}
      data-aside={aside || undefined}
      onPointerDown={go}
      onPointerMove={go}
    />
  )
}

/** Whether the card of the chosen suggestion is where the overview stands; the overview makes way, for a card can be answered. */
function useCardUnder(scene: Scene): boolean {
  const key = useTabView((view) => view.selection.suggestion)
  const rect = key === null ? null : rectOf(scene, `ghost:${key}`)
  return useStore(({ transform: [x, y, zoom], width, height }: ReactFlowState) => {
    if (!rect) return false
    const [left, top] = [(rect.x - CARD.left) * zoom + x, (bottom(rect) + CARD.below) * zoom + y]
    const { width: wide, height: high, edge } = OVERVIEW
    const across = left < width && left + CARD.width > width - wide - edge
    return across && top < height && top + CARD.height > height - high - edge
  })
}

function draw(context: CanvasRenderingContext2D, scene: Scene, world: Rect, visible: Rect): void {
  const color = (name: string): string => resolved(context.canvas, name)
  context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0)
  context.clearRect(0, 0, WIDTH, HEIGHT)
  const scale = scaleOf(world)
  const origin = offsetOf(world, scale)
  const put = ({ x, y, width, height }: Rect): [number, number, number, number] => [
    origin.x + (x - world.x) * scale,
    origin.y + (y - world.y) * scale,
    Math.max(1.5, width * scale),
    Math.max(1.5, height * scale),
  ]
  const ramp = ['--edge', '--c1', '--c2', '--c3', '--c4'].map(color)
  for (const step of scene.steps) {
    const level = typeof step.consequence === 'number' ? step.consequence : 0
    context.fillStyle = ramp[level]!
    context.fillRect(...put(step.rect))
  }
  context.strokeStyle = color('--accent')
  context.lineWidth = 1.5
  const [x, y, width, height] = put(visible)
  context.strokeRect(
    Math.max(1, x),
    Math.max(1, y),
    Math.min(width, WIDTH - 2 - Math.max(0, x)),
    Math.min(height, HEIGHT - 2 - Math.max(0, y)),
  )
}

// A bitmap knows nothing of custom properties; a real property of the element says what one comes to in this theme.
function resolved(element: HTMLElement, name: string): string {
  element.style.color = `var(${name})`
  return getComputedStyle(element).color
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

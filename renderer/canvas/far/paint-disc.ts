// A small disc with a sign in it, as large from afar as near: a number of a walk, or what became of a thing.
import type { Spot } from '../../../shared/report/scene/rects.ts'
import type { Painting } from './painting.ts'

const RADIUS = 7

export function paintDisc({ context, colors, zoom }: Painting, at: Spot, sign: string, color: string): void {
  const radius = RADIUS / zoom
  context.beginPath()
  context.arc(at.x, at.y, radius, 0, 2 * Math.PI)
  context.fillStyle = color
  context.fill()
  context.lineWidth = 1.2 / zoom
  context.strokeStyle = colors.canvas
  context.stroke()
  context.fillStyle = colors.canvas
  context.font = `650 ${9.5 / zoom}px ${FAMILY}`
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillText(sign, at.x, at.y + 0.5 / zoom)
}

export const FAMILY = "'Inter Variable', Inter, sans-serif"

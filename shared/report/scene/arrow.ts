// The head of an arrow at the end of a way. Drawn as a path of its own, because markers keep the colour of the page
// and cost a style each.
import type { Spot } from './rects.ts'

const LENGTH = 8
const HALF_WIDTH = 4.2

/** Path data of an arrow head that points along the last piece of the way. */
export function arrowPath(way: readonly Spot[]): string {
  const tip = way.at(-1)
  const before = way.at(-2)
  if (!tip || !before) return ''
  const length = Math.hypot(tip.x - before.x, tip.y - before.y) || 1
  const [ux, uy] = [(tip.x - before.x) / length, (tip.y - before.y) / length]
  const base = { x: tip.x - ux * LENGTH, y: tip.y - uy * LENGTH }
  const [nx, ny] = [-uy * HALF_WIDTH, ux * HALF_WIDTH]
  return `M${tip.x} ${tip.y}L${base.x + nx} ${base.y + ny}L${base.x - nx} ${base.y - ny}Z`
}

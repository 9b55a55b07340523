// Transitions from afar: all plain ones of a tile with one stroke, and the marked ones each for itself, on top.
import { ABNORMAL_KINDS } from '../../../shared/model/scales.ts'
import type { TransitionKind } from '../../../shared/model/scales.ts'
import { arrowPath } from '../../../shared/report/scene/arrow.ts'
import type { Spot } from '../../../shared/report/scene/rects.ts'
import type { SceneEdge } from '../../../shared/report/scene/types.ts'
import { paintGate } from './paint-gate.ts'
import { BARE_ZOOM } from './painting.ts'
import type { Painting } from './painting.ts'
import { paintDisc } from './paint-disc.ts'

const DASH = [6, 5]

export function paintWays(painting: Painting, edges: readonly SceneEdge[]): void {
  const { context, colors, marks, zoom } = painting
  const bare = zoom < BARE_ZOOM
  const plain = edges.filter((edge) => lookOf(edge, painting) === null)
  const dim = (edge: SceneEdge): boolean => marks.found !== null && !marks.found.has(edge.id)
  context.strokeStyle = colors.edge
  context.fillStyle = colors.edge
  context.lineWidth = Math.max(1.5, 0.75 / zoom)
  for (const faded of [true, false]) {
    for (const dashed of [true, false]) {
      const some = plain.filter((edge) => dim(edge) === faded && isDashed(edge, bare) === dashed)
      if (some.length === 0) continue
      context.globalAlpha = faded ? 0.28 : 1
      context.setLineDash(dashed ? DASH : [])
      context.beginPath()
      for (const { way } of some) trace(context, way)
      context.stroke()
      if (!bare) for (const edge of some) context.fill(arrowOf(edge))
    }
  }
  context.globalAlpha = 1
  context.setLineDash([])
}

export function paintWayMarks(painting: Painting, edges: readonly SceneEdge[]): void {
  const { context, colors, numbers, zoom, marks } = painting
  for (const edge of edges) {
    const look = lookOf(edge, painting)
    if (look !== null) {
      context.strokeStyle = colors[look.color]
      context.fillStyle = colors[look.color]
      context.lineWidth = Math.max(2.4, 1.8 / zoom)
      context.setLineDash(look.dashed ? DASH.map((length) => length / zoom) : [])
      context.beginPath()
      trace(context, edge.way)
      context.stroke()
      context.setLineDash([])
      if (zoom >= BARE_ZOOM) context.fill(arrowOf(edge))
    }
    for (const gate of edge.gates) paintGate(painting, gate, gate.id === marks.selectedGate)
    const number = numbers.get(edge.id)
    if (number !== undefined && zoom >= BARE_ZOOM)
      paintDisc(painting, startOf(edge.way), String(number), colors.bad)
  }
}

interface Look {
  readonly color: 'bad' | 'accent' | 'ok'
  readonly dashed: boolean
}

/** How a transition differs from all others; null where it does not. */
function lookOf(edge: SceneEdge, { marks, numbers }: Painting): Look | null {
  if (marks.selectedEdges.has(edge.id)) return { color: 'accent', dashed: false }
  if (numbers.has(edge.id)) return { color: 'bad', dashed: false }
  if (marks.walkedEdges.has(edge.id)) return { color: 'accent', dashed: false }
  const change = marks.changes.get(`edge:${edge.id}`)
  if (change === undefined) return null
  return {
    color: change === 'added' ? 'ok' : change === 'removed' ? 'bad' : 'accent',
    dashed: change === 'removed',
  }
}

function isDashed({ kind }: SceneEdge, bare: boolean): boolean {
  return !bare && ABNORMAL_KINDS.has(kind as TransitionKind)
}

const arrows = new WeakMap<SceneEdge, Path2D>()

function arrowOf(edge: SceneEdge): Path2D {
  const there = arrows.get(edge) ?? new Path2D(edge.kind === 'tool' ? '' : arrowPath(edge.way))
  arrows.set(edge, there)
  return there
}

function trace(context: CanvasRenderingContext2D, way: readonly Spot[]): void {
  context.moveTo(way[0]!.x, way[0]!.y)
  for (let i = 1; i < way.length; i++) context.lineTo(way[i]!.x, way[i]!.y)
}

function startOf(way: readonly Spot[]): Spot {
  const [a, b] = [way[0]!, way[1]!]
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
}

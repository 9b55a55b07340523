// The drawing while steps are dragged: only what moves and the transitions that hang on it are drawn anew. Going
// around other steps waits until the drop, because it costs more than a frame allows.
import { center, createGrid } from '../../shared/report/scene/rects.ts'
import type { Rect } from '../../shared/report/scene/rects.ts'
import { middleOf } from '../../shared/report/scene/labels.ts'
import { pathData, routeBetween } from '../../shared/report/scene/route.ts'
import type { RouteEnd } from '../../shared/report/scene/route.ts'
import type { SceneEdge, SceneGate, SceneStep } from '../../shared/report/scene/types.ts'
import type { Drag } from './drag.ts'
import type { SceneIndex } from './scene-index.ts'
import { GATE_GAP, GATE_SIZE } from '../../shared/report/sizes.ts'

/** The transitions between what is dragged and what stays, at their new places. */
export function reroutedEdges(
  index: SceneIndex,
  edges: readonly SceneEdge[],
  { ids, dx, dy }: Drag,
): readonly SceneEdge[] {
  const end = (id: string): RouteEnd => {
    const step = index.steps.get(id)!
    return endOf(ids.has(id) ? { ...step, rect: moved(step.rect, dx, dy) } : step, step)
  }
  return edges
    .filter(({ from, to }) => ids.has(from) !== ids.has(to))
    .map((edge) => reroutedEdge(edge, end(edge.from), end(edge.to)))
}

/** The transitions whose two ends are dragged: they keep their shape. */
export function movedEdges(edges: readonly SceneEdge[], { ids, dx, dy }: Drag): readonly SceneEdge[] {
  return edges
    .filter(({ from, to }) => ids.has(from) && ids.has(to))
    .map((edge) => ({
      ...edge,
      way: edge.way.map(({ x, y }) => ({ x: x + dx, y: y + dy })),
      gates: edge.gates.map((gate) => movedGate(gate, dx, dy)),
    }))
}

function reroutedEdge(edge: SceneEdge, from: RouteEnd, to: RouteEnd): SceneEdge {
  const way =
    edge.kind === 'tool'
      ? [
          { x: center(from.rect).x, y: from.rect.y + from.rect.height },
          { x: center(to.rect).x, y: to.rect.y },
        ]
      : routeBetween(from, to, { obstacles: createGrid(), lines: createGrid() })
  const middle = middleOf(way)
  const dx = middle.x - edge.middle.x
  const dy = middle.y - edge.middle.y
  return {
    ...edge,
    way,
    path: pathData(way),
    middle,
    labelAt: edge.labelAt && moved(edge.labelAt, dx, dy),
    gates: edge.gates.map((gate) => movedGate(gate, dx, dy)),
  }
}

function endOf(step: SceneStep, still: SceneStep): RouteEnd {
  const before = step.gates.filter((gate) => gate.rect.x < still.rect.x).length
  const room = (gates: number): number => (gates === 0 ? 0 : gates * (GATE_SIZE + GATE_GAP) + 2)
  return {
    id: step.id,
    rect: step.rect,
    door: room(before),
    exit: room(step.gates.length - before),
    fansOut: false,
    fansIn: false,
  }
}

/** A step and its gates, somewhere else. */
export function movedStep(step: SceneStep, dx: number, dy: number): SceneStep {
  return {
    ...step,
    rect: moved(step.rect, dx, dy),
    caption: step.caption && moved(step.caption, dx, dy),
    gates: step.gates.map((gate) => movedGate(gate, dx, dy)),
  }
}

function movedGate(gate: SceneGate, dx: number, dy: number): SceneGate {
  return {
    ...gate,
    rect: moved(gate.rect, dx, dy),
    caption: { ...gate.caption, rect: moved(gate.caption.rect, dx, dy) },
  }
}

function moved<R extends Rect>(rect: R, dx: number, dy: number): R {
  return { ...rect, x: rect.x + dx, y: rect.y + dy }
}

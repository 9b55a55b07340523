// The drawing while steps are dragged: only what moves and the transitions that hang on it are drawn anew. Going
// around other steps waits until the drop, because it costs more than a frame allows.
import { center, createGrid } from '../../shared/report/scene/rects.ts'
import type { Rect, Spot } from '../../shared/report/scene/rects.ts'
import { middleOf } from '../../shared/report/scene/labels.ts'
import { pathData, routeBetween } from '../../shared/report/scene/route.ts'
import type { RouteEnd } from '../../shared/report/scene/route.ts'
import type { Scene, SceneEdge, SceneGate, SceneStep } from '../../shared/report/scene/types.ts'
import { GATE_GAP, GATE_SIZE } from '../../shared/report/sizes.ts'

/** `scene` with these steps at other places. */
export function dragScene(scene: Scene, moves: ReadonlyMap<string, Spot>): Scene {
  if (moves.size === 0) return scene
  const steps = scene.steps.map((step) => {
    const to = moves.get(step.id)
    return to ? movedStep(step, to.x - step.rect.x, to.y - step.rect.y) : step
  })
  const ends = new Map(steps.map((step) => [step.id, endOf(step)]))
  const edges = scene.edges.map((edge) => {
    if (!moves.has(edge.from) && !moves.has(edge.to)) return edge
    return reroutedEdge(edge, ends.get(edge.from)!, ends.get(edge.to)!)
  })
  return { steps, edges, bounds: scene.bounds }
}

function movedStep(step: SceneStep, dx: number, dy: number): SceneStep {
  return {
    ...step,
    rect: moved(step.rect, dx, dy),
    caption: step.caption && moved(step.caption, dx, dy),
    gates: step.gates.map((gate) => movedGate(gate, dx, dy)),
  }
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

function endOf(step: SceneStep): RouteEnd {
  const before = step.gates.filter((gate) => gate.rect.x < step.rect.x).length
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

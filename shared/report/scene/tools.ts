// The thin lines between an agent and its tools.
import type { Step } from '../../model/step.ts'
import { middleOf } from './labels.ts'
import type { Placing } from './placing.ts'
import { bottom, center, right, segmentRect } from './rects.ts'
import type { Rect, Spot } from './rects.ts'
import { pathData } from './route.ts'
import type { RouteEnd } from './route.ts'
import type { SceneEdge } from './types.ts'

/** One line for every tool; a tool that stands below others is reached along a rail beside them. */
export function toolEdges(steps: readonly Step[], placing: Placing): readonly SceneEdge[] {
  const { ends } = placing
  return steps.flatMap((step) => {
    const from = ends.get(step.parent ?? '')
    const to = ends.get(step.id)
    if (!from || !to) return []
    const way = toolWay(from, to, placing)
    return [
      {
        id: `tool:${step.id}`,
        from: from.id,
        to: to.id,
        kind: 'tool' as const,
        way,
        path: pathData(way),
        label: [],
        fullLabel: '',
        labelAt: null,
        middle: middleOf(way),
        gates: [],
        spoken: '',
      },
    ]
  })
}

const RAIL = 12

/** Straight down where nothing stands in between; else along a rail beside the tools that stand above this one. */
function toolWay(agent: RouteEnd, tool: RouteEnd, { obstacles }: Placing): readonly Spot[] {
  const start = { x: center(agent.rect).x, y: bottom(agent.rect) }
  const end = { x: center(tool.rect).x, y: tool.rect.y }
  const blocked = obstacles.some(
    segmentRect({ x: end.x, y: start.y + 8 }, end),
    (owner) => owner !== agent.id && owner !== tool.id,
  )
  if (blocked) return alongRail(agent.rect, tool.rect)
  if (Math.abs(start.x - end.x) < RAIL) return [{ x: end.x, y: start.y }, end]
  const y = Math.min((start.y + end.y) / 2, start.y + 2 * RAIL)
  return [start, { x: start.x, y }, { x: end.x, y }, end]
}

function alongRail(agent: Rect, tool: Rect): readonly Spot[] {
  const x = right(tool) + RAIL
  const y = center(tool).y
  const out = Math.min(x, right(agent) - RAIL)
  const top = bottom(agent) + RAIL
  const down = [
    { x: out, y: bottom(agent) },
    { x: out, y: top },
    { x, y: top },
    { x, y },
    { x: right(tool), y },
  ]
  return out === x ? [down[0]!, down[3]!, down[4]!] : down
}

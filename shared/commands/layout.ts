// Positions of steps, as the edits change them.
import { pathText } from '../document/path.ts'
import type { Point, Workflow } from '../model/workflow.ts'

/** Where a fault of a position is. */
export function positionPath(id: string): string {
  return pathText(['positions', id])
}

/** `workflow` with these positions added to those it has; the same where all are as they were. */
export function withPositions(workflow: Workflow, positions: Readonly<Record<string, Point>>): Workflow {
  const stays = ([id, [x, y]]: readonly [string, Point]): boolean => {
    const old = positionOf(workflow, id)
    return old !== undefined && old[0] === x && old[1] === y
  }
  if (Object.entries(positions).every(stays)) return workflow
  return { ...workflow, layout: { ...workflow.layout, steps: { ...workflow.layout.steps, ...positions } } }
}

/** The position of a step; undefined where it was never placed. */
export function positionOf(workflow: Workflow, id: string): Point | undefined {
  return Object.hasOwn(workflow.layout.steps, id) ? workflow.layout.steps[id] : undefined
}

/** `workflow` without the positions of these steps. */
export function withoutPositions(workflow: Workflow, ids: ReadonlySet<string>): Workflow {
  const entries = Object.entries(workflow.layout.steps)
  const left = entries.filter(([id]) => !ids.has(id))
  if (left.length === entries.length) return workflow
  return { ...workflow, layout: { ...workflow.layout, steps: Object.fromEntries(left) } }
}

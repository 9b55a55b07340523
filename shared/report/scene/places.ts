// Where every step stands: where the document says, else where the layout would put it.
import type { Workflow } from '../../model/workflow.ts'
import { layoutWorkflow } from '../layout.ts'
import type { Spot } from './rects.ts'

/** Top left corners by step. */
export function placesOf(workflow: Workflow): ReadonlyMap<string, Spot> {
  const positions = new Map<string, Spot>()
  const placed = workflow.layout.steps
  const missing = workflow.steps.some(({ id }) => !Object.hasOwn(placed, id))
  const laid = missing ? layoutWorkflow(workflow) : null
  for (const { id } of workflow.steps) {
    const point = Object.hasOwn(placed, id) ? placed[id] : laid?.[id]
    positions.set(id, { x: point?.[0] ?? 0, y: point?.[1] ?? 0 })
  }
  return positions
}

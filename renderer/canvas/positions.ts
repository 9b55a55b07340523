// Where every step stands: where the document says, else where the layout would put it.
import { layoutWorkflow } from '../../shared/report/layout.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import type { Spot } from './rects.ts'

let last: { readonly workflow: Workflow; readonly positions: ReadonlyMap<string, Spot> } | null = null

/** Top left corners by step. The last answer is kept, because many parts of the canvas ask about one revision. */
export function positionsOf(workflow: Workflow): ReadonlyMap<string, Spot> {
  if (last?.workflow === workflow) return last.positions
  if (
    last &&
    last.workflow.layout.steps === workflow.layout.steps &&
    last.workflow.steps === workflow.steps
  ) {
    last = { workflow, positions: last.positions }
    return last.positions
  }
  last = { workflow, positions: computed(workflow) }
  return last.positions
}

function computed(workflow: Workflow): ReadonlyMap<string, Spot> {
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

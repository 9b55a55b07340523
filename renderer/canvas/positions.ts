// Where every step stands: where the document says, else where the layout would put it.
import { placesOf } from '../../shared/report/scene/places.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import type { Spot } from '../../shared/report/scene/rects.ts'

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
  last = { workflow, positions: placesOf(workflow) }
  return last.positions
}

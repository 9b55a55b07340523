// A document whose steps nobody has placed yet is laid out when it is opened, so that later edits leave it where it is.
import { placesOf } from '../../shared/report/scene/places.ts'
import type { Workflow } from '../../shared/model/workflow.ts'

/** The workflow with a place for every step; the same object where every step has one. */
export function placed(workflow: Workflow): Workflow {
  const there = workflow.layout.steps
  if (workflow.steps.every(({ id }) => Object.hasOwn(there, id))) return workflow
  const found = [...placesOf(workflow)].map(([id, { x, y }]) => [id, [x, y] as const] as const)
  return { ...workflow, layout: { ...workflow.layout, steps: { ...there, ...Object.fromEntries(found) } } }
}

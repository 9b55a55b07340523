// The smallest workflow that makes sense: a start, an end, and the way between them.
import { FORMAT_VERSION, WorkflowSchema } from '../model/workflow.ts'
import type { Workflow } from '../model/workflow.ts'

/** A new workflow with `name`, holding a start that leads to an end, both placed. */
export function newWorkflow(name: string): Workflow {
  return WorkflowSchema.parse({
    format: 'handoff',
    version: FORMAT_VERSION,
    name,
    steps: [
      { id: 'end', kind: 'end', name: 'End', outcome: 'ok' },
      { id: 'start', kind: 'start', name: 'Start' },
    ],
    transitions: [{ id: 'start_end', from: 'start', to: 'end' }],
    layout: { steps: { start: [0, 0], end: [288, 0] } },
  })
}

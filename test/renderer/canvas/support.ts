// Small workflows for the tests of the canvas.
import { inCanonicalOrder } from '../../../shared/document/order.ts'
import { WorkflowSchema } from '../../../shared/model/workflow.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { layoutWorkflow } from '../../../shared/report/layout.ts'
import { buildScene } from '../../../shared/report/scene/scene.ts'
import { ENGLISH } from '../../../shared/report/scene/words.ts'
import type { Scene } from '../../../shared/report/scene/types.ts'
import type { Marks } from '../../../renderer/canvas/to-flow.ts'
import { analyse } from '../../../shared/analysis/analyse.ts'

/** A workflow of these parts, placed by the layout. */
export function workflowOf(parts: Partial<Record<keyof Workflow, unknown>>): Workflow {
  const workflow = inCanonicalOrder(WorkflowSchema.parse({ format: 'handoff', version: 1, ...parts }))
  return {
    ...workflow,
    layout: { ...workflow.layout, steps: { ...layoutWorkflow(workflow), ...workflow.layout.steps } },
  }
}

/** Start, a doubtful model, a decision, two payments and an end. */
export const REFUNDS = workflowOf({
  parties: [{ id: 'desk', name: 'Refund desk', kind: 'role' }],
  steps: [
    { id: 'start', kind: 'start', name: 'Request', domains: ['money'] },
    { id: 'read', kind: 'model', name: 'Read it', uncertainty: { level: 3, label: 'intent' } },
    { id: 'route', kind: 'decision', name: 'How much?' },
    { id: 'small', kind: 'action', verb: 'pay', name: 'Small', consequence: { level: 1 } },
    { id: 'large', kind: 'action', verb: 'pay', name: 'Large', consequence: { level: 3, reversibility: 3 } },
    { id: 'agent', kind: 'agent', name: 'Tidy up' },
    { id: 'tool', kind: 'step', name: 'Look', parent: 'agent' },
    { id: 'done', kind: 'end', name: 'Done', outcome: 'ok' },
  ],
  transitions: [
    { id: 'a', from: 'start', to: 'read' },
    { id: 'b', from: 'read', to: 'route' },
    { id: 'c', from: 'route', to: 'small', probability: 0.8, condition: 'amount <= 100' },
    { id: 'd', from: 'route', to: 'large', probability: 0.2, condition: 'amount > 100' },
    { id: 'e', from: 'small', to: 'agent' },
    { id: 'f', from: 'large', to: 'agent' },
    { id: 'g', from: 'agent', to: 'done' },
    { id: 'r', from: 'agent', to: 'read', kind: 'retry', probability: 0.1 },
  ],
  handoffs: [
    { id: 'h', kind: 'sign-off', strength: 'confirm', at: { before: 'small' }, assignee: { role: 'desk' } },
    { id: 'x', kind: 'exception', strength: 'approve', at: { on: 'r' }, assignee: { role: 'desk' } },
  ],
})

export function sceneOf(workflow: Workflow): Scene {
  const places = Object.entries(workflow.layout.steps).map(([id, [x, y]]) => [id, { x, y }] as const)
  return buildScene({ workflow, analysis: analyse(workflow), positions: new Map(places), words: ENGLISH })
}

export const NO_MARKS: Marks = {
  selectedSteps: new Set(),
  selectedEdges: new Set(),
  selectedGate: '',
  walk: [],
  changes: new Map(),
  found: null,
  tokens: new Map(),
  walkedEdges: new Set(),
  candidate: null,
  decides: new Map(),
  shades: { shading: null, of: new Map() },
  blocks: new Set(),
}

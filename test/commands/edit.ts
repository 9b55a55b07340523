// What the tests of the edits share: one small workflow, and a way to see what an edit did to it.
import { expect } from 'vitest'
import { applyCommand } from '../../shared/commands/apply.ts'
import { diffDocuments } from '../../shared/document/patch.ts'
import { readDocument, readWorkflow } from '../../shared/document/read.ts'
import { writeDocument } from '../../shared/document/write.ts'
import type { Command } from '../../shared/commands/index.ts'
import type { Patch } from '../../shared/document/patch.ts'
import type { Fault } from '../../shared/support/result.ts'
import type { Workflow } from '../../shared/model/workflow.ts'

/** start → draft → desk (a person) → pay → end, and a "no" from the desk to stopped. */
export const refunds: Workflow = read({
  format: 'handoff',
  version: 1,
  name: 'Refunds',
  parties: [
    { id: 'boss', name: 'Manager', kind: 'person' },
    { id: 'ops', name: 'Refund desk', kind: 'role', minutes: { confirm: 1, approve: 4 } },
  ],
  steps: [
    { id: 'desk', kind: 'human', name: 'Refund desk', party: 'ops', grant: 'approve' },
    {
      id: 'draft',
      kind: 'model',
      name: 'Draft',
      uncertainty: { level: 2, label: 'intent', basis: 'by hand', other: 1 },
    },
    { id: 'end', kind: 'end', name: 'Done', outcome: 'ok' },
    {
      id: 'pay',
      kind: 'action',
      name: 'Pay',
      verb: 'pay',
      consequence: { level: 3 },
      compensatedBy: 'take_back',
      other: true,
    },
    { id: 'start', kind: 'start', name: 'Request' },
    { id: 'stopped', kind: 'end', name: 'Stopped', outcome: 'stopped' },
    { id: 'take_back', kind: 'action', name: 'Take back', parent: 'draft' },
  ],
  transitions: [
    { id: 't1', from: 'start', to: 'draft' },
    { id: 't2', from: 'draft', to: 'desk', probability: 0.25, condition: 'amount > 100' },
    { id: 't3', from: 'desk', to: 'pay', probability: 0.9 },
    { id: 't4', from: 'desk', to: 'stopped', kind: 'reject', probability: 0.1 },
    { id: 't5', from: 'pay', to: 'end' },
    { id: 't6', from: 'draft', to: 'pay', probability: 0.75 },
  ],
  handoffs: [
    {
      id: 'h1',
      kind: 'approval',
      strength: 'approve',
      at: { before: 'pay' },
      assignee: { role: 'ops' },
      escalation: [{ role: 'boss', after: 'PT1H', then: 'reject' }],
      onReject: { to: 'stopped', maxReproposals: 1 },
    },
    { id: 'h2', kind: 'notify', strength: 'notify', at: { on: 't5' } },
  ],
  dispositions: [{ finding: 'S2@pay', status: 'dismissed', reason: 'seen' }],
  scenarios: [{ id: 's1', name: 'Friday', seed: 7, script: [{ take: 't2' }] }],
  layout: {
    steps: { start: [0, 0], draft: [288, 0], desk: [576, 0], pay: [864, 0], orphan: [5, 5] },
    notes: [{ id: 'n1', text: 'Ask Ana', at: [0, 200] }],
  },
})

/** The workflow after a command that must succeed; what comes out is a document that reads back as it is. */
export function after(command: Command, workflow: Workflow = refunds): Workflow {
  const text = writeDocument(workflow)
  const result = applyCommand(workflow, command)
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  expect(writeDocument(workflow), 'the workflow before').toBe(text)
  const reread = readDocument(writeDocument(result.value))
  expect(reread).toEqual({ ok: true, value: { workflow: result.value, readOnly: false } })
  return result.value
}

/** What a command changed, and no more: the patch from before to after. */
export function changes(command: Command, workflow: Workflow = refunds): Patch {
  return diffDocuments(workflow, after(command, workflow))
}

/** The faults of a command that must be refused; unchecked, because the point is to give it what its type forbids. */
export function faultsOf(command: unknown, workflow: Workflow = refunds): readonly Fault[] {
  const text = writeDocument(workflow)
  const result = applyCommand(workflow, command as Command)
  expect(writeDocument(workflow), 'the workflow before').toBe(text)
  return result.ok ? [] : result.faults
}

/** A workflow from raw JSON, which must be valid. */
export function read(raw: unknown): Workflow {
  const result = readWorkflow(raw)
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.value
}

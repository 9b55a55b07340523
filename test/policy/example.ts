// A workflow whose handoff says everything that the format can say.
import { analyse } from '../../shared/analysis/analyse.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { buildPolicy } from '../../shared/policy/build.ts'
import type { Policy } from '../../shared/policy/schema.ts'
import { workflow } from '../simulate/build.ts'

export const COMPLETE = {
  id: 'h1',
  kind: 'approval',
  strength: 'approve',
  at: { before: 'pay' },
  when: 'amount > 100',
  title: 'Release the refund',
  question: 'Is this refund within what we promised?',
  assignee: { role: 'desk', users: ['ada@example.org'] },
  quorum: { approvals: 2, distinct: true, excludeProposer: true },
  decisions: ['approve', 'edit', 'reject', 'reassign'],
  editSchema: { type: 'object', properties: { amount: { type: 'number', maximum: 500 } } },
  responseSchema: { type: 'object' },
  evidence: [{ id: 'ticket', from: 'step', label: 'What the customer wrote' }],
  timeout: { after: 'PT4H', then: 'escalate' },
  escalation: [{ role: 'manager', after: 'PT1H', then: 'reject' }],
  onReject: { to: 'refused', maxReproposals: 1 },
  binding: 'args-hash',
  expires: 'PT24H',
  batch: { max: 20 },
  sample: { rate: 0.5 },
  standingGrant: { scope: 'refunds', max: 50, expires: '2027-01-01' },
} as const

/** draft → pay → end, the payment guarded by `handoff`. */
export function refunds(
  handoff: Readonly<Record<string, unknown>> = COMPLETE,
  name = 'Pay it back',
): Workflow {
  return workflow(
    [
      ['start', 'start'],
      ['draft', 'model', { uncertainty: { level: 2, label: 'content' } }],
      ['pay', 'action', { name, verb: 'pay', consequence: { level: 3, reversibility: 2, external: true } }],
      ['end', 'end', { outcome: 'ok' }],
      ['refused', 'end', { outcome: 'stopped' }],
    ],
    [
      ['start', 'draft'],
      ['draft', 'pay', { condition: 'amount > 100' }],
      ['pay', 'end'],
    ],
    {
      parties: [
        { id: 'desk', name: 'Desk', kind: 'role', calendar: 'office' },
        { id: 'manager', name: 'Manager', kind: 'person' },
      ],
      handoffs: [handoff],
    },
  )
}

export function policyOf(document: Workflow): Policy {
  return buildPolicy(document, analyse(document))
}

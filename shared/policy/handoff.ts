// One handoff of a policy: everything that a runtime has to know, with the defaults written out.
import { approvalsNeeded, decisionsOf } from '../model/handoff-defaults.ts'
import type { Handoff } from '../model/handoff.ts'
import type { Workflow } from '../model/workflow.ts'
import { confers } from '../graph/conferred.ts'
import { blocks } from '../placement/grants.ts'
import type { PolicyHandoff } from './schema.ts'

export function policyHandoff(workflow: Workflow, handoff: Handoff): PolicyHandoff {
  const { id, kind, strength, at } = handoff
  const guards = guardedStep(workflow, handoff)
  return {
    id,
    kind,
    strength,
    blocks: blocks(handoff),
    at,
    guards,
    when: handoff.when ?? null,
    title: handoff.title ?? '',
    question: handoff.question ?? '',
    assignee: { role: handoff.assignee?.role ?? null, users: handoff.assignee?.users ?? [] },
    quorum: {
      approvals: approvalsNeeded(handoff),
      distinct: handoff.quorum?.distinct ?? true,
      excludeProposer: handoff.quorum?.excludeProposer ?? strength === 'two-person',
    },
    decisions: blocks(handoff) ? decisionsOf(handoff) : (handoff.decisions ?? []),
    editSchema: handoff.editSchema ?? null,
    responseSchema: handoff.responseSchema ?? null,
    evidence: (handoff.evidence ?? []).map((item) => ({
      id: item.id,
      from: item.from ?? 'step',
      label: item.label ?? '',
    })),
    timeout: handoff.timeout ? { after: handoff.timeout.after, then: handoff.timeout.then } : null,
    escalation: (handoff.escalation ?? []).map(({ role, after, then }) => ({ role, after, then })),
    onReject: {
      to: handoff.onReject?.to ?? null,
      maxReproposals: handoff.onReject?.maxReproposals ?? null,
    },
    // A decision that releases an action is about exactly what was shown, unless the document says otherwise.
    binding: handoff.binding ?? (confers(handoff) ? 'args-hash' : null),
    expires: handoff.expires ?? null,
    idempotency: { decision: 'runId+handoffId+requestId', effect: 'runId+handoffId+argsHash' },
    batch: handoff.batch ? { max: handoff.batch.max ?? null } : null,
    sample: handoff.sample ? { rate: handoff.sample.rate ?? null } : null,
    standingGrant: handoff.standingGrant
      ? {
          scope: handoff.standingGrant.scope ?? null,
          max: handoff.standingGrant.max ?? null,
          expires: handoff.standingGrant.expires ?? null,
        }
      : null,
  }
}

function guardedStep({ transitions }: Workflow, { id, at }: Handoff): string {
  if ('before' in at) return at.before
  if ('start' in at) return at.start
  const on = transitions.find((transition) => transition.id === at.on)
  if (!on) throw new Error(`handoff ${id} is on a transition that is not in the workflow: ${at.on}`)
  return on.to
}

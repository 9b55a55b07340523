// Taking things out of a workflow together with whatever points at them, so that nothing is left dangling.
import { changedEach, idsOf, kept } from './entries.ts'
import { withoutLane, withoutMembers } from './groups.ts'
import { withoutPositions } from './layout.ts'
import { keptPlacing } from './placing.ts'
import type { Handoff } from '../model/handoff.ts'
import type { Party } from '../model/party.ts'
import type { Step } from '../model/step.ts'
import type { Workflow } from '../model/workflow.ts'

type Ids = ReadonlySet<string>

/** Without these handoffs. */
export function withoutHandoffs(workflow: Workflow, ids: Ids): Workflow {
  return { ...workflow, handoffs: kept(workflow.handoffs, ({ id }) => !ids.has(id)) }
}

/** Without these transitions and the handoffs on them. Recorded scenarios keep their scripts: they are history. */
export function withoutTransitions(workflow: Workflow, ids: Ids): Workflow {
  return {
    ...workflow,
    transitions: kept(workflow.transitions, ({ id }) => !ids.has(id)),
    handoffs: kept(workflow.handoffs, ({ at }) => !('on' in at && ids.has(at.on))),
    ...keptPlacing(workflow, { forbidden: (at) => !('on' in at && ids.has(at.on)) }),
  }
}

/**
 * Without these steps, their transitions, the handoffs at both, and their positions. Tools of a removed agent stay,
 * on their own; a "no" that led to a removed step stops the run instead.
 */
export function withoutSteps(workflow: Workflow, ids: Ids): Workflow {
  const cut = workflow.transitions.filter(({ from, to }) => ids.has(from) || ids.has(to))
  const rest = withoutMembers(withoutPositions(withoutTransitions(workflow, idsOf(cut)), ids), ids)
  return {
    ...rest,
    steps: changedEach(
      kept(rest.steps, ({ id }) => !ids.has(id)),
      (step) => withoutStepReferences(step, ids),
    ),
    ...keptPlacing(rest, {
      forbidden: (at) => !isAtStep({ at }, ids),
      waivers: ({ step }) => !ids.has(step),
    }),
    handoffs: changedEach(
      kept(rest.handoffs, (handoff) => !isAtStep(handoff, ids)),
      (handoff) => withoutRejectTarget(handoff, ids),
    ),
  }
}

/** Without this party: its steps have none, handoffs ask nobody in particular, and it is in no other party. */
export function withoutParty(workflow: Workflow, id: string): Workflow {
  return {
    ...withoutLane(workflow, id),
    parties: changedEach(
      kept(workflow.parties, (party) => party.id !== id),
      (party) => withoutMember(party, id),
    ),
    steps: changedEach(workflow.steps, (step) => (step.party === id ? omit(step, 'party') : step)),
    handoffs: changedEach(workflow.handoffs, (handoff) => withoutRole(handoff, id)),
  }
}

function withoutMember(party: Party, id: string): Party {
  if (!party.members?.includes(id)) return party
  return { ...party, members: party.members.filter((member) => member !== id) }
}

function isAtStep({ at }: Pick<Handoff, 'at'>, ids: Ids): boolean {
  return ('before' in at && ids.has(at.before)) || ('start' in at && ids.has(at.start))
}

function withoutStepReferences(step: Step, ids: Ids): Step {
  let next = step
  if (next.parent !== undefined && ids.has(next.parent)) next = omit(next, 'parent')
  if (next.calls !== undefined && ids.has(next.calls)) next = omit(next, 'calls')
  if (typeof next.compensatedBy === 'string' && ids.has(next.compensatedBy))
    next = omit(next, 'compensatedBy')
  return next
}

function withoutRejectTarget(handoff: Handoff, ids: Ids): Handoff {
  const { onReject } = handoff
  if (!onReject || onReject.to === null || !ids.has(onReject.to)) return handoff
  return { ...handoff, onReject: { ...onReject, to: null } }
}

function withoutRole(handoff: Handoff, role: string): Handoff {
  let next = handoff
  if (next.assignee?.role === role) {
    const assignee = omit(next.assignee, 'role')
    next = Object.keys(assignee).length === 0 ? omit(next, 'assignee') : { ...next, assignee }
  }
  if (next.escalation?.some((rung) => rung.role === role)) {
    const escalation = next.escalation.filter((rung) => rung.role !== role)
    next = escalation.length === 0 ? omit(next, 'escalation') : { ...next, escalation }
  }
  return next
}

function omit<T extends object>(whole: T, key: string): T {
  return Object.fromEntries(Object.entries(whole).filter(([k]) => k !== key)) as T
}

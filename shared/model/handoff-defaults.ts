// What a handoff means where it leaves a field out: decisions, number of approvals, and who is asked.
import { assertNever } from '../support/assert-never.ts'
import type { Handoff } from './handoff.ts'
import type { Decision, HandoffKind } from './scales.ts'

/** The decisions that a person has at this handoff, in the order in which they are offered. */
export function decisionsOf(handoff: Pick<Handoff, 'kind' | 'decisions'>): readonly Decision[] {
  return handoff.decisions && handoff.decisions.length > 0 ? handoff.decisions : usualDecisions(handoff.kind)
}

/** The decisions that fit a kind of handoff (PLACEMENT.md 1.9). */
export function usualDecisions(kind: HandoffKind): readonly Decision[] {
  switch (kind) {
    case 'brief':
      return ['approve', 'edit', 'reject']
    case 'approval':
      return ['approve', 'edit', 'reject', 'reassign']
    case 'sign-off':
      return ['approve', 'edit', 'reject']
    case 'clarify':
      return ['respond', 'approve', 'reject']
    case 'exception':
      return ['approve', 'edit', 'reject', 'reassign']
    case 'recovery':
      return ['retry', 'edit', 'skip', 'abort']
    case 'notify':
      return []
    default:
      return assertNever(kind)
  }
}

/** How many people have to say yes. Two-person is never fewer than two, whatever the quorum says. */
export function approvalsNeeded(handoff: Pick<Handoff, 'strength' | 'quorum'>): number {
  return Math.max(handoff.quorum?.approvals ?? 1, handoff.strength === 'two-person' ? 2 : 1)
}

/** Whom the handoff asks first: the id of a party, then the names of users. Empty where nobody is named. */
export function askedFirst(handoff: Pick<Handoff, 'assignee'>): readonly string[] {
  const { role, users = [] } = handoff.assignee ?? {}
  return role === undefined ? users : [role, ...users]
}

// A suggested handoff as it goes into the document: with a deadline and a way for "no", so that it is complete.
import type { NewHandoff } from '../../shared/commands/new-handoffs.ts'
import type { Place } from '../../shared/model/handoff.ts'
import type { HandoffKind, Strength } from '../../shared/model/scales.ts'

export interface SuggestedHandoff {
  readonly kind: HandoffKind
  readonly strength: Strength
  readonly at: Place
}

/** The new handoff without an id, which the command makes. A "no" and silence both stop the run safely. */
export function suggestedHandoff({ kind, strength, at }: SuggestedHandoff): NewHandoff {
  if (kind === 'notify' || strength === 'notify') return { kind, strength, at }
  return {
    kind,
    strength,
    at,
    timeout: { after: 'PT4H', then: kind === 'brief' ? 'abort' : 'reject' },
    onReject: { to: null, maxReproposals: 1 },
    ...(strength === 'two-person' && { quorum: { approvals: 2, distinct: true, excludeProposer: true } }),
  }
}

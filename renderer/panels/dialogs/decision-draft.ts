// What a person has filled in so far about a finding, and the decision that it makes. Pure.
import type { Cover } from '../../../shared/model/disposition.ts'
import type { DecisionAboutFinding } from '../../state/decisions.ts'

export interface DecisionDraft {
  readonly status: 'dismissed' | 'covered-by' | 'snoozed'
  readonly scope: 'place' | 'file' | 'workspace'
  /** One of the offered reasons. */
  readonly chosen: string
  readonly own: string
  /** `handoff:id`, `step:id`, `text`, or empty. */
  readonly cover: string
  readonly coverText: string
  /** A day: `2027-01-31`. */
  readonly until: string
}

export type DraftFault = 'reason' | 'cover' | 'coverText' | 'until'

export const EMPTY_DECISION: DecisionDraft = {
  status: 'dismissed',
  scope: 'place',
  chosen: '',
  own: '',
  cover: '',
  coverText: '',
  until: '',
}

/** The decision, or the first thing that is missing for it. */
export function decisionOf(
  draft: DecisionDraft,
):
  | { readonly decision: DecisionAboutFinding; readonly fault?: undefined }
  | { readonly decision?: undefined; readonly fault: DraftFault } {
  const own = draft.own.trim()
  const scope = draft.scope === 'place' ? {} : { scope: draft.scope }
  switch (draft.status) {
    case 'dismissed': {
      const reason = [draft.chosen, own].filter((part) => part !== '').join('. ')
      return reason === '' ? { fault: 'reason' } : { decision: { status: 'dismissed', reason, ...scope } }
    }
    case 'covered-by': {
      if (draft.cover === '') return { fault: 'cover' }
      const coveredBy = coverOf(draft)
      return coveredBy
        ? { decision: { status: 'covered-by', reason: own, coveredBy, ...scope } }
        : { fault: 'coverText' }
    }
    case 'snoozed':
      return draft.until === ''
        ? { fault: 'until' }
        : { decision: { status: 'snoozed', reason: own, until: draft.until, ...scope } }
  }
}

function coverOf({ cover, coverText }: DecisionDraft): Cover | undefined {
  if (cover === 'text') return coverText.trim() === '' ? undefined : { text: coverText.trim() }
  const id = cover.slice(cover.indexOf(':') + 1)
  return cover.startsWith('handoff:') ? { handoff: id } : { step: id }
}

/** The day that lies so many days after a moment, as `2027-01-31`. */
export function dayAfter(now: string, days: number): string {
  return new Date(Date.parse(now) + days * 86_400_000).toISOString().slice(0, 10)
}

// What each strength is worth on the scale of the analysis, and how many minutes it takes.
import type { Authority, Strength } from './scales.ts'

/** A demand on the scale of authority: ½ stands for notify, which informs and never blocks. */
export type Demand = 0 | 0.5 | 1 | 2 | 3

/** Minutes that one review takes where the party does not say otherwise. Conventions of PLACEMENT.md. */
export const REVIEW_MINUTES: Readonly<Record<Strength, number>> = {
  notify: 0,
  confirm: 0.5,
  approve: 4,
  'two-person': 10,
}

/** The word for a demand; undefined for none. */
export function strengthOf(demand: Demand): Strength | undefined {
  if (demand === 0) return undefined
  if (demand === 0.5) return 'notify'
  return demand === 1 ? 'confirm' : demand === 2 ? 'approve' : 'two-person'
}

/** What a strength confers: 0 notify (it never blocks), 1 confirm, 2 approve, 3 two-person. */
export function authorityOf(strength: Strength): Authority {
  if (strength === 'notify') return 0
  return strength === 'confirm' ? 1 : strength === 'approve' ? 2 : 3
}

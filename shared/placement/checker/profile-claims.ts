// What the profile of a workflow asks for, read afresh for the checker: its own copy of the presets, and its own way of
// laying the document's changes over them.
import type { Workflow } from '../../model/workflow.ts'

/** Strengths by rank; what a step needs is a rank, and 0 is nothing at all. */
export const RANKS = ['none', 'notify', 'confirm', 'approve', 'two-person'] as const
type Rank = (typeof RANKS)[number]

/** Each row is a consequence from none to critical, each letter the rank for 0 to 3 aggravating facts. */
const TABLES: ReadonlyMap<string, string> = new Map([
  ['recommended', '0012 0123 1233 2334 3344'],
  ['strict', '0123 1233 2334 3344 3444'],
  ['lenient', '0001 0012 0123 1233 2334'],
])

/** Doubt that makes consent stale, doubt that raises a demand, consequence from which one grave fact asks for two people. */
const LIMITS: ReadonlyMap<string, readonly [number, number, number]> = new Map([
  ['recommended', [2, 3, 4]],
  ['strict', [1, 2, 3]],
  ['lenient', [3, 4, Infinity]],
])

export interface ProfileClaims {
  /** The rank that a consequence asks for together with this many aggravating facts. */
  rankAt(consequence: number, facts: number): number
  readonly doubtThatCounts: number
  readonly doubtThatRaises: number
  readonly twoPeopleFrom: number
  /** A rank below this one does not stop a run: it is no more than a notice. */
  readonly leastConsent: number
}

/** Reads the profile. A preset that nobody knows is the recommended one. */
export function readProfile({ profile }: Workflow): ProfileClaims {
  const base = TABLES.has(profile.extends) ? profile.extends : 'recommended'
  const rows = (TABLES.get(base) ?? '').split(' ')
  const [counts = 0, raises = 0, two = 0] = LIMITS.get(base) ?? []
  const own = new Map<string, Rank>(Object.entries(profile.strength ?? {}))
  const { doubt, uplift, twoPerson, consent } = profile.thresholds ?? {}
  return {
    rankAt: (consequence, facts) => {
      const changed = own.get(`${consequence}/${facts}`)
      return changed === undefined ? Number(rows[consequence]?.[facts] ?? 4) : RANKS.indexOf(changed)
    },
    doubtThatCounts: doubt ?? counts,
    doubtThatRaises: limit(uplift, raises),
    twoPeopleFrom: limit(twoPerson, two),
    leastConsent: consent === undefined ? RANKS.indexOf('confirm') : RANKS.indexOf(consent),
  }
}

function limit(own: number | 'never' | undefined, preset: number): number {
  if (own === undefined) return preset
  return own === 'never' ? Infinity : own
}

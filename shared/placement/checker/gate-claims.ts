// What the handoffs of one place confer, for the checker: conditions are put to the interpreter for values around every
// limit that they name, where the analysis compares them without any values.
import { conditionValues } from './condition-values.ts'
import { conferredBy } from './conferred-by.ts'
import { evaluateFeel } from '../../support/feel.ts'
import type { Handoff } from '../../model/handoff.ts'
import type { Authority } from '../../model/scales.ts'
import type { Step } from '../../model/step.ts'

/** What the checker has to know about a place to say what is conferred there. */
export interface GatedPlace {
  /** The step behind it. */
  readonly behind: Step | undefined
  /** Conditions of which one holds whenever a run comes here; empty where runs come without any. */
  readonly arriving: readonly string[]
  /** The day on which permissions are judged. */
  readonly asOf: string | undefined
}

/** The consent that every run has which passed the handoffs of a place, whatever its values. */
export function consentAt(handoffs: readonly Handoff[], place: GatedPlace): Authority {
  let always: Authority = 0
  const sometimes: { readonly when: string; readonly consent: Authority }[] = []
  for (const handoff of handoffs) {
    const consent = consentOf(handoff, place)
    if (handoff.when !== undefined) sometimes.push({ when: handoff.when, consent })
    else if (consent > always) always = consent
  }
  if (sometimes.length === 0) return always
  const least = leastOf(sometimes, place.arriving)
  return least > always ? least : always
}

function leastOf(
  tiers: readonly { readonly when: string; readonly consent: Authority }[],
  arriving: readonly string[],
): Authority {
  const conditions = tiers.map(({ when }) => when)
  const { values, comparable, entries } = conditionValues(conditions, arriving)
  if (values.length === 0) return 0
  let least: Authority = 3
  for (const value of values) {
    if (entries.length > 0 && !entries.some((text) => isMet(text, value))) continue
    const met = tiers.filter(({ when }) => comparable.has(when) && isMet(when, value))
    const consent = met.reduce<Authority>((most, tier) => (tier.consent > most ? tier.consent : most), 0)
    if (consent < least) least = consent
    if (least === 0) break
  }
  return values.some((value) => entries.length === 0 || entries.some((text) => isMet(text, value)))
    ? least
    : 0
}

function isMet(condition: string, values: Parameters<typeof evaluateFeel>[1]): boolean {
  const answer = evaluateFeel(condition, values)
  return answer.ok && answer.value.value === true
}

/** Looking at a share of the runs, or having said yes to them in advance, is a check and no consent to the single run. */
function consentOf({ kind, strength, sample, standingGrant }: Handoff, place: GatedPlace): Authority {
  if (kind !== 'approval' && kind !== 'sign-off' && kind !== 'exception') return 0
  const full = conferredBy(strength)
  const check: Authority = full > 1 ? 1 : full
  if (sample && sample.rate === 0) return 0
  if (standingGrant && isOver(standingGrant.expires, place.asOf)) return 0
  if (sample && sample.rate !== 1) return check
  if (!standingGrant) return full
  const { behind } = place
  const doesSomething = behind?.kind === 'action' || behind?.kind === 'agent' || behind?.kind === 'subflow'
  const atStake = doesSomething ? behind.consequence?.magnitude : undefined
  const isBeyond = standingGrant.max !== undefined && atStake !== undefined && atStake > standingGrant.max
  return isBeyond ? full : check
}

/** From its day on, or when it is no day at all, something that was given until then is over. */
export function isOver(expires: string | undefined, asOf: string | undefined): boolean {
  const day = /^\d{4}-\d{2}-\d{2}/
  if (!expires || asOf === undefined || !day.test(asOf)) return false
  return !day.test(expires) || asOf.slice(0, expires.length) >= expires.slice(0, asOf.length)
}

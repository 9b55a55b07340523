// The person at a gate: is a prompt read at all, is what is wrong seen, is what is right refused (PLACEMENT.md 4.1).
import { REVIEWER_KEYS, REVIEWER_PARAMETERS } from '../model/reviewer.ts'
import type { Reviewer, ReviewerKey, ReviewerOverrides } from '../model/reviewer.ts'
import type { Strength } from '../model/scales.ts'

/** What one review is about. */
export interface Review {
  readonly strength: Strength
  /** Prompts that the same people had before in this run; a mean, so not always whole. */
  readonly earlier: number
  /** Share of the prompts here that repeat the same question in one run, 0 to 1. */
  readonly repeats: number
  /** Share of what comes here that is wrong, 0 to 1. */
  readonly prevalence: number
  /** Minutes that the same people reviewed before in this run. */
  readonly minutes: number
}

export interface ReviewOutcome {
  /** Probability that it is read, and not waved through. */
  readonly attended: number
  /** Probability that something wrong is stopped. */
  readonly catches: number
  /** Probability that something right is refused. */
  readonly refuses: number
}

/** Rarer than one in a million is beyond anything that was measured; the effect of rarity ends there. */
const RAREST = 1e-6
/** The decline of vigilance is measured for an hour. */
const LONGEST = 60
/** Repeats are counted in steps of five of a hundred. */
const REPEAT_STEP = 0.05

/** The numbers of a document: its own where it sets them, the usual ones elsewhere. */
export function reviewerOf(overrides: ReviewerOverrides | undefined): Reviewer {
  const entries = REVIEWER_KEYS.map((key) => [key, overrides?.[key] ?? REVIEWER_PARAMETERS[key].value])
  return Object.fromEntries(entries) as Record<ReviewerKey, number>
}

/** What comes of one review. Two people: the second leans on the first as `dependence` says. */
export function reviewOutcome(reviewer: Reviewer, review: Review): ReviewOutcome {
  const attended = attendance(reviewer, review)
  const seen = attended * hit(reviewer, review)
  const refused = attended * falseAlarm(reviewer, review.prevalence)
  if (review.strength !== 'two-person') return { attended, catches: seen, refuses: refused }
  return {
    attended,
    catches: twoPerson(seen, reviewer.dependence),
    refuses: twoPerson(refused, reviewer.dependence),
  }
}

/** Probability that the next prompt of a run is read: odds that fall with every prompt, and with repeats. */
export function attendance(
  { attention, perPrompt, perRepeat }: Reviewer,
  { earlier, repeats }: Pick<Review, 'earlier' | 'repeats'>,
): number {
  if (attention >= 1) return 1
  const odds = (attention / (1 - attention)) * perPrompt ** earlier * perRepeat ** (repeats / REPEAT_STEP)
  return odds / (1 + odds)
}

/** Probability that an error is seen by somebody who reads: Φ(z − s·ln((1 − p)/p) − v·t/30) less the trust in machines. */
export function hit(
  reviewer: Reviewer,
  { strength, prevalence, minutes }: Pick<Review, 'strength' | 'prevalence' | 'minutes'>,
): number {
  const tired = (reviewer.vigilance * Math.min(minutes, LONGEST)) / 30
  const seen = normal(reviewer.sharpness - reviewer.rarity * logOddsAgainst(prevalence) - tired)
  return withOdds(Math.max(0, seen - reviewer.trust), depth(reviewer, strength))
}

/** Catch of two people of whom each catches `one`: 1 − (1 − d)(1 − d(1 − β)). */
export function twoPerson(one: number, dependence: number): number {
  return 1 - (1 - one) * (1 - one * (1 - dependence))
}

/** Standard normal distribution, to 7.5e-8 (Abramowitz & Stegun 26.2.17). */
export function normal(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x))
  const series =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  const tail = 0.3989422804014327 * Math.exp((-x * x) / 2) * series
  return x >= 0 ? 1 - tail : tail
}

function falseAlarm(reviewer: Reviewer, prevalence: number): number {
  return normal(reviewer.doubt - reviewer.rarity * logOddsAgainst(prevalence))
}

function logOddsAgainst(prevalence: number): number {
  const p = Math.min(1 - RAREST, Math.max(RAREST, prevalence))
  return Math.log((1 - p) / p)
}

function depth({ glance, notice }: Reviewer, strength: Strength): number {
  return strength === 'notify' ? notice : strength === 'confirm' ? glance : 1
}

function withOdds(share: number, factor: number): number {
  return factor === 1 ? share : (share * factor) / (1 - share + share * factor)
}

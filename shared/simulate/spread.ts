// How far the figures of a review move when the assumptions do, each within its own range.
import type { Range } from '../model/attention.ts'
import { REVIEWER_KEYS, REVIEWER_PARAMETERS } from '../model/reviewer.ts'
import type { Reviewer, ReviewerKey, ReviewerOverrides } from '../model/reviewer.ts'
import type { Strength } from '../model/scales.ts'
import { reviewOutcome } from './reviewer.ts'
import type { Review, ReviewOutcome } from './reviewer.ts'
import type { ReviewFigures } from './risk.ts'

/** The reviewers at both ends of one assumption's range, and the strength of review that it matters for. */
interface Ends {
  readonly matters: Strength | 'any'
  readonly low: Reviewer
  readonly high: Reviewer
}

export interface Doubts {
  readonly usual: Reviewer
  readonly ends: readonly Ends[]
  /** Errors may be this much rarer or more frequent than assumed; 1 where the document says how frequent. */
  readonly frequency: number
}

/** What moves a single review; the rest of the parameters describe what comes to it, or weigh the harm. */
const MOVES: ReadonlyMap<ReviewerKey, Strength | 'any'> = new Map([
  ['attention', 'any'],
  ['perPrompt', 'any'],
  ['perRepeat', 'any'],
  ['rarity', 'any'],
  ['vigilance', 'any'],
  ['trust', 'any'],
  ['doubt', 'any'],
  ['glance', 'confirm'],
  ['notice', 'notify'],
  ['dependence', 'two-person'],
])

/** What is not known about the reviewers of a document; a number that it sets itself is taken as known. */
export function doubtsAbout(usual: Reviewer, own: ReviewerOverrides | undefined): Doubts {
  const ends = [...MOVES].flatMap(([key, matters]): Ends[] => {
    if (own?.[key] !== undefined) return []
    const { low, high } = REVIEWER_PARAMETERS[key]
    return [{ matters, low: { ...usual, [key]: low }, high: { ...usual, [key]: high } }]
  })
  const settled = REVIEWER_KEYS.some((key) => key.startsWith('wrong') && own?.[key] !== undefined)
  return { usual, ends, frequency: settled ? 1 : 2 }
}

/**
 * Ranges of what one review catches and refuses. The deviations of single assumptions are added as squares, as for
 * errors that know nothing of each other; what comes to the gate stays as it is.
 */
export function spreadOf(
  { usual, ends, frequency }: Doubts,
  figures: ReviewFigures,
): { readonly catches: Range; readonly refuses: Range } {
  const { strength } = figures.point
  const { earlier, repeats, prevalence, minutesBefore: minutes } = figures
  const review: Review = { strength, earlier, repeats, prevalence, minutes }
  const outcomes: (readonly [ReviewOutcome, ReviewOutcome])[] = []
  for (const { matters, low, high } of ends) {
    if (matters !== 'any' && matters !== strength) continue
    outcomes.push([reviewOutcome(low, review), reviewOutcome(high, review)])
  }
  if (frequency !== 1) {
    const often = (factor: number): ReviewOutcome =>
      reviewOutcome(usual, { ...review, prevalence: Math.min(1, prevalence * factor) })
    outcomes.push([often(1 / frequency), often(frequency)])
  }
  return {
    catches: spread(
      figures.catches,
      outcomes.map(([a, b]) => [a.catches, b.catches]),
    ),
    refuses: spread(
      figures.refuses,
      outcomes.map(([a, b]) => [a.refuses, b.refuses]),
    ),
  }
}

/** `value` with the deviations of independent causes to both sides, within 0 and `most`. */
export function spread(value: number, moved: readonly (readonly [number, number])[], most = 1): Range {
  let down = 0
  let up = 0
  for (const [a, b] of moved) {
    down += (value - Math.min(a, b, value)) ** 2
    up += (Math.max(a, b, value) - value) ** 2
  }
  return { low: Math.max(0, value - Math.sqrt(down)), value, high: Math.min(most, value + Math.sqrt(up)) }
}

// What the word on an arrow says about the way it shows.
import type { TransitionKind } from '../../model/scales.ts'

const WORDS: readonly (readonly [TransitionKind, RegExp])[] = [
  ['retry', /\b(?:retry|retries|try again)\b/i],
  ['low-confidence', /\b(?:low confidence|not confident|unsure|uncertain)\b/i],
  ['ambiguity', /\b(?:ambiguous|unclear|missing info\w{0,9})\b/i],
  ['error', /\b(?:on error|errors?|exception thrown|fails?|failed|failure)\b/i],
  ['exception', /\b(?:exception|out of policy|escalat\w{1,4})\b/i],
  [
    'reject',
    /\b(?:reject(?:ed|s)?|declin(?:e|ed|es)|den(?:y|ied|ies)|disapprove[sd]?|not approved|refuse[sd]?|needs? (?:work|changes|fixes))\b/i,
  ],
  ['timeout', /\b(?:time ?out|timed out|no answer|expired)\b/i],
]

/** The kind that a label names; normal where it names none. */
export function kindOfWay(label: string): TransitionKind {
  return WORDS.find(([, words]) => words.test(label))?.[0] ?? 'normal'
}

/** A plain "no". */
export function saysNo(label: string): boolean {
  return /^no\b|^false$|^✗|^❌/i.test(label.trim())
}

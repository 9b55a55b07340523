// What is assumed about the people who review: every number with its range, and what is known about it. All of them
// can be changed in the document (`profile.reviewer`), because no team is the average of the studies.
import { z } from 'zod'
import type { DeepReadonly } from '../support/readonly.ts'

export const REVIEWER_GROUPS = ['attention', 'errors', 'harm', 'limits'] as const
export type ReviewerGroup = (typeof REVIEWER_GROUPS)[number]

export interface ReviewerParameter {
  readonly group: ReviewerGroup
  /** What it is, as a phrase. */
  readonly says: string
  readonly value: number
  /** Range that the evidence leaves open. Where both ends are the value, nobody has measured a spread. */
  readonly low: number
  readonly high: number
  /** What may be typed in. */
  readonly least: number
  readonly most: number
  /** Where the number comes from; says so where it is only assumed. */
  readonly evidence: string
  /** The value at which the effect is not there at all; present where the evidence is disputed enough to leave it out. */
  readonly off?: number
}

/** Sources and limits: PLACEMENT.md 4.1. What nobody has measured is marked as assumed. */
export const REVIEWER_PARAMETERS = {
  attention: {
    group: 'attention',
    says: 'Odds that the first prompt of a run is really read',
    value: 0.9,
    low: 0.2,
    high: 0.98,
    least: 0,
    most: 1,
    evidence:
      'Depends on the place: 17 % read permission requests on phones, 67 to 90 % heeded well-made browser warnings, 4 to 51 % followed drug alerts. Measure it for your own people if you can.',
  },
  perPrompt: {
    group: 'attention',
    says: 'What each earlier prompt of the same run does to those odds',
    value: 0.8,
    low: 0.6,
    high: 0.95,
    least: 0.01,
    most: 1,
    evidence:
      '112 clinicians took up 30 % fewer reminders for each further reminder at the same visit (Ancker 2017). It counts prompts of one run, not the load of a day, which made no difference.',
    off: 1,
  },
  perRepeat: {
    group: 'attention',
    says: 'What each 5 % more repeats of the same prompt does to those odds',
    value: 0.9,
    low: 0.85,
    high: 1,
    least: 0.01,
    most: 1,
    evidence: 'Same study: 10 % less for every 5 % more of repeats. The range is assumed.',
    off: 1,
  },
  sharpness: {
    group: 'attention',
    says: 'How well an error is seen when every second case is wrong (normal deviate)',
    value: 1.47,
    low: 1.47,
    high: 1.47,
    least: -3,
    most: 6,
    evidence: 'Fitted to visual search, where 7 % were missed at every second case (Wolfe 2005).',
  },
  rarity: {
    group: 'attention',
    says: 'How much rarer errors are missed more often',
    value: 0.21,
    low: 0.19,
    high: 0.25,
    least: 0,
    most: 1,
    evidence:
      'Fitted to misses of 7, 16 and 30 % at 50, 10 and 1 % of errors; three studies of baggage and of search agree. A study of e-mail found no such effect, so that it can be left out.',
    off: 0,
  },
  vigilance: {
    group: 'attention',
    says: 'What half an hour of reviewing at a stretch takes away (normal deviate)',
    value: 0.3,
    low: 0,
    high: 0.5,
    least: 0,
    most: 3,
    evidence:
      'A decline within half an hour is found again and again (42 studies, See 1995); how large it is differs.',
    off: 0,
  },
  trust: {
    group: 'attention',
    says: 'Share of errors missed because a machine proposed them',
    value: 0.15,
    low: 0.1,
    high: 0.35,
    least: 0,
    most: 1,
    evidence: 'Wrong support made 120 people miss 25 to 33 % more (Lyell 2017); readers of scans as much.',
    off: 0,
  },
  doubt: {
    group: 'attention',
    says: 'How easily a right case is refused when every second case is wrong (normal deviate)',
    value: -1.5,
    low: -2,
    high: -1,
    least: -6,
    most: 3,
    evidence: 'Assumed: nobody has measured it for reviews of this kind.',
  },
  glance: {
    group: 'attention',
    says: 'Odds of seeing an error in a quick confirmation, against a full review',
    value: 0.5,
    low: 0.25,
    high: 1,
    least: 0.01,
    most: 1,
    evidence: 'Assumed: half a minute sees less than four. Set it to 1 if your confirmations are as good.',
    off: 1,
  },
  notice: {
    group: 'attention',
    says: 'Odds of seeing an error in a message that stops nothing, against a prompt that does',
    value: 0.28,
    low: 0.1,
    high: 0.5,
    least: 0,
    most: 1,
    evidence:
      'Alerts that can be passed over let 3.6 times as many errors through as those that cannot. The range is assumed.',
  },
  dependence: {
    group: 'attention',
    says: 'How much the second of two people leans on the first',
    value: 0.5,
    low: 0.1,
    high: 1,
    least: 0,
    most: 1,
    evidence:
      'Near 0.1 when neither sees the other’s answer, near 1 when the second is told what the first said (Cymek 2018 and 2022, Westbrook 2021).',
  },
  checkCatch: {
    group: 'errors',
    says: 'Share of errors of its own kind that an automatic check stops',
    value: 0.83,
    low: 0.19,
    high: 0.95,
    least: 0,
    most: 1,
    evidence: 'One maker’s figure from 52 cases; another test had 19 %.',
  },
  wrongInput: {
    group: 'errors',
    says: 'Share of runs that begin with something wrong',
    value: 0.01,
    low: 0.001,
    high: 0.05,
    least: 0,
    most: 1,
    evidence: 'Assumed.',
  },
  wrongLow: {
    group: 'errors',
    says: 'Share of results that are wrong at a step of low uncertainty',
    value: 0.01,
    low: 0.005,
    high: 0.02,
    least: 0,
    most: 1,
    evidence: 'Assumed; the range is half to double.',
  },
  wrongModerate: {
    group: 'errors',
    says: 'The same at moderate uncertainty',
    value: 0.05,
    low: 0.025,
    high: 0.1,
    least: 0,
    most: 1,
    evidence: 'Assumed; the range is half to double.',
  },
  wrongHigh: {
    group: 'errors',
    says: 'The same at high uncertainty',
    value: 0.15,
    low: 0.075,
    high: 0.3,
    least: 0,
    most: 1,
    evidence: 'Assumed; the range is half to double.',
  },
  wrongExtreme: {
    group: 'errors',
    says: 'The same at extreme uncertainty',
    value: 0.3,
    low: 0.15,
    high: 0.6,
    least: 0,
    most: 1,
    evidence: 'Assumed; the range is half to double.',
  },
  lossLow: {
    group: 'harm',
    says: 'Harm of one wrong action of low consequence (points)',
    value: 10,
    low: 10,
    high: 10,
    least: 0,
    most: 1e12,
    evidence: 'A scale, not a measurement: each level weighs ten times the one before.',
  },
  lossModerate: {
    group: 'harm',
    says: 'The same at moderate consequence',
    value: 100,
    low: 100,
    high: 100,
    least: 0,
    most: 1e12,
    evidence: 'Put in money, or whatever you count in, if you know it.',
  },
  lossHigh: {
    group: 'harm',
    says: 'The same at high consequence',
    value: 1000,
    low: 1000,
    high: 1000,
    least: 0,
    most: 1e12,
    evidence: 'Put in money, or whatever you count in, if you know it.',
  },
  lossCritical: {
    group: 'harm',
    says: 'The same at critical consequence',
    value: 10_000,
    low: 10_000,
    high: 10_000,
    least: 0,
    most: 1e12,
    evidence: 'Put in money, or whatever you count in, if you know it.',
  },
  readingSpread: {
    group: 'limits',
    says: 'How many times longer or shorter a review may take than the minutes that are set',
    value: 2,
    low: 2,
    high: 2,
    least: 1,
    most: 100,
    evidence: 'Assumed: half to double. The minutes themselves are set at the parties.',
  },
  promptBudget: {
    group: 'limits',
    says: 'Prompts in one run from which on it is too many',
    value: 3,
    low: 3,
    high: 3,
    least: 0,
    most: 1000,
    evidence:
      'A limit that you set, not a finding: with the third, a fifth to a half of the attention is gone.',
  },
} as const satisfies Readonly<Record<string, ReviewerParameter>>

export type ReviewerKey = keyof typeof REVIEWER_PARAMETERS
export const REVIEWER_KEYS = Object.keys(REVIEWER_PARAMETERS) as readonly ReviewerKey[]

/** Every parameter by name. */
export type Reviewer = Readonly<Record<ReviewerKey, number>>

const parameter = ({ least, most }: ReviewerParameter) =>
  z.number().min(least, `at least ${least}`).max(most, `at most ${most}`).optional()

/** `profile.reviewer`: the numbers that a team has set for itself; what is absent is as above. */
export const ReviewerSchema = z.looseObject(
  Object.fromEntries(REVIEWER_KEYS.map((key) => [key, parameter(REVIEWER_PARAMETERS[key])])) as Record<
    ReviewerKey,
    ReturnType<typeof parameter>
  >,
)
export type ReviewerOverrides = DeepReadonly<z.output<typeof ReviewerSchema>>

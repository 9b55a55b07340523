// The closed lists of the format. Every list is `as const`, so that a forgotten member does not compile.
import { z } from 'zod'

// zod's compiled validators probe `new Function`, which a strict content security policy reports as a violation.
z.config({ jitless: true })

export const STEP_KINDS = [
  'start',
  'end',
  'step',
  'model',
  'action',
  'agent',
  'check',
  'decision',
  'split',
  'join',
  'human',
  'subflow',
  'wait',
] as const
export type StepKind = (typeof STEP_KINDS)[number]

export const TRANSITION_KINDS = [
  'normal',
  'exception',
  'low-confidence',
  'ambiguity',
  'error',
  'retry',
  'timeout',
  'reject',
  'compensate',
] as const
export type TransitionKind = (typeof TRANSITION_KINDS)[number]

export const HANDOFF_KINDS = [
  'brief',
  'approval',
  'exception',
  'clarify',
  'recovery',
  'sign-off',
  'notify',
] as const
export type HandoffKind = (typeof HANDOFF_KINDS)[number]

export const STRENGTHS = ['notify', 'confirm', 'approve', 'two-person'] as const
export type Strength = (typeof STRENGTHS)[number]

export const UNCERTAINTY_LABELS = [
  'intent',
  'missing-info',
  'conflict',
  'content',
  'extraction',
  'score',
  'untrusted',
  'degraded',
  'policy',
] as const
export type UncertaintyLabel = (typeof UNCERTAINTY_LABELS)[number]

export const DECISIONS = [
  'approve',
  'edit',
  'reject',
  'respond',
  'retry',
  'skip',
  'abort',
  'reassign',
] as const
export type Decision = (typeof DECISIONS)[number]

/** What may happen when nobody answers. There is no way to write "approve" here, on purpose. */
export const TIMEOUT_OUTCOMES = ['escalate', 'reject', 'abort', 'keep-waiting'] as const
export type TimeoutOutcome = (typeof TIMEOUT_OUTCOMES)[number]

/**
 * What a join of parallel branches carries. `path`: the weakest of what its branches bring. `causal`: every branch was
 * run, so that a person in one of them has answered for all that came before the branches parted.
 */
export const JOIN_MODES = ['path', 'causal'] as const

export const OUTCOMES = ['ok', 'stopped', 'failed'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** What does a step: fixed code, a small model, a strong one, or a person. The cheapest first. */
export const ROUTING_TIERS = ['automation', 'cheap-model', 'premium-model', 'human'] as const
export type RoutingTier = (typeof ROUTING_TIERS)[number]

export const PARTY_KINDS = ['person', 'role', 'team', 'model', 'service'] as const
export type PartyKind = (typeof PARTY_KINDS)[number]

export const CONSEQUENCE_WORDS = ['none', 'low', 'moderate', 'high', 'critical'] as const
export const UNCERTAINTY_WORDS = ['none', 'low', 'moderate', 'high', 'extreme'] as const
export const REVERSIBILITY_WORDS = ['reversible', 'with effort', 'only compensable', 'irreversible'] as const

/** 0 none … 4 critical or extreme. A level that nobody set is absent, which is not 0. */
export type Level = 0 | 1 | 2 | 3 | 4
/** 0 reversible, 1 with effort, 2 only compensable, 3 irreversible. */
export type Reversibility = 0 | 1 | 2 | 3
/** Authority on the scale of the analysis: 0 none, 1 confirm, 2 approve, 3 two-person. `notify` confers none. */
export type Authority = 0 | 1 | 2 | 3

/** Kinds of transition that leave the routine path. */
export const ABNORMAL_KINDS: ReadonlySet<TransitionKind> = new Set(
  TRANSITION_KINDS.filter((kind) => kind !== 'normal'),
)

export const LevelSchema = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)], {
  error: 'expected a level: 0, 1, 2, 3 or 4',
})
export const ReversibilitySchema = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)], {
  error: 'expected a reversibility: 0, 1, 2 or 3',
})

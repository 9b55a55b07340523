// Everything the analysis says about one revision: plain serialisable data, the same in the app, on the command
// line and in CI. Never stored in the document.
import type { Reviewing } from './attention.ts'
import type { Finding } from './finding.ts'
import type { Certificate, Counterexample, Placement } from './placement.ts'
import type { Authority, Level, RoutingTier, Strength, UncertaintyLabel } from './scales.ts'

/** What is known about one step. */
export interface StepFigures {
  readonly reachable: boolean
  /** Expected visits a run. */
  readonly visits: number
  /** Required strength σ; absent where none is required. */
  readonly required?: Strength
  /** What would be required, had nobody accepted the risk. */
  readonly waived?: Strength
  /** Carried authority γ as the document stands: on arrival, after the gate before the step, on leaving. */
  readonly authority: { readonly in: Authority; readonly mid: Authority; readonly out: Authority }
  readonly liveSource: boolean
  /** Pending uncertainty on arrival, per label; the empty label is uncertainty that nobody labelled. */
  readonly pending: Readonly<Partial<Record<UncertaintyLabel | 'unlabelled', Level>>>
  readonly routing: Routing
}

/** Who should do a step, and why. */
export interface Routing {
  readonly tier: RoutingTier
  readonly because: string
}

/** What is known about one transition. */
export interface TransitionFigures {
  /** Odds used by the analysis; assumed where the document has none. */
  readonly probability: number
  readonly assumed: boolean
  /** Expected traversals a run. */
  readonly visits: number
}

/** Human time a run, as the document stands. */
export interface AttentionFigures {
  readonly minutesPerRun: number
  readonly promptsPerRun: number
  /** Minutes of approvals and sign-offs alone, which is what the baselines of the placement count: now, … */
  readonly approvalMinutesPerRun: number
  /** … and once every suggested handoff is placed. */
  readonly approvalMinutesWhenPlaced: number
}

/**
 * What is there first after an edit: where people belong, and what the rules say that do not speak of people's attention.
 * Every member is that of the whole analysis, but for the findings, of which `findings` has all but those of attention.
 */
export type FirstAnswer = Pick<
  Analysis,
  'covered' | 'counterexamples' | 'findings' | 'placement' | 'attention' | 'steps' | 'transitions'
>

export interface Analysis {
  /** Hash of the workflow's meaning. */
  readonly revision: string
  readonly covered: boolean
  readonly counterexamples: readonly Counterexample[]
  readonly findings: readonly Finding[]
  readonly placement: Placement
  readonly certificate: Certificate
  readonly attention: AttentionFigures
  /** What people are likely to catch, and what it costs them, with the range that the assumptions leave. */
  readonly reviewing: Reviewing
  readonly steps: Readonly<Record<string, StepFigures>>
  readonly transitions: Readonly<Record<string, TransitionFigures>>
}

/** True where some action that is reached needs a person to release it. */
export function demandsSomebody({ steps }: Pick<Analysis, 'steps'>): boolean {
  return Object.values(steps).some(
    ({ reachable, required }) => reachable && required !== undefined && required !== 'notify',
  )
}

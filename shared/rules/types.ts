// What a rule is: one page that says what is wrong, shows it, and checks for it.
import type { Command } from '../commands/index.ts'
import type { Graph } from '../graph/graph.ts'
import type { Pivot } from '../graph/pivots.ts'
import type { Pending } from '../graph/uncertainty.ts'
import type { Routing } from '../model/analysis.ts'
import type { Reviewing } from '../model/attention.ts'
import type { Fact, FindingKind, FindingPlace, Suggestion } from '../model/finding.ts'
import type { Waiver } from '../model/placing.ts'
import type { Counterexample, Placement } from '../model/placement.ts'
import type { Demand } from '../model/strength.ts'
import type { Workflow } from '../model/workflow.ts'

/**
 * What every rule may look at: the revision and its figures; for rules of the second phase the placement, and for those
 * of the third what it asks of people.
 */
export interface DesignContext {
  readonly graph: Graph
  /** Required strength per step, by number. */
  readonly required: readonly Demand[]
  readonly pending: Pending
  readonly live: readonly boolean[]
  /** Ways from which there is no way back, and that call for an approval. */
  readonly pivots: readonly Pivot[]
  /** Carried authority as the document stands. */
  readonly carried: {
    readonly in: ArrayLike<number>
    readonly mid: ArrayLike<number>
    readonly out: ArrayLike<number>
  }
  /** What passing each step and each edge confers, as the document stands; by number. */
  readonly grants: { readonly before: readonly number[]; readonly on: readonly number[] }
  readonly counterexamples: readonly Counterexample[]
  /** Risks that were accepted until a day that has come. They count for nothing. */
  readonly expiredWaivers: readonly Waiver[]
}

export interface PlacementContext extends DesignContext {
  readonly placement: Placement
  /** Who should do a step, by number, and why. One pass over what follows it. */
  readonly routing: (step: number) => Routing
}

export interface AttentionContext extends PlacementContext {
  /** What people are likely to catch and what it costs them. */
  readonly reviewing: Reviewing
  /** Expected harm and prompts a run without the handoffs and human steps of these ids. One pass over the workflow. */
  readonly without: (ids: ReadonlySet<string>) => { readonly harm: number; readonly prompts: number }
}

/** How bad it is; which severity that means is said in one place, `severities.ts`. */
export type Grade = 'grave' | 'plain'

/** A way to mend a finding; the command must be one that the document accepts as it stands. */
export interface Fix {
  readonly title: string
  readonly command: Command
}

/** A finding before its id and severity are worked out. */
export interface Found {
  readonly at: FindingPlace
  readonly kind: FindingKind
  readonly grade: Grade
  /** Why it has this grade, as the end of a sentence that starts with the severity. */
  readonly because: string
  readonly message: string
  readonly facts: readonly Fact[]
  readonly goesAwayIf: string
  readonly suggestion?: Suggestion
  /** The best first. */
  readonly fixes?: readonly Fix[]
  readonly path?: readonly string[]
}

/** A small workflow for the rule's page and test: `expect` lists the ids that this rule reports in it. */
export interface Example {
  readonly says: string
  readonly workflow: Workflow
  readonly expect: readonly string[]
}

interface RuleBase {
  readonly id: string
  /** A statement of the problem, not of the check. */
  readonly title: string
  /** Two or three sentences for the rule's page: what goes wrong, and what to do. */
  readonly explanation: string
  readonly examples: { readonly bad: Example; readonly good: Example }
}

/** Runs before the placement; its suggestions are fixed points of it. */
export interface DesignRule extends RuleBase {
  readonly phase: 'design'
  readonly check: (context: DesignContext) => readonly Found[]
}

/** Runs after the placement and may speak of it. */
export interface PlacementRule extends RuleBase {
  readonly phase: 'placement'
  readonly check: (context: PlacementContext) => readonly Found[]
}

/**
 * Runs last, and may speak of what people are likely to catch. Working that out takes as long as everything before it,
 * so that findings of other rules are shown first.
 */
export interface AttentionRule extends RuleBase {
  readonly phase: 'attention'
  readonly check: (context: AttentionContext) => readonly Found[]
}

export type Rule = DesignRule | PlacementRule | AttentionRule

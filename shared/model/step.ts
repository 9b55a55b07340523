// One step of a workflow and its tags: how consequential it is, and how much uncertainty it adds.
import { z } from 'zod'
import { DurationSchema, IdSchema, TextSchema } from './primitives.ts'
import {
  LevelSchema,
  OUTCOMES,
  ReversibilitySchema,
  ROUTING_TIERS,
  STEP_KINDS,
  STRENGTHS,
  UNCERTAINTY_LABELS,
} from './scales.ts'
import type { DeepReadonly } from '../support/readonly.ts'

export const ConsequenceSchema = z.looseObject({
  /** Harm if this step is wrong. Absent = nobody has said, which is never read as "none". */
  level: LevelSchema.optional(),
  reversibility: ReversibilitySchema.optional(),
  external: z.boolean().optional(),
  security: z.boolean().optional(),
  domains: z.array(TextSchema).optional(),
  /** Items, recipients or iterations that one execution touches; ten of them raise the level by one. */
  volume: z.number().min(0, 'a volume is at least 0').max(1e12).optional(),
  /** What one item puts at stake, in the units of the caps (money, records, recipients). */
  magnitude: z.number().min(0, 'a magnitude is at least 0').max(1e15).optional(),
  basis: TextSchema.optional(),
})

export const UncertaintySchema = z.looseObject({
  level: LevelSchema.optional(),
  label: z.enum(UNCERTAINTY_LABELS).optional(),
  basis: TextSchema.optional(),
})

export const StepSchema = z.looseObject({
  id: IdSchema,
  kind: z.enum(STEP_KINDS),
  name: TextSchema,
  description: TextSchema.optional(),
  /** What an action does, as one verb: pay, send, deploy … */
  verb: TextSchema.optional(),
  consequence: ConsequenceSchema.optional(),
  uncertainty: UncertaintySchema.optional(),
  /** What a run that passes here touches (customers, money, policy, code …); on a start: what the run is about. */
  domains: z.array(TextSchema).optional(),
  /** Labels of uncertainty that this check or person settles. */
  clears: z.array(z.enum(UNCERTAINTY_LABELS)).optional(),
  /** The authority that passing this check or person confers. */
  grant: z.enum(STRENGTHS).optional(),
  party: IdSchema.optional(),
  /** What does the step now, where somebody has said; the analysis says what should. */
  tier: z.enum(ROUTING_TIERS).optional(),
  idempotent: z.boolean().optional(),
  compensatedBy: IdSchema.nullable().optional(),
  retry: z
    .looseObject({
      max: z.number().int().min(0).max(1_000_000).optional(),
      backoff: DurationSchema.optional(),
    })
    .optional(),
  timeout: DurationSchema.optional(),
  /** Of a wait: how long a run stays here at the least. */
  duration: DurationSchema.optional(),
  /** True where the world may be another one afterwards, so that what was approved before is stale: prices, stock. */
  changesState: z.boolean().optional(),
  /** Names of the artefacts that this step works from; an approval before it is about these. */
  uses: z.array(TextSchema).optional(),
  /** Names of the artefacts that this step makes or changes. */
  produces: z.array(TextSchema).optional(),
  /** Of a sub-flow: the sub-flow whose steps are run here again. */
  calls: IdSchema.optional(),
  /** Of an end: how the run ended. */
  outcome: z.enum(OUTCOMES).optional(),
  /** The agent whose tool this step is, or the sub-flow that holds it. */
  parent: IdSchema.optional(),
})

export type Step = DeepReadonly<z.output<typeof StepSchema>>
export type Consequence = DeepReadonly<z.output<typeof ConsequenceSchema>>
export type Uncertainty = DeepReadonly<z.output<typeof UncertaintySchema>>

/** Kinds that act on the world; nothing else can demand a handoff. */
const ACTING: ReadonlySet<Step['kind']> = new Set(['action', 'agent', 'subflow'])

/** True for the kinds of step that act on the world. */
export function acts(step: Pick<Step, 'kind'>): boolean {
  return ACTING.has(step.kind)
}

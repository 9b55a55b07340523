// One way from a step to the next, with its odds and its condition.
import { z } from 'zod'
import { IdSchema, ProbabilitySchema, TextSchema } from './primitives.ts'
import { TRANSITION_KINDS } from './scales.ts'
import type { DeepReadonly } from '../support/readonly.ts'

export const TransitionSchema = z.looseObject({
  id: IdSchema,
  from: IdSchema,
  to: IdSchema,
  kind: z.enum(TRANSITION_KINDS).default('normal'),
  /** Odds of leaving `from` this way. Absent = not known; 0 = never walked by any analysis. */
  probability: ProbabilitySchema.optional(),
  /** FEEL. */
  condition: TextSchema.optional(),
  label: TextSchema.optional(),
})

export type Transition = DeepReadonly<z.output<typeof TransitionSchema>>

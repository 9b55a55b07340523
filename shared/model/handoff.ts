// A handoff: the place where a person decides, and everything a runtime needs to ask them.
import { z } from 'zod'
import { DurationSchema, IdSchema, JsonSchemaSchema, TextSchema } from './primitives.ts'
import { DECISIONS, HANDOFF_KINDS, STRENGTHS, TIMEOUT_OUTCOMES } from './scales.ts'
import type { DeepReadonly } from '../support/readonly.ts'

/** Before a step, on a transition, or at a start. Exactly one of the three. */
export const PlaceSchema = z.union(
  [
    z.strictObject({ before: IdSchema }),
    z.strictObject({ on: IdSchema }),
    z.strictObject({ start: IdSchema }),
  ],
  { error: 'expected a place: { "before": step }, { "on": transition } or { "start": step }' },
)

const OutcomeSchema = z.enum(TIMEOUT_OUTCOMES, {
  error: (issue) =>
    issue.input === 'approve'
      ? 'nobody answering may never approve: use escalate, reject, abort or keep-waiting'
      : 'expected escalate, reject, abort or keep-waiting',
})

export const HandoffSchema = z.looseObject({
  id: IdSchema,
  kind: z.enum(HANDOFF_KINDS),
  strength: z.enum(STRENGTHS),
  at: PlaceSchema,
  /**
   * FEEL: only where this holds is anybody asked. Several handoffs at one place with conditions are tiers. A condition
   * that cannot be answered, because a value is missing, counts as met.
   */
  when: TextSchema.optional(),
  title: TextSchema.optional(),
  question: TextSchema.optional(),
  assignee: z.looseObject({ role: IdSchema.optional(), users: z.array(TextSchema).optional() }).optional(),
  quorum: z
    .looseObject({
      approvals: z.number().int().min(1).max(1000),
      distinct: z.boolean().optional(),
      excludeProposer: z.boolean().optional(),
    })
    .optional(),
  decisions: z.array(z.enum(DECISIONS)).optional(),
  editSchema: JsonSchemaSchema.optional(),
  responseSchema: JsonSchemaSchema.optional(),
  evidence: z
    .array(z.looseObject({ id: IdSchema, from: TextSchema.optional(), label: TextSchema.optional() }))
    .optional(),
  timeout: z.looseObject({ after: DurationSchema, then: OutcomeSchema }).optional(),
  escalation: z
    .array(z.looseObject({ role: IdSchema, after: DurationSchema, then: OutcomeSchema }))
    .optional(),
  /** Placed on purpose: never proposed for removal, whatever else covers. */
  pinned: z.boolean().optional(),
  /** Where a "no" goes. `to: null` stops the run safely. */
  onReject: z
    .looseObject({
      to: IdSchema.nullable(),
      maxReproposals: z.number().int().min(0).max(1000).optional(),
    })
    .optional(),
  binding: TextSchema.optional(),
  expires: DurationSchema.optional(),
  batch: z
    .looseObject({ max: z.number().int().min(1).optional() })
    .nullable()
    .optional(),
  sample: z
    .looseObject({ rate: z.number().min(0).max(1).optional() })
    .nullable()
    .optional(),
  standingGrant: z
    .looseObject({ scope: TextSchema.optional(), max: z.number().optional(), expires: TextSchema.optional() })
    .nullable()
    .optional(),
})

export type Place = DeepReadonly<z.output<typeof PlaceSchema>>
export type Handoff = DeepReadonly<z.output<typeof HandoffSchema>>

/** One text per place: equal places have equal keys. */
export function placeKey(at: Place): string {
  return 'before' in at ? `before ${at.before}` : 'on' in at ? `on ${at.on}` : `start ${at.start}`
}

// Who does or decides something: a person, a role, a team, a model or a service.
import { z } from 'zod'
import { IdSchema, TextSchema } from './primitives.ts'
import { PARTY_KINDS } from './scales.ts'
import type { DeepReadonly } from '../support/readonly.ts'

const MinutesSchema = z.number().min(0, 'minutes are at least 0').max(100_000)

export const PartySchema = z.looseObject({
  id: IdSchema,
  name: TextSchema,
  kind: z.enum(PARTY_KINDS),
  staff: z.number().int().min(0).max(1_000_000).optional(),
  /** Who is in it: ids of parties, or names of people. Without members it is `staff` people whom nobody names. */
  members: z.array(TextSchema.min(1)).optional(),
  /** Minutes that one review of each strength takes this party; what is absent falls back to the defaults. */
  minutes: z
    .looseObject({
      notify: MinutesSchema.optional(),
      confirm: MinutesSchema.optional(),
      approve: MinutesSchema.optional(),
      'two-person': MinutesSchema.optional(),
    })
    .optional(),
  calendar: TextSchema.optional(),
})

export type Party = DeepReadonly<z.output<typeof PartySchema>>

// What a person decided about a finding, and the facts it rested on when they did.
import { z } from 'zod'
import { TextSchema } from './primitives.ts'
import type { DeepReadonly } from '../support/readonly.ts'

export const DispositionSchema = z.looseObject({
  /** `RULE@place` */
  finding: TextSchema.min(1),
  status: z.enum(['accepted', 'dismissed', 'covered-by', 'snoozed']),
  reason: TextSchema.default(''),
  by: TextSchema.default(''),
  /** RFC 3339, UTC. */
  at: TextSchema.default(''),
  /** Fingerprint of the facts; when the facts change, the finding comes back. */
  facts: TextSchema.default(''),
  until: TextSchema.optional(),
})

export type Disposition = DeepReadonly<z.output<typeof DispositionSchema>>

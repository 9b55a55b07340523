// What people ruled about where handoffs go: places that never get one, and risks that somebody accepts instead.
import { z } from 'zod'
import { PlaceSchema } from './handoff.ts'
import { IdSchema, TextSchema } from './primitives.ts'
import type { DeepReadonly } from '../support/readonly.ts'

/** A calendar day, UTC: `2027-01-31`. */
const DaySchema = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'expected a day such as 2027-01-31')

/** Somebody answers for one action that runs without the handoff that it needs, for a reason and until a day. */
export const WaiverSchema = z.looseObject({
  step: IdSchema,
  reason: TextSchema.refine(isSaid, 'a reason is needed'),
  /** Who answers for it. */
  owner: TextSchema.refine(isSaid, 'somebody has to answer for the risk'),
  /** From this day on the risk is no longer accepted. */
  expires: DaySchema,
})

export const PlacingSchema = z.looseObject({
  /** Places where no handoff is ever suggested. */
  forbidden: z.array(PlaceSchema).default([]),
  waivers: z.array(WaiverSchema).default([]),
})

export type Waiver = DeepReadonly<z.output<typeof WaiverSchema>>
export type Placing = DeepReadonly<z.output<typeof PlacingSchema>>

/** False from the day on which a waiver expires. `asOf` is RFC 3339 or a day, UTC; without it nothing has expired. */
export function isInForce({ expires }: Pick<Waiver, 'expires'>, asOf: string | undefined): boolean {
  return asOf === undefined || asOf.slice(0, expires.length) < expires
}

function isSaid(text: string): boolean {
  return text.trim() !== ''
}

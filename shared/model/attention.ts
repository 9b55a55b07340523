// What a placement asks of people and what they are likely to catch. Never a bare number: every figure is a range over
// what is assumed about reviewers (`REVIEWER_PARAMETERS`), with the most likely value inside.
import { z } from 'zod'
import { PlaceSchema } from './handoff.ts'
import { HANDOFF_KINDS, STRENGTHS } from './scales.ts'

export const RangeSchema = z.strictObject({ low: z.number(), value: z.number(), high: z.number() })
export type Range = Readonly<z.output<typeof RangeSchema>>

/** One gate: a handoff, a suggested one, or a human step. */
export const ReviewSchema = z.strictObject({
  /** Id of the handoff or human step; the key of its place for a suggestion. */
  key: z.string(),
  at: PlaceSchema,
  kind: z.enum([...HANDOFF_KINDS, 'human']),
  strength: z.enum(STRENGTHS),
  /** Absent: nobody is named. */
  party: z.string().optional(),
  /** Reviews a run. */
  prompts: z.number(),
  /** Prompts that the same people had before it in the run, on average. */
  earlier: z.number(),
  /** Share of what comes here that is wrong. */
  wrong: z.number(),
  /** Share of it that is stopped. */
  catches: RangeSchema,
  /** Right cases that are refused, a run. */
  refused: RangeSchema,
})
export type Review = Readonly<z.output<typeof ReviewSchema>>

export const PartyAttentionSchema = z.strictObject({
  /** Absent: nobody is named. */
  party: z.string().optional(),
  prompts: RangeSchema,
  minutes: RangeSchema,
})
export type PartyAttention = Readonly<z.output<typeof PartyAttentionSchema>>

/** What one placement asks of people a run. */
export const PlacementAttentionSchema = z.strictObject({
  /** Low: a run that somebody stops asks no more. High: what is refused comes back once. */
  prompts: RangeSchema,
  minutes: RangeSchema,
  /** Share of the harm that would happen if nobody were asked, and that is stopped. */
  catches: RangeSchema,
  /** Right cases that are refused, a run. */
  refused: RangeSchema,
  /** Expected harm a run that is left, in points. */
  harm: RangeSchema,
  parties: z.array(PartyAttentionSchema),
  reviews: z.array(ReviewSchema),
})
export type PlacementAttention = Readonly<z.output<typeof PlacementAttentionSchema>>

/** How busy a party is, where the document says how often it runs. */
export const PartyLoadSchema = z.strictObject({
  party: z.string(),
  staff: z.number(),
  /** Hours a week in which somebody is on duty; assumed to be the whole week where the party has no calendar. */
  hours: z.number(),
  runsPerDay: z.number(),
  /** Share of those hours that is spent on reviews; 1 and more never catches up. */
  utilisation: z.number(),
  /** Handoffs at which an answer may come after the time-out: the probability of that. */
  late: z.array(
    z.strictObject({
      handoff: z.string(),
      after: z.string(),
      probability: z.number(),
      /** The part of it that is due to hours in which nobody is there. */
      offDuty: z.number(),
      /** The shortest usual time-out after which at most one answer in ten is late; absent where none is. */
      enough: z.string().optional(),
    }),
  ),
})
export type PartyLoad = Readonly<z.output<typeof PartyLoadSchema>>

export const ReviewingSchema = z.strictObject({
  /** As the document stands. */
  now: PlacementAttentionSchema,
  /** With every suggestion placed, and what is superfluous gone. */
  placed: PlacementAttentionSchema,
  /** Expected harm a run if nobody were asked, in points. */
  harmUnasked: z.number(),
  loads: z.array(PartyLoadSchema),
  /** Names of the parameters that the document sets itself; their range is not counted any more. */
  own: z.array(z.string()),
})
export type Reviewing = Readonly<z.output<typeof ReviewingSchema>>

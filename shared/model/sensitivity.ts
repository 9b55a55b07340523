// What the placement hangs on: for each single tag, what would be different if it had another value.
import { z } from 'zod'
import { PlaceSchema } from './handoff.ts'
import { HANDOFF_KINDS, STRENGTHS } from './scales.ts'

export const SENSITIVE_TAGS = [
  'consequence',
  'reversibility',
  'external',
  'security',
  'volume',
  'uncertainty',
  'label',
  'clears',
  'grant',
  'odds',
] as const
export type SensitiveTag = (typeof SENSITIVE_TAGS)[number]

const ElementSchema = z.union([
  z.strictObject({ step: z.string() }),
  z.strictObject({ transition: z.string() }),
])
const GateSchema = z.strictObject({
  kind: z.enum(HANDOFF_KINDS),
  strength: z.enum(STRENGTHS),
  at: PlaceSchema,
})

/** One other value of one tag, and what it would do. Nothing is reported that would change nothing. */
export const EffectSchema = z.strictObject({
  element: ElementSchema,
  tag: z.enum(SENSITIVE_TAGS),
  /** Which field to look at: `steps/large_refund/consequence/level`. */
  field: z.string(),
  /** The other value, in words. */
  value: z.string(),
  /** How many levels it is from the value of today; 1 for what has no levels. */
  away: z.number().int().min(1),
  /** The whole of it as a sentence. */
  message: z.string(),
  /** Human minutes a run, more or less than now. */
  minutes: z.number(),
  added: z.array(GateSchema),
  dropped: z.array(GateSchema),
  moved: z.array(z.strictObject({ from: GateSchema, to: GateSchema })),
  /** At the same place, but stronger or weaker, or of another kind. */
  changed: z.array(z.strictObject({ from: GateSchema, to: GateSchema })),
  /** Existing handoffs and human steps that could go with this value, and those that could no longer go. */
  spare: z.array(z.string()),
  neededAgain: z.array(z.string()),
  /** Actions that the handoffs of today would no longer cover, and those that they would cover again. */
  uncovered: z.array(z.string()),
  covered: z.array(z.string()),
  /** The edit that sets the value, as plain data. */
  command: z.looseObject({ type: z.string() }),
})
export type Effect = Readonly<z.output<typeof EffectSchema>>

/** A tag that nobody set, and what hangs on it. */
export const UntaggedSchema = z.strictObject({
  element: ElementSchema,
  tag: z.enum(SENSITIVE_TAGS),
  field: z.string(),
  message: z.string(),
  /** Over all values that it may have: human minutes a run, and how many handoffs are suggested. */
  minutes: z.tuple([z.number(), z.number()]),
  handoffs: z.tuple([z.number().int(), z.number().int()]),
  /** Actions that the handoffs of today leave uncovered for some value, and did not before. */
  uncovered: z.array(z.string()),
})
export type Untagged = Readonly<z.output<typeof UntaggedSchema>>

export const SensitivitySchema = z.strictObject({
  /** Other values that were tried, those without effect included. */
  tried: z.number().int(),
  /** How many of them got a good placement that is not proven to be the cheapest; with the best one, less might move. */
  unproven: z.number().int().min(0),
  /** Human minutes a run as the tags are now. */
  minutes: z.number(),
  /** What matters most first. */
  untagged: z.array(UntaggedSchema),
  effects: z.array(EffectSchema),
})
export type Sensitivity = Readonly<z.output<typeof SensitivitySchema>>

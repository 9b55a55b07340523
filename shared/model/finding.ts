// What a rule found: where, on which facts, how bad, and what would make it go away.
import { z } from 'zod'
import { PlaceSchema } from './handoff.ts'
import { HANDOFF_KINDS, STRENGTHS } from './scales.ts'

export const SEVERITIES = ['error', 'warning', 'info'] as const
export type Severity = (typeof SEVERITIES)[number]

/** `suggest` asks for a handoff, `remove` argues against one, `repair` mends the design, `lint` mends the model. */
export const FINDING_KINDS = ['suggest', 'remove', 'repair', 'lint'] as const
export type FindingKind = (typeof FINDING_KINDS)[number]

/** Where a finding sits. `document` is the brief or the file as a whole. */
export const FindingPlaceSchema = z.union([
  z.strictObject({ step: z.string() }),
  z.strictObject({ transition: z.string() }),
  z.strictObject({ handoff: z.string() }),
  z.strictObject({ document: z.literal(true) }),
])
export type FindingPlace = z.output<typeof FindingPlaceSchema>

/** One fact that a finding rests on, and the field of the document that holds it (a JSON pointer by ids). */
export const FactSchema = z.strictObject({
  name: z.string(),
  value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
  /** Which field to look at: `steps/large_refund/consequence/level`. */
  field: z.string().optional(),
  /** A figure that moves with everything else: shown, but no ground for a decision, so that it brings nothing back. */
  passing: z.literal(true).optional(),
})
export type Fact = z.output<typeof FactSchema>

/** The handoff that would settle a finding. */
export const SuggestionSchema = z.strictObject({
  kind: z.enum(HANDOFF_KINDS),
  strength: z.enum(STRENGTHS),
  at: PlaceSchema,
})
export type Suggestion = z.output<typeof SuggestionSchema>

/** A way to mend what was found: one command, named as the button that runs it. */
export const FixSchema = z.strictObject({
  /** What it does, as an order: "Ask again after the change". */
  title: z.string(),
  /** The command as plain data; `applyCommand` checks it like any other. */
  command: z.looseObject({ type: z.string() }),
})

export type Fix = Readonly<z.output<typeof FixSchema>>

export const FindingSchema = z.strictObject({
  /** `RULE@place`; the same for the same finding in every run, so that a decision about it can be kept. */
  id: z.string(),
  rule: z.string(),
  severity: z.enum(SEVERITIES),
  kind: z.enum(FINDING_KINDS),
  message: z.string(),
  facts: z.array(FactSchema),
  /** Of the facts, whatever things are called and wherever they are drawn; kept with every decision about it. */
  fingerprint: z.string(),
  /** How the severity came about, in words. */
  severityBecause: z.string(),
  goesAwayIf: z.string(),
  place: FindingPlaceSchema,
  suggestion: SuggestionSchema.optional(),
  /** Ways to mend it, the best first. */
  fixes: z.array(FixSchema).optional(),
  /** Step ids of the walk that shows it. */
  path: z.array(z.string()).optional(),
})
export type Finding = Readonly<z.output<typeof FindingSchema>>

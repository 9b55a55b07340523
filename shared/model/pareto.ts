// What more review buys: placements from which no other asks for fewer minutes and leaves less harm. A person picks one.
import { z } from 'zod'
import { PlaceSchema } from './handoff.ts'
import { HANDOFF_KINDS, STRENGTHS } from './scales.ts'

export const ParetoPointSchema = z.strictObject({
  /** Human minutes a run: what is suggested here and what the document has already. */
  minutes: z.number(),
  /** Expected harm a run that is left, in points. */
  harm: z.number(),
  /** No placement of as many minutes leaves less harm than this. */
  bound: z.number(),
  /** True where every demand is met; else only those of approve and more, which every point meets. */
  covered: z.boolean(),
  /** What is placed on top of the document. */
  handoffs: z.array(
    z.strictObject({ kind: z.enum(HANDOFF_KINDS), strength: z.enum(STRENGTHS), at: PlaceSchema }),
  ),
})
export type ParetoPoint = Readonly<z.output<typeof ParetoPointSchema>>

export const ParetoCurveSchema = z.strictObject({
  /** Fewest minutes first. */
  points: z.array(ParetoPointSchema),
  /** `exact`: every combination of places was tried. `greedy-swap`: one gate after the other, then exchanges. */
  method: z.enum(['exact', 'greedy-swap']),
  /** Expected harm a run if nobody were asked at all. */
  harmUnasked: z.number(),
  /** Which point is the placement that is suggested; absent where another asks for less and leaves less. */
  suggested: z.number().int().optional(),
  /** Places that could hold a gate, and placements that were worked out. */
  places: z.number().int(),
  tried: z.number().int(),
})
export type ParetoCurve = Readonly<z.output<typeof ParetoCurveSchema>>

// The answer to "where do people belong here": the handoffs, their price, and the certificate that can be checked.
import { z } from 'zod'
import { PlaceSchema } from './handoff.ts'
import { HANDOFF_KINDS, STRENGTHS } from './scales.ts'

const AuthoritySchema = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)])

export const PlacedHandoffSchema = z.strictObject({
  kind: z.enum(HANDOFF_KINDS),
  strength: z.enum(STRENGTHS),
  at: PlaceSchema,
  /** Expected visits a run. */
  visits: z.number(),
  /** Human minutes a run. */
  minutes: z.number(),
  rules: z.array(z.string()),
  /** The steps of a walk that is uncovered without this handoff. */
  walk: z.array(z.string()),
  why: z.string(),
})
export type PlacedHandoff = Readonly<z.output<typeof PlacedHandoffSchema>>

/** A demand that nobody has to meet, because somebody answers for the risk until a day. */
export const WaivedDemandSchema = z.strictObject({
  step: z.string(),
  /** What the step would need. */
  strength: z.enum(STRENGTHS),
  reason: z.string(),
  owner: z.string(),
  expires: z.string(),
})
export type WaivedDemand = Readonly<z.output<typeof WaivedDemandSchema>>

/** A demand that no gate can meet, because of the places that people ruled out. */
export const ImpossibleDemandSchema = z.strictObject({
  action: z.string(),
  strength: z.enum(STRENGTHS),
  /** Forbidden places on a walk that no other gate can stop. */
  inTheWay: z.array(PlaceSchema),
  path: z.array(z.string()),
})
export type ImpossibleDemand = Readonly<z.output<typeof ImpossibleDemandSchema>>

export const PlacementSchema = z.strictObject({
  handoffs: z.array(PlacedHandoffSchema),
  /** Ids of handoffs and of human steps that can go once the suggestions are placed. */
  remove: z.array(z.string()),
  /** Risks that somebody accepts: these actions run without the gate that they need. */
  waived: z.array(WaivedDemandSchema),
  impossible: z.array(ImpossibleDemandSchema),
  /** Minutes × expected visits over the gates that the optimiser chose (confirm, approve, two-person). */
  approvalMinutesPerRun: z.number(),
  /** Every human minute: suggested and existing handoffs, and existing human steps. */
  minutesPerRun: z.number(),
  baselines: z.strictObject({ gateEveryAction: z.number(), approveEveryStep: z.number() }),
  method: z.enum(['elimination', 'mip', 'local-search']),
  optimal: z.boolean(),
  /** 0 when optimal; else (cost − lower bound) / cost. */
  gap: z.number(),
})
export type Placement = Readonly<z.output<typeof PlacementSchema>>

export const CertificateSchema = z.strictObject({
  format: z.literal('baton-certificate'),
  version: z.literal(1),
  /** Hash of the meaning, without the handoffs, of the workflow that this speaks of. */
  workflow: z.string(),
  liveSources: z.array(z.string()),
  /** Required authority of every step that needs any: 1 confirm, 2 approve, 3 two-person. */
  required: z.record(z.string(), AuthoritySchema),
  /** Steps that would need somebody, were the risk not accepted. */
  waived: z.array(z.string()).optional(),
  /** Carried authority of every reachable step: on arrival, after the gate before it, on leaving. */
  steps: z.record(z.string(), z.tuple([AuthoritySchema, AuthoritySchema, AuthoritySchema])),
  /** Carried authority after the gate on a transition, where there is one. */
  transitions: z.record(z.string(), AuthoritySchema),
  /** The gates that the labelling counts on. */
  gates: z.array(z.strictObject({ at: PlaceSchema, strength: z.enum(STRENGTHS) })),
  /** For every suggested gate, a walk that is uncovered when it is lowered. */
  needed: z.array(z.strictObject({ at: PlaceSchema, walk: z.array(z.string()) })),
  bound: z.strictObject({ method: z.string(), minutes: z.number(), lowerBound: z.number() }),
})
export type Certificate = Readonly<z.output<typeof CertificateSchema>>

export interface Counterexample {
  /** The step that can be reached without enough authority. */
  readonly action: string
  /** The strength that it needs. */
  readonly missing: string
  /** The strongest authority on the walk since the last live source. */
  readonly carried: Authority
  readonly path: readonly string[]
  readonly transitions: readonly string[]
}
type Authority = z.output<typeof AuthoritySchema>

// The policy: what a runtime needs to ask people at the right places. Complete, so that a runtime needs no defaults of
// its own: what the document leaves out is decided here or is null, and null is never "allowed".
import { z } from 'zod'
import { BriefSchema } from '../model/brief.ts'
import { PlaceSchema } from '../model/handoff.ts'
import { CertificateSchema } from '../model/placement.ts'
import {
  DurationSchema as AnyDurationSchema,
  IdSchema,
  JsonSchemaSchema,
  ProbabilitySchema,
  TextSchema,
} from '../model/primitives.ts'
import {
  DECISIONS,
  HANDOFF_KINDS,
  LevelSchema,
  OUTCOMES,
  PARTY_KINDS,
  ReversibilitySchema,
  ROUTING_TIERS,
  STEP_KINDS,
  STRENGTHS,
  TIMEOUT_OUTCOMES,
  TRANSITION_KINDS,
  UNCERTAINTY_LABELS,
} from '../model/scales.ts'
import type { DeepReadonly } from '../support/readonly.ts'

/** The version that this build writes. */
export const POLICY_VERSION = 1

// What a JSON Schema can say of a duration; `DurationSchema` itself checks with code, which no schema file carries.
const DurationSchema = AnyDurationSchema.meta({
  pattern: '^P(?!$)(\\d{1,6}W)?(\\d{1,6}D)?(T(?=\\d)(\\d{1,6}H)?(\\d{1,6}M)?(\\d{1,6}(\\.\\d{1,3})?S)?)?$',
})

const FingerprintSchema = z.string().regex(/^sha256:[0-9a-f]{64}$/)

const PolicyPartySchema = z.strictObject({
  id: IdSchema,
  name: TextSchema,
  kind: z.enum(PARTY_KINDS),
  /** Ids of parties and names of people, by whom two approvals of one person are told from those of two. */
  members: z.array(TextSchema),
  calendar: TextSchema.nullable(),
})

/** A level of null is "nobody has said", which a runtime must not read as harmless. */
const PolicyConsequenceSchema = z.strictObject({
  level: LevelSchema.nullable(),
  reversibility: ReversibilitySchema.nullable(),
  external: z.boolean(),
  security: z.boolean(),
  domains: z.array(TextSchema),
  volume: z.number().min(0),
  /** What one item puts at stake, in the units of the caps. */
  magnitude: z.number().min(0).nullable(),
  basis: TextSchema,
})

const PolicyUncertaintySchema = z.strictObject({
  level: LevelSchema.nullable(),
  label: z.enum(UNCERTAINTY_LABELS).nullable(),
  basis: TextSchema,
})

const PolicyStepSchema = z.strictObject({
  id: IdSchema,
  kind: z.enum(STEP_KINDS),
  name: TextSchema,
  verb: TextSchema.nullable(),
  parent: IdSchema.nullable(),
  party: IdSchema.nullable(),
  consequence: PolicyConsequenceSchema,
  uncertainty: PolicyUncertaintySchema,
  domains: z.array(TextSchema),
  clears: z.array(z.enum(UNCERTAINTY_LABELS)),
  grant: z.enum(STRENGTHS).nullable(),
  /** The consent that the step needs before it happens; null for none. */
  required: z.enum(STRENGTHS).nullable(),
  routing: z.strictObject({
    tier: z.enum(ROUTING_TIERS),
    because: TextSchema,
  }),
  /** What the designers say does the step, where they say it; `routing` is what the analysis advises. */
  tier: z.enum(ROUTING_TIERS).optional(),
  /** False also where nobody has said: such a step must not be repeated blindly. */
  idempotent: z.boolean(),
  compensatedBy: IdSchema.nullable(),
  retry: z
    .strictObject({ max: z.number().int().min(0).nullable(), backoff: DurationSchema.nullable() })
    .nullable(),
  timeout: DurationSchema.nullable(),
  outcome: z.enum(OUTCOMES).nullable(),
  /** Of a wait: how long a run stays here at the least. */
  duration: DurationSchema.optional(),
  /** True: what was approved before is stale afterwards. */
  changesState: z.boolean().optional(),
  /** Artefacts that the step works from, and that it makes or changes: a changed one voids what was approved of it. */
  uses: z.array(TextSchema).optional(),
  produces: z.array(TextSchema).optional(),
  /** Of a sub-flow: the sub-flow whose steps are run here again. */
  calls: IdSchema.optional(),
})

const PolicyTransitionSchema = z.strictObject({
  id: IdSchema,
  from: IdSchema,
  to: IdSchema,
  kind: z.enum(TRANSITION_KINDS),
  probability: ProbabilitySchema.nullable(),
  /** FEEL. */
  condition: TextSchema.nullable(),
  label: TextSchema,
})

const EscalationSchema = z.strictObject({
  role: IdSchema,
  after: DurationSchema,
  then: z.enum(TIMEOUT_OUTCOMES),
})

const PolicyHandoffSchema = z.strictObject({
  id: IdSchema,
  kind: z.enum(HANDOFF_KINDS),
  strength: z.enum(STRENGTHS),
  /** True: the run waits for the answer. False: somebody is told, and the run goes on. */
  blocks: z.boolean(),
  at: PlaceSchema,
  /** The step that must not happen before the answer. */
  guards: IdSchema,
  /** FEEL: ask only where this holds. Where it cannot be answered, because a value is missing, ask. */
  when: TextSchema.nullable(),
  title: TextSchema,
  question: TextSchema,
  /** Who may decide is asserted by the inbox that asks, never by the model. */
  assignee: z.strictObject({ role: IdSchema.nullable(), users: z.array(TextSchema) }),
  quorum: z.strictObject({
    approvals: z.number().int().min(1),
    /** The approvals have to come from different people. */
    distinct: z.boolean(),
    /** Whoever made the proposal may not approve it. */
    excludeProposer: z.boolean(),
  }),
  decisions: z.array(z.enum(DECISIONS)),
  /** What an edit may change. Null: nothing but what the step's own input allows; never the step itself. */
  editSchema: JsonSchemaSchema.nullable(),
  responseSchema: JsonSchemaSchema.nullable(),
  evidence: z.array(z.strictObject({ id: IdSchema, from: TextSchema, label: TextSchema })),
  timeout: z.strictObject({ after: DurationSchema, then: z.enum(TIMEOUT_OUTCOMES) }).nullable(),
  /** In order. A new level decides afresh: approvals collected before it do not count. */
  escalation: z.array(EscalationSchema),
  onReject: z.strictObject({
    /** Null stops the run safely. */
    to: IdSchema.nullable(),
    /** How often it may be asked again after a rejection; null for no bound. */
    maxReproposals: z.number().int().min(0).nullable(),
  }),
  /** What a decision is bound to. `args-hash`: the exact arguments shown; a change voids the decision. */
  binding: TextSchema.nullable(),
  /** How long a request may be answered, and an answer used. */
  expires: DurationSchema.nullable(),
  idempotency: z.strictObject({
    /** Key of the decision: a second delivery changes nothing. */
    decision: z.string(),
    /** Key of the effect, to claim before it happens and to hand on to whoever carries it out. */
    effect: z.string(),
  }),
  batch: z.strictObject({ max: z.number().int().min(1).nullable() }).nullable(),
  sample: z.strictObject({ rate: z.number().min(0).max(1).nullable() }).nullable(),
  standingGrant: z
    .strictObject({
      scope: TextSchema.nullable(),
      max: z.number().nullable(),
      expires: TextSchema.nullable(),
    })
    .nullable(),
})

const CoverageSchema = z.strictObject({
  /** Every step that needs consent gets it on every walk. */
  covered: z.boolean(),
  /** Steps that some walk reaches without it, and the steps of a shortest such walk. */
  uncovered: z.array(z.strictObject({ step: IdSchema, missing: z.enum(STRENGTHS), walk: z.array(IdSchema) })),
})

export const PolicySchema = z.strictObject({
  format: z.literal('handoff-policy'),
  version: z.literal(POLICY_VERSION),
  /** `sha256:` of the canonical JSON of everything else here: keys sorted by code unit, no white space, UTF-8. */
  revision: FingerprintSchema,
  /** Fingerprint of the meaning of the document that this was made from. */
  workflow: FingerprintSchema,
  name: TextSchema,
  /** The language of every `condition`. */
  expressions: z.literal('FEEL'),
  brief: BriefSchema,
  parties: z.array(PolicyPartySchema),
  steps: z.array(PolicyStepSchema),
  transitions: z.array(PolicyTransitionSchema),
  handoffs: z.array(PolicyHandoffSchema),
  coverage: CoverageSchema,
  /** Proof of coverage by the handoffs of this policy alone; null where it is not covered. */
  certificate: CertificateSchema.nullable(),
  runtime: z.strictObject({
    /** A run that is paused is decided under the revision that it was asked under. */
    pinning: z.literal('revision-at-request'),
    /** What a token to resume is made over; it is opaque, used once, and expires with the request. */
    resumeToken: z.array(z.string()),
    /** What every decision records. */
    audit: z.array(z.string()),
  }),
})

export type Policy = DeepReadonly<z.output<typeof PolicySchema>>
export type PolicyStep = Policy['steps'][number]
export type PolicyHandoff = Policy['handoffs'][number]

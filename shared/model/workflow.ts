// The document: one workflow with its people, handoffs, decisions about findings, and layout.
import { z } from 'zod'
import { BriefSchema } from './brief.ts'
import { DispositionSchema } from './disposition.ts'
import { HandoffSchema } from './handoff.ts'
import { OriginSchema } from './origin.ts'
import { PartySchema } from './party.ts'
import { PlacingSchema } from './placing.ts'
import { IdSchema, TextSchema } from './primitives.ts'
import { ProfileSchema } from './profile.ts'
import { JOIN_MODES } from './scales.ts'
import { RulePacksSchema } from './rule-pack.ts'
import { ScenarioSchema } from './scenario.ts'
import { StepSchema } from './step.ts'
import { TransitionSchema } from './transition.ts'
import type { DeepReadonly } from '../support/readonly.ts'

/** The version that this build writes. A newer one opens read-only. */
export const FORMAT_VERSION = 1

const CoordinateSchema = z.number().min(-1e7).max(1e7)
export const PointSchema = z.tuple([CoordinateSchema, CoordinateSchema])

export const NoteSchema = z.looseObject({
  id: IdSchema,
  text: TextSchema,
  at: PointSchema,
  size: PointSchema.optional(),
})

/** Steps that are drawn in one frame, or closed as one block. It says nothing about how they run. */
export const GroupSchema = z.looseObject({
  id: IdSchema,
  name: TextSchema.default(''),
  /** Ids; those of steps that are gone are ignored. A step is in one group at most: the first by id. */
  steps: z.array(IdSchema),
  closed: z.boolean().optional(),
})

export const LayoutSchema = z.looseObject({
  steps: z.record(z.string(), PointSchema).default({}),
  notes: z.array(NoteSchema).default([]),
  groups: z.array(GroupSchema).optional(),
  /** There: each party's steps stand in a lane of its own, as one block for those that are closed. */
  lanes: z.looseObject({ closed: z.array(IdSchema).optional() }).optional(),
  /** Agents and sub-flows whose inner steps are not drawn. */
  closed: z.array(IdSchema).optional(),
})

/** How the analysis reads what the drawing leaves open. */
export const SemanticsSchema = z.looseObject({ join: z.enum(JOIN_MODES).optional() })

export const AsOfSchema = z.string().max(40)

export const RunsPerDaySchema = z.number().min(0, 'at least 0 runs a day').max(1e9)

export const WorkflowSchema = z.looseObject({
  format: z.literal('handoff'),
  version: z.number().int().min(1),
  name: TextSchema.default(''),
  description: TextSchema.default(''),
  /** Runs that begin in a day, on average; absent where nobody has said, and then no load is worked out. */
  runsPerDay: RunsPerDaySchema.optional(),
  brief: BriefSchema.prefault({}),
  parties: z.array(PartySchema).default([]),
  steps: z.array(StepSchema).default([]),
  transitions: z.array(TransitionSchema).default([]),
  handoffs: z.array(HandoffSchema).default([]),
  dispositions: z.array(DispositionSchema).default([]),
  scenarios: z.array(ScenarioSchema).default([]),
  profile: ProfileSchema.prefault({}),
  /** Rules of the team's own, whole: the version that is in force is the one that is written here. */
  rulePacks: RulePacksSchema.optional(),
  placing: PlacingSchema.optional(),
  semantics: SemanticsSchema.optional(),
  /** The day (RFC 3339) on which the document is judged, or today where that is later: what has expired by then confers nothing. */
  asOf: AsOfSchema.optional(),
  /** Of an imported document: what a later import of the same file is matched by. */
  origin: OriginSchema.optional(),
  layout: LayoutSchema.prefault({}),
})

export type Workflow = DeepReadonly<z.output<typeof WorkflowSchema>>
export type Point = readonly [number, number]
export type Note = Workflow['layout']['notes'][number]
export type Group = DeepReadonly<z.output<typeof GroupSchema>>

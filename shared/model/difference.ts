// What is different between two workflows: what changed in the document, and what that changes for people.
import { z } from 'zod'
import { SEVERITIES } from './finding.ts'
import { STRENGTHS } from './scales.ts'

/** What a change is about, the most telling first. `moved` changes the drawing alone. */
export const CHANGE_CLASSES = ['policy', 'tags', 'structure', 'label', 'moved'] as const
export type ChangeClass = (typeof CHANGE_CLASSES)[number]

/** The parts of a document that changes are told for. `position` is where a step is drawn. */
export const CHANGE_PARTS = [
  'document',
  'brief',
  'profile',
  'party',
  'step',
  'transition',
  'handoff',
  'disposition',
  'scenario',
  'rulePack',
  'note',
  'position',
  'layout',
] as const
export type ChangePart = (typeof CHANGE_PARTS)[number]

export const CHANGE_KINDS = ['added', 'removed', 'changed'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

export const FieldChangeSchema = z.strictObject({
  /** Keys from the part down: `["consequence", "level"]`; empty for the part as a whole. */
  path: z.array(z.string()),
  /** Absent where there was nothing. */
  before: z.json().optional(),
  after: z.json().optional(),
})
export type FieldChange = Readonly<z.output<typeof FieldChangeSchema>>

/** A part that came, went, or changed in one way. A part that changed in several ways has one change for each class. */
export const ChangeSchema = z.strictObject({
  /** The same for the same change in every run: `step pay tags`. */
  key: z.string(),
  class: z.enum(CHANGE_CLASSES),
  kind: z.enum(CHANGE_KINDS),
  part: z.enum(CHANGE_PARTS),
  /** Which one of its kind; empty for the brief, the profile and the document. Ids are those of the second workflow. */
  id: z.string(),
  /** What people call it. */
  name: z.string(),
  fields: z.array(FieldChangeSchema).min(1),
})
export type Change = Readonly<z.output<typeof ChangeSchema>>

/** The same part under two ids, as in a file that was imported twice. */
export const TwinSchema = z.strictObject({
  part: z.enum(['party', 'step', 'transition', 'handoff']),
  before: z.string(),
  after: z.string(),
})
export type Twin = Readonly<z.output<typeof TwinSchema>>

const StrengthOrNoneSchema = z.enum(['none', ...STRENGTHS])
export type StrengthOrNone = z.output<typeof StrengthOrNoneSchema>

const StepShiftSchema = z.strictObject({
  step: z.string(),
  name: z.string(),
  before: StrengthOrNoneSchema,
  after: StrengthOrNoneSchema,
  /** Steps of a walk that shows it, where one does. */
  path: z.array(z.string()).optional(),
})
/** What stands before an action, or what it needs, then and now. */
export type StepShift = Readonly<z.output<typeof StepShiftSchema>>

const PairSchema = z.strictObject({ before: z.number(), after: z.number() })

const FindingMentionSchema = z.strictObject({
  id: z.string(),
  severity: z.enum(SEVERITIES),
  message: z.string(),
})

const LOOSENINGS = ['ungated', 'weakened', 'uncovered', 'lowered', 'accepted', 'set-aside'] as const

const LooseningSchema = z.strictObject({
  /** `ungated@pay`. */
  id: z.string(),
  kind: z.enum(LOOSENINGS),
  severity: z.enum(SEVERITIES),
  message: z.string(),
  step: z.string().optional(),
})
/** A change that lets something pass that did not pass before. */
export type Loosening = Readonly<z.output<typeof LooseningSchema>>

export const BehaviouralSchema = z.strictObject({
  /** Actions that a run could not come to without a person, and now can. */
  newlyUngated: z.array(StepShiftSchema),
  newlyGated: z.array(StepShiftSchema),
  /** A person still stands before them, with less or more authority. */
  weakened: z.array(StepShiftSchema),
  strengthened: z.array(StepShiftSchema),
  /** What the action needs, by its tags, the profile and the accepted risks. */
  demandsLowered: z.array(StepShiftSchema),
  demandsRaised: z.array(StepShiftSchema),
  /** Actions that can be reached without the authority that they need, and could not before. */
  coverageLost: z.array(StepShiftSchema),
  coverageGained: z.array(StepShiftSchema),
  minutesPerRun: PairSchema,
  promptsPerRun: PairSchema,
  approvalMinutesPerRun: PairSchema,
  newFindings: z.array(FindingMentionSchema),
  goneFindings: z.array(FindingMentionSchema),
  /** All of it that lets more pass than before. */
  loosened: z.array(LooseningSchema),
})
export type Behavioural = Readonly<z.output<typeof BehaviouralSchema>>

export const DifferenceSchema = z.strictObject({
  twins: z.array(TwinSchema),
  structural: z.array(ChangeSchema),
  behavioural: BehaviouralSchema,
})
export type Difference = Readonly<z.output<typeof DifferenceSchema>>

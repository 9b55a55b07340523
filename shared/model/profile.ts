// What a team asks of its workflows: how strong a gate each kind of action needs, from which doubt on earlier consent
// is stale, what a review takes, and how serious each rule is. The presets and what a document changes of them.
import { z } from 'zod'
import { SEVERITIES } from './finding.ts'
import type { Severity } from './finding.ts'
import { IdSchema, TextSchema } from './primitives.ts'
import { ReviewerSchema } from './reviewer.ts'
import { LevelSchema, STRENGTHS } from './scales.ts'
import type { Level, Strength } from './scales.ts'
import { REVIEW_MINUTES } from './strength.ts'
import type { Demand } from './strength.ts'
import type { DeepReadonly } from '../support/readonly.ts'

export const PROFILE_NAMES = ['recommended', 'strict', 'lenient'] as const
export type ProfileName = (typeof PROFILE_NAMES)[number]

export const CELL_STRENGTHS = ['none', ...STRENGTHS] as const
export type CellStrength = (typeof CELL_STRENGTHS)[number]

/** One cell of the table: `consequence/how many of hard to undo, external, security-sensitive are true`. */
const CELLS = [0, 1, 2, 3, 4].flatMap((level) =>
  [0, 1, 2, 3].map((facts) => `${level}/${facts}`),
) as readonly string[] as readonly [Cell, ...Cell[]]
export type Cell = `${Level}/${0 | 1 | 2 | 3}`

/** What a rule may be set to. */
export const RULE_SETTINGS = ['off', ...SEVERITIES] as const
export type RuleSetting = Severity | 'off'

/**
 * Rules that say that a consequential action is reached without enough consent. They can be made to weigh less, which
 * is shown wherever they speak, but never be switched off: nobody must believe an open workflow to be covered.
 */
export const GUARDS: ReadonlySet<string> = new Set(['S2', 'S3', 'S9', 'X13'])

// A step that adds no doubt is never a source of it, so that 0 is no threshold.
const DOUBTS = [z.literal(1), z.literal(2), z.literal(3), z.literal(4)] as const
const MinutesSchema = z.number().min(0, 'minutes are at least 0').max(100_000, 'minutes are at most 100,000')

const ShareSchema = z.number().min(0.01, 'a share is at least 0.01').max(1, 'a share is at most 1')

export const ThresholdsSchema = z.looseObject({
  /** Doubt of this level or more makes consent given earlier stale (θ_u). */
  doubt: z.union(DOUBTS, { error: 'expected a level from 1 to 4' }).optional(),
  /** Doubt of this level or more, still open on arrival, raises a notice to confirm and confirm to approve. */
  uplift: z
    .union([...DOUBTS, z.literal('never')], { error: 'expected a level from 1 to 4, or "never"' })
    .optional(),
  /** The lightest strength that stops a run; what would ask for less becomes a notice (θ_c). */
  consent: z.enum(['confirm', 'approve', 'two-person']).optional(),
  /** From this consequence on, what is hard to undo or touches security needs two people. */
  twoPerson: z
    .union([LevelSchema, z.literal('never')], { error: 'expected a level from 0 to 4, or "never"' })
    .optional(),
  /** Share of the visits above which a way for odd cases is no exception any more (X15). */
  exceptions: ShareSchema.optional(),
  /** Share of the steps above which a workflow asks about nearly everything (X5). */
  gated: ShareSchema.optional(),
  /** Share of their time above which people are behind more often than not (X17). */
  busy: ShareSchema.optional(),
  /** Share of the answers that may come after the time-out (X17). */
  late: ShareSchema.optional(),
})

const FieldsSchema = z.looseObject({
  extends: TextSchema.default('recommended'),
  name: TextSchema.optional(),
  /** Cells of the table that differ from the preset. */
  strength: z.partialRecord(z.enum(CELLS), z.enum(CELL_STRENGTHS)).optional(),
  thresholds: ThresholdsSchema.optional(),
  /** Minutes that one review takes, where the party does not say otherwise. */
  minutes: z
    .looseObject({
      notify: MinutesSchema.optional(),
      confirm: MinutesSchema.optional(),
      approve: MinutesSchema.optional(),
      'two-person': MinutesSchema.optional(),
    })
    .optional(),
  /** By rule: the severity of all that it finds, or off. */
  rules: z.record(IdSchema, z.enum(RULE_SETTINGS)).optional(),
  /** What is assumed about the people who review, where the team knows better. */
  reviewer: ReviewerSchema.optional(),
})

export const ProfileSchema = FieldsSchema.superRefine((settings, context) => {
  for (const { path, message } of contradictions(settings)) {
    context.addIssue({ code: 'custom', path: [...path], message })
  }
})

/** The profile as the document has it: a preset and what differs from it. */
export type ProfileSettings = DeepReadonly<z.output<typeof FieldsSchema>>

/** The profile as everything else reads it: complete. */
export interface Profile {
  readonly base: ProfileName
  /** Row: consequence after volume; column: how many of hard-to-undo, external, security-sensitive are true. */
  readonly strength: readonly (readonly Demand[])[]
  readonly doubtFrom: Level
  readonly upliftFrom: Level | 'never'
  /** Lighter demands than this become notices. */
  readonly consentFrom: Demand
  readonly twoPersonFrom: Level | 'never'
  /** Shares that rules measure against. */
  readonly limits: Readonly<Record<'exceptions' | 'gated' | 'busy' | 'late', number>>
  readonly minutes: Readonly<Record<Strength, number>>
  readonly rules: ReadonlyMap<string, RuleSetting>
}

/** Defaults of the product, not facts. */
const LIMITS: Profile['limits'] = { exceptions: 0.2, gated: 0.4, busy: 0.8, late: 0.1 }

/** PLACEMENT.md 1.3, table 1, with one row each way for the other two. Product defaults, not facts. */
const PRESETS: Readonly<Record<ProfileName, Profile>> = {
  recommended: {
    base: 'recommended',
    strength: [
      [0, 0, 0.5, 1],
      [0, 0.5, 1, 2],
      [0.5, 1, 2, 2],
      [1, 2, 2, 3],
      [2, 2, 3, 3],
    ],
    doubtFrom: 2,
    upliftFrom: 3,
    consentFrom: 1,
    twoPersonFrom: 4,
    limits: LIMITS,
    minutes: REVIEW_MINUTES,
    rules: new Map(),
  },
  strict: {
    base: 'strict',
    strength: [
      [0, 0.5, 1, 2],
      [0.5, 1, 2, 2],
      [1, 2, 2, 3],
      [2, 2, 3, 3],
      [2, 3, 3, 3],
    ],
    doubtFrom: 1,
    upliftFrom: 2,
    consentFrom: 1,
    twoPersonFrom: 3,
    limits: LIMITS,
    minutes: REVIEW_MINUTES,
    rules: new Map(),
  },
  lenient: {
    base: 'lenient',
    strength: [
      [0, 0, 0, 0.5],
      [0, 0, 0.5, 1],
      [0, 0.5, 1, 2],
      [0.5, 1, 2, 2],
      [1, 2, 2, 3],
    ],
    doubtFrom: 3,
    upliftFrom: 4,
    consentFrom: 1,
    twoPersonFrom: 'never',
    limits: LIMITS,
    minutes: REVIEW_MINUTES,
    rules: new Map(),
  },
}

/** The complete profile of a document. A preset that this version does not know counts as recommended. */
export function profileOf(settings: ProfileSettings): Profile {
  const preset = PRESETS[presetName(settings.extends)]
  const { strength = {}, thresholds = {}, minutes = {}, rules = {} } = settings
  return {
    base: preset.base,
    strength: preset.strength.map((row, level) =>
      row.map((demand, facts) => demandOf(strength[`${level}/${facts}` as Cell]) ?? demand),
    ),
    doubtFrom: thresholds.doubt ?? preset.doubtFrom,
    upliftFrom: thresholds.uplift ?? preset.upliftFrom,
    consentFrom: demandOf(thresholds.consent) ?? preset.consentFrom,
    twoPersonFrom: thresholds.twoPerson ?? preset.twoPersonFrom,
    limits: {
      exceptions: thresholds.exceptions ?? preset.limits.exceptions,
      gated: thresholds.gated ?? preset.limits.gated,
      busy: thresholds.busy ?? preset.limits.busy,
      late: thresholds.late ?? preset.limits.late,
    },
    minutes: {
      notify: minutes.notify ?? preset.minutes.notify,
      confirm: minutes.confirm ?? preset.minutes.confirm,
      approve: minutes.approve ?? preset.minutes.approve,
      'two-person': minutes['two-person'] ?? preset.minutes['two-person'],
    },
    rules: new Map(Object.entries(rules)),
  }
}

/** The preset alone, without what a document had changed of another; what is assumed about reviewers stays. */
export function withPreset(settings: ProfileSettings, preset: ProfileName): ProfileSettings {
  const { name: _, strength: __, thresholds: ___, minutes: ____, rules: _____, ...rest } = settings
  return { ...rest, extends: preset }
}

/** The preset that a name stands for. */
export function presetName(name: string): ProfileName {
  return PROFILE_NAMES.find((known) => known === name) ?? 'recommended'
}

function demandOf(strength: CellStrength | undefined): Demand | undefined {
  switch (strength) {
    case undefined:
      return undefined
    case 'none':
      return 0
    case 'notify':
      return 0.5
    case 'confirm':
      return 1
    case 'approve':
      return 2
    case 'two-person':
      return 3
  }
}

interface Contradiction {
  readonly path: readonly string[]
  readonly message: string
}

// More harm must never ask for less, a stronger review never take less time, and what guards coverage never be off.
function contradictions(settings: ProfileSettings): readonly Contradiction[] {
  return [...tableFaults(settings), ...minutesFaults(settings), ...ruleFaults(settings)]
}

function tableFaults(settings: ProfileSettings): Contradiction[] {
  const { strength } = profileOf(settings)
  const own = settings.strength ?? {}
  const faults: Contradiction[] = []
  const compare = (lighter: Cell, lower: Demand, heavier: Cell, upper: Demand): void => {
    if (lower <= upper) return
    // Named at the cell that the document sets; where it sets both, at the one that asks for too little.
    const atHeavier = own[heavier] !== undefined
    const message = atHeavier
      ? `asks for less than “${lighter}”, although more is at stake`
      : `asks for more than “${heavier}”, although less is at stake`
    faults.push({ path: ['strength', atHeavier ? heavier : lighter], message })
  }
  strength.forEach((row, level) =>
    row.forEach((demand, facts) => {
      const here = `${level}/${facts}` as Cell
      if (level < 4) compare(here, demand, `${level + 1}/${facts}` as Cell, strength[level + 1]![facts]!)
      if (facts < 3) compare(here, demand, `${level}/${facts + 1}` as Cell, row[facts + 1]!)
    }),
  )
  return faults
}

function minutesFaults(settings: ProfileSettings): Contradiction[] {
  const { minutes } = profileOf(settings)
  return STRENGTHS.slice(1).flatMap((strength, index) => {
    const lighter = STRENGTHS[index]!
    if (minutes[lighter] <= minutes[strength]) return []
    const named = settings.minutes?.[strength] === undefined ? lighter : strength
    const message = `${strength} takes ${minutes[strength]} min, less than ${lighter} with ${minutes[lighter]} min`
    return [{ path: ['minutes', named], message }]
  })
}

function ruleFaults({ rules = {} }: ProfileSettings): Contradiction[] {
  return Object.entries(rules).flatMap(([rule, setting]) =>
    setting === 'off' && GUARDS.has(rule)
      ? [
          {
            path: ['rules', rule],
            message: 'guards coverage: it can be made to weigh less, but not be switched off',
          },
        ]
      : [],
  )
}

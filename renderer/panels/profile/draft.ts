// A profile while it is being edited: what differs from the preset, what is wrong, and the one edit that applies it.
import type { Changes } from '../../../shared/commands/changes.ts'
import { checkSchema } from '../../../shared/document/schema-faults.ts'
import { CELL_STRENGTHS, ProfileSchema, profileOf } from '../../../shared/model/profile.ts'
import type {
  Cell,
  CellStrength,
  Profile,
  ProfileSettings,
  RuleSetting,
} from '../../../shared/model/profile.ts'
import { STRENGTHS } from '../../../shared/model/scales.ts'
import type { Strength } from '../../../shared/model/scales.ts'
import { strengthOf } from '../../../shared/model/strength.ts'
import type { Fault } from '../../../shared/support/result.ts'

type Thresholds = NonNullable<ProfileSettings['thresholds']>
export type ShareName = 'exceptions' | 'gated' | 'busy' | 'late'
export type LevelName = 'doubt' | 'uplift' | 'consent' | 'twoPerson'
export type ThresholdName = LevelName | ShareName
export const LEVEL_THRESHOLDS: readonly LevelName[] = ['doubt', 'uplift', 'consent', 'twoPerson']
export const SHARE_THRESHOLDS: readonly ShareName[] = ['exceptions', 'gated', 'busy', 'late']
const THRESHOLDS: readonly ThresholdName[] = [...LEVEL_THRESHOLDS, ...SHARE_THRESHOLDS]

/** One thing that differs from the preset. */
export type Difference =
  | { readonly kind: 'cell'; readonly cell: Cell; readonly preset: CellStrength; readonly own: CellStrength }
  | {
      readonly kind: 'threshold'
      readonly threshold: ThresholdName
      readonly preset: string
      readonly own: string
    }
  | { readonly kind: 'minutes'; readonly strength: Strength; readonly preset: number; readonly own: number }
  | { readonly kind: 'rule'; readonly rule: string; readonly own: RuleSetting }

/** All cells, by row. */
export const CELL_ROWS: readonly (readonly Cell[])[] = [0, 1, 2, 3, 4].map((level) =>
  [0, 1, 2, 3].map((facts) => `${level}/${facts}` as Cell),
)

/** What a cell of a complete profile asks for. */
export function cellOf({ strength }: Profile, cell: Cell): CellStrength {
  const [level = 0, facts = 0] = cell.split('/').map(Number)
  return strengthOf(strength[level]![facts]!) ?? 'none'
}

/** The value of a threshold of a complete profile, as it is written in a document. */
export function thresholdOf(profile: Profile, name: ThresholdName): string {
  switch (name) {
    case 'doubt':
      return String(profile.doubtFrom)
    case 'uplift':
      return String(profile.upliftFrom)
    case 'consent':
      return strengthOf(profile.consentFrom)!
    case 'twoPerson':
      return String(profile.twoPersonFrom)
    default:
      return String(profile.limits[name])
  }
}

export function differencesOf(settings: ProfileSettings): readonly Difference[] {
  const preset = profileOf({ extends: settings.extends })
  const own = profileOf(settings)
  return [
    ...CELL_ROWS.flat()
      .filter((cell) => cellOf(own, cell) !== cellOf(preset, cell))
      .map((cell) => ({ kind: 'cell', cell, preset: cellOf(preset, cell), own: cellOf(own, cell) }) as const),
    ...THRESHOLDS.filter((name) => thresholdOf(own, name) !== thresholdOf(preset, name)).map(
      (threshold) =>
        ({
          kind: 'threshold',
          threshold,
          preset: thresholdOf(preset, threshold),
          own: thresholdOf(own, threshold),
        }) as const,
    ),
    ...STRENGTHS.filter((strength) => own.minutes[strength] !== preset.minutes[strength]).map(
      (strength) =>
        ({
          kind: 'minutes',
          strength,
          preset: preset.minutes[strength],
          own: own.minutes[strength],
        }) as const,
    ),
    ...[...own.rules].map(([rule, setting]) => ({ kind: 'rule', rule, own: setting }) as const),
  ]
}

/** Sets a cell; what the preset says anyway is not kept as a change. */
export function withCell(settings: ProfileSettings, cell: Cell, value: CellStrength): ProfileSettings {
  const preset = cellOf(profileOf({ extends: settings.extends }), cell)
  return { ...settings, strength: changed(settings.strength, cell, value === preset ? undefined : value) }
}

export function withThreshold(settings: ProfileSettings, name: ThresholdName, text: string): ProfileSettings {
  const preset = thresholdOf(profileOf({ extends: settings.extends }), name)
  const value = text === preset ? undefined : /^\d(\.\d+)?$/.test(text) ? Number(text) : text
  return { ...settings, thresholds: changed<Thresholds>(settings.thresholds, name, value) }
}

export function withMinutes(settings: ProfileSettings, strength: Strength, value: number): ProfileSettings {
  const preset = profileOf({ extends: settings.extends }).minutes[strength]
  return { ...settings, minutes: changed(settings.minutes, strength, value === preset ? undefined : value) }
}

export function withRule(
  settings: ProfileSettings,
  rule: string,
  setting: RuleSetting | undefined,
): ProfileSettings {
  return { ...settings, rules: changed(settings.rules, rule, setting) }
}

/** Takes one difference back. */
export function withoutDifference(settings: ProfileSettings, difference: Difference): ProfileSettings {
  switch (difference.kind) {
    case 'cell':
      return withCell(settings, difference.cell, difference.preset)
    case 'threshold':
      return withThreshold(settings, difference.threshold, difference.preset)
    case 'minutes':
      return withMinutes(settings, difference.strength, difference.preset)
    case 'rule':
      return withRule(settings, difference.rule, undefined)
  }
}

/** Why such a profile would be refused, each with its place: `strength["3/2"]`. Empty where it would not. */
export function faultsOf(settings: ProfileSettings): readonly Fault[] {
  const checked = checkSchema(ProfileSchema, settings)
  return checked.ok ? [] : checked.faults
}

/** The change that leads from whatever profile the document has to this one. */
export function profileChange(settings: ProfileSettings): Changes<ProfileSettings> {
  const { name, strength, thresholds, minutes, rules } = settings
  return {
    extends: settings.extends,
    name: name === undefined || name === '' ? null : name,
    strength: orNull(strength),
    thresholds: orNull(thresholds),
    minutes: orNull(minutes),
    rules: orNull(rules),
  }
}

export function isShare(name: ThresholdName): name is ShareName {
  return SHARE_THRESHOLDS.some((known) => known === name)
}

export function isCellStrength(text: string): text is CellStrength {
  return CELL_STRENGTHS.some((known) => known === text)
}

function changed<T extends object>(fields: T | undefined, key: string, value: unknown): T {
  const rest = Object.entries(fields ?? {}).filter(([known]) => known !== key)
  return Object.fromEntries(value === undefined ? rest : [...rest, [key, value]]) as T
}

function orNull<T extends object>(fields: T | undefined): T | null {
  return fields === undefined || Object.keys(fields).length === 0 ? null : fields
}

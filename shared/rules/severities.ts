// How serious each rule is. The only place that says so: a rule grades what it found, this turns the grade into a
// severity, unless the profile of the document sets its own.
import type { Severity } from '../model/finding.ts'
import type { Profile } from '../model/profile.ts'
import type { Grade } from './types.ts'

type Scale = Readonly<Record<Grade, Severity>>

const ERROR: Scale = { grave: 'error', plain: 'error' }
const ERROR_OR_WARNING: Scale = { grave: 'error', plain: 'warning' }
const WARNING: Scale = { grave: 'warning', plain: 'warning' }
const WARNING_OR_INFO: Scale = { grave: 'warning', plain: 'info' }
const INFO: Scale = { grave: 'info', plain: 'info' }

const SCALES: ReadonlyMap<string, Scale> = new Map([
  ['S1', ERROR_OR_WARNING],
  ['S1b', WARNING],
  ['S2', ERROR],
  ['S3', ERROR_OR_WARNING],
  ['S4', ERROR_OR_WARNING],
  ['S5', ERROR],
  ['S6', ERROR_OR_WARNING],
  ['S6b', WARNING],
  ['S7', ERROR_OR_WARNING],
  ['S7b', WARNING],
  ['S8', ERROR_OR_WARNING],
  ['S9', ERROR],
  ['S10', ERROR_OR_WARNING],
  ['S11', INFO],
  ['S12', INFO],
  ['X1', WARNING],
  ['X2', WARNING],
  ['X3', WARNING],
  ['X4', ERROR],
  ['X5', ERROR_OR_WARNING],
  ['X7', ERROR_OR_WARNING],
  ['X8', ERROR_OR_WARNING],
  ['X11', WARNING],
  ['X13', ERROR],
  ['X6', ERROR_OR_WARNING],
  ['X9', ERROR_OR_WARNING],
  ['X12', ERROR],
  ['X14', WARNING],
  ['X15', WARNING],
  ['X16', ERROR_OR_WARNING],
  ['X18', ERROR_OR_WARNING],
  ['X19', INFO],
  ['X17', ERROR_OR_WARNING],
  ['X20', WARNING_OR_INFO],
  ['X21', WARNING_OR_INFO],
  ['X22', ERROR],
  ['X23', ERROR_OR_WARNING],
  ['X10', ERROR],
])

/**
 * The severity of a finding of `rule` with `grade`, as the profile has it where it says anything. Throws for a rule that has no row: a new rule
 * needs one.
 */
export function severityOf(rule: string, grade: Grade, profile?: Profile): Severity {
  const own = profile?.rules.get(rule)
  if (own !== undefined && own !== 'off') return own
  const scale = SCALES.get(rule)
  if (!scale) throw new Error(`no severity for rule ${rule}`)
  return scale[grade]
}

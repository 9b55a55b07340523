// Strengths on the scale of the analysis.
import type { StrengthOrNone } from '../model/difference.ts'
import { authorityOf } from '../model/strength.ts'

/** 0 for none, ½ for notify, which informs and never blocks, up to 3 for two people. */
export function worthOf(strength: StrengthOrNone): number {
  if (strength === 'none') return 0
  return strength === 'notify' ? 0.5 : authorityOf(strength)
}

// Required strength σ: the table of the profile (PLACEMENT.md 1.3), volume, and doubt that is still open.
import type { Profile } from '../model/profile.ts'
import { acts } from '../model/step.ts'
import type { Step } from '../model/step.ts'
import type { Level } from '../model/scales.ts'
import type { Demand } from '../model/strength.ts'

/** From this reversibility on, an action counts as hard to undo. */
const HARD_TO_UNDO = 2

/**
 * The demand of `step` when uncertainty up to `pending` is unsettled on arrival. An untagged consequence demands
 * nothing here: not knowing is its own state, and a lint says so; it is never counted as "none".
 */
export function requiredDemand(step: Step, pending: Level, profile: Profile): Demand {
  const level = step.consequence?.level
  if (level === undefined || !acts(step)) return 0
  const { reversibility = 0, external = false, security = false } = step.consequence ?? {}
  const raised = consequenceWithVolume(level, step.consequence?.volume ?? 1)
  const irreversible = reversibility >= HARD_TO_UNDO
  const aggravating = Number(irreversible) + Number(external) + Number(security)
  let demand = profile.strength[raised]![aggravating]!
  if (isAtLeast(raised, profile.twoPersonFrom) && (irreversible || security)) demand = 3
  if (isAtLeast(pending, profile.upliftFrom)) demand = demand === 0.5 ? 1 : demand === 1 ? 2 : demand
  // What is lighter than the lightest strength that stops a run informs, and never blocks.
  return demand > 0 && demand < profile.consentFrom ? 0.5 : demand
}

/** Ten items weigh one level more than one item, a hundred two: ĉ = min(4, c + ⌊log10 max(1, n)⌋). */
export function consequenceWithVolume(level: Level, volume: number): Level {
  // The small addend keeps 1000 from counting as 999.99…: log10(1000) is 2.9999999999999996 in floating point.
  return Math.min(4, level + Math.floor(Math.log10(Math.max(1, volume)) + 1e-9)) as Level
}

function isAtLeast(level: Level, from: Level | 'never'): boolean {
  return from !== 'never' && level >= from
}

// Required strength σ (PLACEMENT.md 1.3, table 1).
import { acts } from '../model/step.ts'
import type { Step } from '../model/step.ts'
import type { Level } from '../model/scales.ts'
import type { Demand } from '../model/strength.ts'

/** Row: consequence after volume; column: how many of hard-to-undo, external, security-sensitive are true. */
const TABLE: readonly (readonly Demand[])[] = [
  [0, 0, 0.5, 1],
  [0, 0.5, 1, 2],
  [0.5, 1, 2, 2],
  [1, 2, 2, 3],
  [2, 2, 3, 3],
]

/** From this reversibility on, an action counts as hard to undo. */
const HARD_TO_UNDO = 2
/** Pending uncertainty from which a light demand is raised by one step. */
const UPLIFT_FROM = 3

/**
 * The demand of `step` when uncertainty up to `pending` is unsettled on arrival. An untagged consequence demands
 * nothing here: not knowing is its own state, and a lint says so; it is never counted as "none".
 */
export function requiredDemand(step: Step, pending: Level): Demand {
  const level = step.consequence?.level
  if (level === undefined || !acts(step)) return 0
  const { reversibility = 0, external = false, security = false } = step.consequence ?? {}
  const raised = consequenceWithVolume(level, step.consequence?.volume ?? 1)
  const irreversible = reversibility >= HARD_TO_UNDO
  const aggravating = Number(irreversible) + Number(external) + Number(security)
  let demand = TABLE[raised]![aggravating]!
  if (raised === 4 && aggravating === 1 && (irreversible || security)) demand = 3
  if (pending >= UPLIFT_FROM) demand = demand === 0.5 ? 1 : demand === 1 ? 2 : demand
  return demand
}

/** Ten items weigh one level more than one item, a hundred two: ĉ = min(4, c + ⌊log10 max(1, n)⌋). */
export function consequenceWithVolume(level: Level, volume: number): Level {
  // The small addend keeps 1000 from counting as 999.99…: log10(1000) is 2.9999999999999996 in floating point.
  return Math.min(4, level + Math.floor(Math.log10(Math.max(1, volume)) + 1e-9)) as Level
}

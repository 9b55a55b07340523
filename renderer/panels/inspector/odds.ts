// Whether the odds of the ways out of a step make sense together. Pure.
import type { Transition } from '../../../shared/model/transition.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'

export interface OddsSum {
  /** Sum of the odds that are set, 0 to the number of ways. */
  readonly sum: number
  /** How many ways have no odds. */
  readonly open: number
  /** Exactly one way is taken, so that the odds are shares of 1; false after a split, where all are taken. */
  readonly exclusive: boolean
  readonly fits: boolean
}

/** Odds typed as percentages with two digits may miss 1 by a little. */
const TOLERANCE = 0.0005

/** Adds the odds of `siblings`, the ways out of one step. */
export function sumOfOdds(
  workflow: Pick<Workflow, 'steps'>,
  siblings: readonly Pick<Transition, 'from' | 'probability'>[],
): OddsSum {
  const step = workflow.steps.find(({ id }) => id === siblings[0]?.from)
  const set = siblings.flatMap(({ probability }) => (probability === undefined ? [] : [probability]))
  const sum = set.reduce((total, probability) => total + probability, 0)
  const open = siblings.length - set.length
  const exclusive = step?.kind !== 'split'
  return { sum, open, exclusive, fits: !exclusive || addsUp(sum, open) }
}

function addsUp(sum: number, open: number): boolean {
  if (sum > 1 + TOLERANCE) return false
  return open > 0 || sum >= 1 - TOLERANCE
}

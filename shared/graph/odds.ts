// The odds of each way out of a step: what the document says, and a stated assumption where it says nothing.
import type { TransitionKind } from '../model/scales.ts'
import type { Step } from '../model/step.ts'
import type { Transition } from '../model/transition.ts'

export interface Odds {
  readonly probability: number
  readonly assumed: boolean
}

/** What an abnormal way out is assumed to take of the visits when the document gives no odds. Shown as "assumed". */
const ASSUMED_SHARE: Readonly<Record<Exclude<TransitionKind, 'normal'>, number>> = {
  exception: 0.1,
  'low-confidence': 0.1,
  ambiguity: 0.1,
  error: 0.05,
  retry: 0.1,
  timeout: 0.05,
  reject: 0.1,
  compensate: 0.05,
}

/** No assumption may make a way out unwalkable: an edge nobody gave odds is still an edge that can be taken. */
const LEAST_ASSUMED = 0.001

/**
 * Odds of each of `transitions`, in their order. All branches of a split are taken, so theirs are 1 unless they are
 * stated to be 0. Stated odds are never changed, even where they do not sum to 1 (a lint says so).
 */
export function oddsOfLeaving(step: Step, transitions: readonly Transition[]): readonly Odds[] {
  if (step.kind === 'split') {
    return transitions.map((t) => ({ probability: t.probability === 0 ? 0 : 1, assumed: false }))
  }
  const silent = transitions.filter((t) => t.probability === undefined)
  if (silent.length === 0) return transitions.map((t) => ({ probability: t.probability!, assumed: false }))
  const rest = Math.max(0, 1 - transitions.reduce((sum, t) => sum + (t.probability ?? 0), 0))
  const shares = assumedShares(silent, rest)
  return transitions.map((t) =>
    t.probability === undefined
      ? { probability: shares.get(t.id)!, assumed: transitions.length > 1 }
      : { probability: t.probability, assumed: false },
  )
}

function assumedShares(silent: readonly Transition[], rest: number): Map<string, number> {
  const normal = silent.filter((t) => t.kind === 'normal')
  const abnormal = silent.filter((t) => t.kind !== 'normal')
  const wanted = abnormal.reduce((sum, t) => sum + ASSUMED_SHARE[t.kind as keyof typeof ASSUMED_SHARE], 0)
  // The routine way keeps at least half of what is left; without one, the abnormal ways share all of it.
  const forAbnormal = normal.length === 0 ? rest : Math.min(wanted, rest / 2)
  const shares = new Map<string, number>()
  for (const t of abnormal) {
    const share = (ASSUMED_SHARE[t.kind as keyof typeof ASSUMED_SHARE] / wanted) * forAbnormal
    shares.set(t.id, Math.max(LEAST_ASSUMED, share))
  }
  for (const t of normal) shares.set(t.id, Math.max(LEAST_ASSUMED, (rest - forAbnormal) / normal.length))
  return shares
}

// How little harm any placement of so many minutes could leave. Reviewers who never tire see errors at their most
// frequent; a wrong case gets past all gates on its way with the product of what each lets through, and over all cases
// that is at least what the average number of passes says (the mean of exponentials is no less than the exponential of
// the mean, Jensen). The minutes are spent on the best gates, in parts if need be. Weak where many prompts tire people:
// that they tire is left out.
import { placeKey } from '../model/handoff.ts'
import { reviewOutcome } from '../simulate/reviewer.ts'
import { evaluateRisk, harmWith, lossOf } from '../simulate/risk.ts'
import type { ReviewPoint } from '../simulate/risk.ts'
import type { Search } from './pareto-search.ts'

/** One step up at a place: from nothing to the first strength that is worth it, or from there to the next. */
interface Increment {
  /** Taken from the logarithm of the harm. */
  readonly saved: number
  readonly minutes: number
}

/** Small enough that what a gate lets through is a straight line in what it catches. */
const GLIMPSE = 1e-4
/** Nobody is surer than this; keeps the logarithm finite. */
const SUREST = 0.999999

/** A function from minutes to the least harm that they can leave. Cost: one evaluation a place and strength. */
export function harmBound(search: Search): (minutes: number) => number {
  const standing = search.reviewsOf([])
  const chosen = search.places.flatMap(({ at, strengths }) =>
    strengths.flatMap((strength) =>
      search.reviewsOf([{ at, strength }]).filter(({ key }) => key === placeKey(at)),
    ),
  )
  const points = [...standing, ...chosen]
  const most = mostSaved(search, points)
  const minutesOf = visitsTimesMinutes(search, points)
  const mandatory = standing.reduce((sum, _, i) => sum + most[i]!, 0)
  // A gate of the document that is raised takes the minutes of the stronger one alone, so that its own do not count here.
  const spent = standing.reduce((sum, point, i) => sum + (stays(point) ? minutesOf[i]! : 0), 0)
  const byPlace = new Map<string, Increment[]>()
  chosen.forEach((point, i) => {
    const list = byPlace.get(point.key) ?? []
    list.push({ saved: most[standing.length + i]!, minutes: minutesOf[standing.length + i]! })
    byPlace.set(point.key, list)
  })
  const steps = [...byPlace.values()].flatMap(hull).sort((a, b) => worth(b) - worth(a))
  const least = leastAlone(search) * search.harmUnasked
  return (minutes) => {
    let left = minutes - spent
    let saved = mandatory
    for (const step of steps) {
      if (left <= 0) break
      saved += Math.min(1, step.minutes > 0 ? left / step.minutes : 1) * step.saved
      left -= step.minutes
    }
    return least * Math.exp(-saved)
  }
}

// What each review takes from the logarithm of the harm at the very most: passes of a harmful case, times how surely
// somebody stops it who is fresh and to whom everything comes.
function mostSaved(search: Search, points: readonly ReviewPoint[]): readonly number[] {
  const { network, reviewer, harmUnasked } = search
  const nobody = evaluateRisk(
    network,
    points,
    reviewer,
    points.map(() => 0),
  )
  const least = leastAlone(search)
  return points.map((point, i) => {
    const { prevalence } = nobody.reviews[i]!
    const fresh = { strength: point.strength, earlier: 0, repeats: 0, prevalence, minutes: 0 }
    const catches = reviewOutcome(reviewer, fresh).catches * point.share
    const glimpsed = harmWith(network, [{ ...point, share: 1 }], reviewer, [GLIMPSE])
    const passes = (harmUnasked - glimpsed) / GLIMPSE / (harmUnasked * least)
    return -Math.log(1 - Math.min(SUREST, catches)) * Math.max(0, passes)
  })
}

// A case that is wrong in two ways does the harm of one. At least this share of what each way would do alone counts:
// the share of cases at any harmful step that are right in every way, with nobody asked.
function leastAlone({ network, reviewer }: Search): number {
  const { graph } = network
  const doors = graph.steps.flatMap((step, v) =>
    graph.reachable[v] && lossOf(step, reviewer) > 0 ? [door(step.id)] : [],
  )
  const { reviews } = evaluateRisk(
    network,
    doors,
    reviewer,
    doors.map(() => 0),
  )
  const worst = Math.max(0, ...reviews.map(({ prevalence }) => prevalence))
  return Math.max(1e-6, (1 - worst) * (1 - reviewer.wrongExtreme))
}

function door(step: string): ReviewPoint {
  return {
    key: step,
    at: { before: step },
    kind: 'approval',
    strength: 'approve',
    party: undefined,
    minutes: 0,
    share: 1,
    batch: 1,
  }
}

function visitsTimesMinutes(
  { network, reviewer }: Search,
  points: readonly ReviewPoint[],
): readonly number[] {
  const { reviews } = evaluateRisk(
    network,
    points,
    reviewer,
    points.map(() => 0),
  )
  return reviews.map(({ prompts, point }) => prompts * point.minutes)
}

function stays({ kind, strength }: ReviewPoint): boolean {
  return (
    kind !== 'notify' &&
    strength !== 'notify' &&
    kind !== 'approval' &&
    kind !== 'sign-off' &&
    kind !== 'exception'
  )
}

function worth({ saved, minutes }: Increment): number {
  return minutes > 0 ? saved / minutes : saved > 0 ? Infinity : 0
}

// The increments of one place in falling order of worth: a weak gate that is worth less than half a strong one is skipped.
function hull(options: readonly Increment[]): readonly Increment[] {
  const kept: Increment[] = [{ saved: 0, minutes: 0 }]
  const sorted = [...options].sort((a, b) => a.minutes - b.minutes || b.saved - a.saved)
  for (const option of sorted) {
    if (option.saved <= kept.at(-1)!.saved) continue
    while (kept.length > 1 && slope(kept.at(-2)!, kept.at(-1)!) <= slope(kept.at(-1)!, option)) kept.pop()
    kept.push(option)
  }
  return kept.slice(1).map((option, i) => ({
    saved: option.saved - kept[i]!.saved,
    minutes: option.minutes - kept[i]!.minutes,
  }))
}

function slope(from: Increment, to: Increment): number {
  return to.minutes > from.minutes ? (to.saved - from.saved) / (to.minutes - from.minutes) : Infinity
}

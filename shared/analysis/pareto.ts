// The curve of minutes against harm (PLACEMENT.md 3.1, P-risk): what asking more people buys, and what asking fewer
// costs. Coverage of every demand of approve and more is kept on the whole curve; below that, harm decides.
import type { Graph } from '../graph/graph.ts'
import type { ParetoCurve, ParetoPoint } from '../model/pareto.ts'
import { placeKey } from '../model/handoff.ts'
import { reviewerOf } from '../simulate/reviewer.ts'
import { riskNetwork } from '../simulate/risk-network.ts'
import { carriedAuthority } from '../placement/authority.ts'
import { uncovered } from '../placement/coverage.ts'
import type { Demands } from '../placement/demands.ts'
import { feasibleDemands } from '../placement/feasible.ts'
import { grantsOf } from '../placement/grants.ts'
import type { Gate } from '../placement/grants.ts'
import { optimise } from '../placement/optimise.ts'
import { approvalKind } from '../placement/place.ts'
import type { Workflow } from '../model/workflow.ts'
import { compareText } from '../support/compare.ts'
import { placementOf } from './analyse.ts'
import type { AnalysisOptions } from './analyse.ts'
import { harmBound } from './pareto-bound.ts'
import { everyCombination, greedyPlacements, searchOver } from './pareto-search.ts'
import type { Choice, Search, Tried } from './pareto-search.ts'
import { plannedReviews } from './review-points.ts'

/** Combinations that are all worked out; with more of them gates are added and exchanged one by one. */
const ALL_COMBINATIONS = 60_000
/** Differences of this share of all harm are worth a point of their own. */
const NOTICEABLE = 0.01
/** Demands from here on are met on the whole curve. */
const FLOOR = 2

/**
 * Works the curve out. Pure; takes seconds for hundreds of steps, so it belongs off the main thread. Existing handoffs
 * stay as they are, and so do the handoffs that rules ask for (briefs, questions, exceptions); gates vary.
 */
export function paretoCurve(workflow: Workflow, options: AnalysisOptions = {}): ParetoCurve {
  const { graph, demands, result } = placementOf(workflow, options)
  const suggested = result.placement.handoffs
  const fixed = suggested.filter(({ rules }) => !rules.includes('S2') && !rules.includes('S9'))
  const search = searchOf(graph, demands, fixed)
  const floor = floorGates(graph, demands, fixed)
  const full = suggested.filter((gate) => !fixed.includes(gate)).map(choiceOf)
  const combinations = search.places.reduce((product, { strengths }) => product * (strengths.length + 1), 1)
  const exact = combinations <= ALL_COMBINATIONS
  const tried = exact ? everyCombination(search) : greedyPlacements(search, [floor, full])
  const isSafe = (choices: readonly Choice[]): boolean => search.open(choices, FLOOR).length === 0
  const placed = search.tried(full)
  const safe = [placed, ...tried].filter(({ choices }) => isSafe(choices))
  const whole = undominated(safe)
  const at = whole.findIndex((one) => one.minutes === placed.minutes && one.harm === placed.harm)
  const best = whole.filter((_, i) => i === at || isWorthShowing(search, whole, i))
  const bound = exact ? undefined : harmBound(search)
  return {
    points: best.map((one) => pointOf(search, fixed, one, bound)),
    method: exact ? 'exact' : 'greedy-swap',
    harmUnasked: search.harmUnasked,
    ...(at >= 0 ? { suggested: best.indexOf(whole[at]!) } : {}),
    places: search.places.length,
    tried: tried.length,
  }
}

/** The search behind the curve: the places, and what each placement costs and leaves. */
export function searchOf(graph: Graph, demands: Demands, fixed: readonly Gate[]): Search {
  const reviewer = reviewerOf(graph.workflow.profile.reviewer)
  const open = (choices: readonly Choice[], from: number): readonly number[] => {
    const gates = [...graph.workflow.handoffs, ...fixed, ...choices.map((choice) => gateOf(graph, choice))]
    const carried = carriedAuthority(graph, demands, grantsOf(graph, gates))
    return uncovered(demands, carried).filter((v) => demands.required[v]! >= from)
  }
  const reviewsOf = (choices: readonly Choice[]) =>
    plannedReviews(graph, [...fixed, ...choices.map((choice) => gateOf(graph, choice))], [])
  return searchOver({ network: riskNetwork(graph), reviewer, reviewsOf, open }, demands.most === 3)
}

// The cheapest gates for the demands of approve and more.
function floorGates(graph: Graph, demands: Demands, fixed: readonly Gate[]): readonly Choice[] {
  const base = grantsOf(graph, [...graph.workflow.handoffs, ...fixed])
  const grave = {
    ...demands,
    required: demands.required.map((demand) => (demand >= FLOOR ? demand : 0)),
  }
  const { gates } = optimise(graph, feasibleDemands(graph, grave, base).demands, base)
  return gates.map(({ place, authority }) => ({
    at: place,
    strength: authority === 3 ? 'two-person' : authority === 2 ? 'approve' : 'confirm',
  }))
}

function gateOf(graph: Graph, { at, strength }: Choice): Gate {
  return { kind: approvalKind(graph, at, strength === 'confirm' ? 1 : 2), strength, at }
}

function choiceOf({ at, strength }: Choice): Choice {
  return { at, strength }
}

function pointOf(
  search: Search,
  fixed: readonly Gate[],
  { choices, minutes, harm }: Tried,
  bound: ((minutes: number) => number) | undefined,
): ParetoPoint {
  const { graph } = search.network
  const gates = [
    ...fixed.map(({ kind, strength, at }) => ({ kind, strength, at })),
    ...choices.map((one) => gateOf(graph, one)),
  ]
  return {
    minutes,
    harm,
    bound: bound ? Math.min(bound(minutes), harm) : harm,
    covered: search.open(choices, 1).length === 0,
    handoffs: gates.sort(
      (a, b) => compareText(placeKey(a.at), placeKey(b.at)) || compareText(a.kind, b.kind),
    ),
  }
}

// Fewest minutes first; each leaves less harm than all that ask for less. What differs by less than rounding is equal.
function undominated(tried: readonly Tried[]): readonly Tried[] {
  const sorted = [...tried].sort(
    (a, b) => a.minutes - b.minutes || a.harm - b.harm || a.choices.length - b.choices.length,
  )
  const kept: Tried[] = []
  for (const one of sorted) {
    const last = kept.at(-1)
    if (last && last.harm - one.harm <= 1e-9 * (1 + last.harm)) continue
    kept.push(one)
  }
  return kept
}

// Points that differ by less than anybody could tell make a curve hard to pick from: the ends stay, and those between
// that leave noticeably less harm than the one kept before them.
function isWorthShowing({ harmUnasked }: Search, points: readonly Tried[], i: number): boolean {
  if (i === 0 || i === points.length - 1) return true
  const step = NOTICEABLE * harmUnasked
  const rung = (one: Tried): number => Math.floor(one.harm / step)
  return rung(points[i]!) < rung(points[i - 1]!)
}

// What people catch and what gets past them: shares of wrong cases carried along the workflow, through every review.
// A first-order model (PLACEMENT.md 4.1, 4.3): expected visits are those of runs that nobody stops, and what a
// review catches is put right. Rates, not runs: cheap enough to be asked for hundreds of placements.
import { edgeVisits } from '../graph/graph.ts'
import type { Place } from '../model/handoff.ts'
import type { Reviewer } from '../model/reviewer.ts'
import type { HandoffKind, Strength } from '../model/scales.ts'
import { acts } from '../model/step.ts'
import type { Step } from '../model/step.ts'
import { consequenceWithVolume } from '../placement/strength.ts'
import { reviewOutcome } from './reviewer.ts'
import type { ReviewOutcome } from './reviewer.ts'
import { CALLS, RETURNS, UNLABELLED } from './risk-network.ts'
import type { RiskNetwork } from './risk-network.ts'

/** Somebody looks at what passes a place. */
export interface ReviewPoint {
  /** Id of the handoff or human step; the key of its place for a suggestion. */
  readonly key: string
  readonly at: Place
  readonly kind: HandoffKind | 'human'
  readonly strength: Strength
  /** Whose attention it takes; all without a party share one. */
  readonly party: string | undefined
  /** Minutes of one review. */
  readonly minutes: number
  /** Share of the cases that is looked at: below 1 for samples. */
  readonly share: number
  /** Cases that one prompt asks about. */
  readonly batch: number
}

export interface ReviewFigures extends ReviewOutcome {
  readonly point: ReviewPoint
  /** Reviews a run. */
  readonly prompts: number
  readonly earlier: number
  readonly repeats: number
  readonly prevalence: number
  readonly minutesBefore: number
  /** Share of the runs on this way that nobody has stopped before. */
  readonly reached: number
  /** Wrong cases stopped, and right ones refused, a run. */
  readonly caught: number
  readonly refused: number
}

export interface RiskFigures {
  readonly reviews: readonly ReviewFigures[]
  /** Expected harm a run, in the points of `lossLow` … `lossCritical`. */
  readonly harm: number
  /** Wrong actions a run: acting steps of any consequence that are reached by a wrong case. */
  readonly wrongActions: number
}

/** Sweeps over a loop; what has not settled by then changes no more than its last digits. */
const MOST_SWEEPS = 200
/** Shares that change by less have settled; so have prompts and minutes that change by less of themselves. */
const SETTLED = 1e-6
/** Every so many sweeps the rest of the series is added; more often, and the ratios are still those of the last time. */
const LEAP = 5
const NONE: readonly number[] = []
/** Attention after so many prompts is gone, whatever the numbers; keeps endless loops finite. */
const MOST_PROMPTS = 200
/** Harm of what can be taken back is less, of what cannot be it is whole (PLACEMENT.md 4.3). */
const BY_REVERSIBILITY = [0.3, 0.5, 1, 1] as const

/**
 * What `points` catch under `reviewer`, and what harm is left. With `catches` (one share a point) the catch of every
 * review is given instead of worked out, and nothing is refused. Cost: O((steps + transitions) × labels), times a few sweeps for loops.
 */
export function evaluateRisk(
  network: RiskNetwork,
  points: readonly ReviewPoint[],
  reviewer: Reviewer,
  catches?: readonly number[],
): RiskFigures {
  const state = startState(network, points, reviewer, { catches, harmOnly: false })
  run(state)
  let wrongActions = 0
  network.graph.steps.forEach((step, v) => {
    if (step.consequence?.level !== undefined) wrongActions += wrongRuns(state, v)
  })
  return { reviews: points.map((_, i) => figuresOf(state, i)), harm: harmOf(state), wrongActions }
}

/**
 * The harm that is left where the catch of every review is given: that of `evaluateRisk` with these `catches`, for less
 * than half of its cost, because nothing has to be known of prompts and minutes.
 */
export function harmWith(
  network: RiskNetwork,
  points: readonly ReviewPoint[],
  reviewer: Reviewer,
  catches: readonly number[],
): number {
  const state = startState(network, points, reviewer, { catches, harmOnly: true })
  run(state)
  return harmOf(state)
}

function run(state: State): void {
  state.network.components.forEach((group, i) => {
    if (state.network.looping[i]) settle(state, group)
    else visit(state, group[0]!)
  })
}

function harmOf(state: State): number {
  let harm = 0
  state.network.graph.steps.forEach((step, v) => {
    if (acts(step)) harm += wrongRuns(state, v) * lossOf(step, state.reviewer)
  })
  return harm
}

function wrongRuns(state: State, v: number): number {
  const { steps, reachable, visits } = state.network.graph
  if (!acts(steps[v]!) || !reachable[v]) return 0
  return visits[v]! * anyOf(state, state.leaving, v * state.size)
}

/** Harm of one wrong execution of a step, in points. 0 for what does not act, or has no consequence that anybody set. */
export function lossOf(step: Step, reviewer: Reviewer): number {
  const { level, volume = 1, reversibility } = step.consequence ?? {}
  if (level === undefined || !acts(step)) return 0
  const losses = [0, reviewer.lossLow, reviewer.lossModerate, reviewer.lossHigh, reviewer.lossCritical]
  return losses[consequenceWithVolume(level, volume)]! * BY_REVERSIBILITY[reversibility ?? 0]
}

interface State {
  readonly network: RiskNetwork
  readonly points: readonly ReviewPoint[]
  readonly reviewer: Reviewer
  readonly catches: readonly number[] | undefined
  /** Nothing is carried but shares of wrong cases. */
  readonly harmOnly: boolean
  /** Share that a step of each level of uncertainty gets wrong. */
  readonly wrong: readonly number[]
  /**
   * Numbers a step: a share of wrong cases per label; then, unless only the harm is asked for, earlier prompts and then
   * minutes per party, and the share stopped.
   */
  readonly size: number
  readonly parties: ReadonlyMap<string, number>
  /** Inside a step, and on leaving it: an agent leaves with what its tools got wrong as well. */
  readonly inside: Float64Array
  readonly leaving: Float64Array
  readonly scratch: Float64Array
  readonly arriving: Float64Array
  /** Reviews before each step and on each edge, by number. */
  readonly before: readonly (readonly number[] | undefined)[]
  readonly on: readonly (readonly number[] | undefined)[]
  /** FIGURES numbers a review, as they were when it was last come to, and whether it was. */
  readonly figures: Float64Array
  readonly met: Uint8Array
}

/** Visits, reached, earlier, repeats, prevalence, minutes; attended, catches, refuses. */
const FIGURES = 9

function startState(
  network: RiskNetwork,
  points: readonly ReviewPoint[],
  reviewer: Reviewer,
  { catches, harmOnly }: Pick<State, 'catches' | 'harmOnly'>,
): State {
  const { graph, labels } = network
  const parties = new Map<string, number>()
  const before: (number[] | undefined)[] = graph.steps.map(() => undefined)
  const on: (number[] | undefined)[] = graph.edges.map(() => undefined)
  points.forEach(({ at, party = '' }, i) => {
    if (!parties.has(party)) parties.set(party, parties.size)
    const number =
      'on' in at ? graph.edgeOf.get(at.on)?.index : graph.indexOf.get('before' in at ? at.before : at.start)
    if (number === undefined) return
    const places = 'on' in at ? on : before
    places[number] = [...(places[number] ?? []), i]
  })
  const size = labels.length + (harmOnly ? 0 : 2 * parties.size + 1)
  const { wrongLow, wrongModerate, wrongHigh, wrongExtreme } = reviewer
  return {
    network,
    points,
    reviewer,
    catches,
    harmOnly,
    wrong: [0, wrongLow, wrongModerate, wrongHigh, wrongExtreme],
    size,
    parties,
    inside: new Float64Array(graph.steps.length * size),
    leaving: new Float64Array(graph.steps.length * size),
    scratch: new Float64Array(size),
    arriving: new Float64Array(size),
    before,
    on,
    figures: new Float64Array(harmOnly ? 0 : points.length * FIGURES),
    met: new Uint8Array(points.length),
  }
}

// Sweeps over a loop until nothing changes. What goes round shrinks by the same factor each time, so that after a few
// sweeps the rest of the series is added at once (Aitken 1926), or taken away where that was too much; more sweeps follow.
function settle(state: State, group: readonly number[]): void {
  const { size, leaving } = state
  const before = new Float64Array(group.length * size)
  const step = new Float64Array(group.length * size)
  for (let sweep = 1; sweep <= MOST_SWEEPS; sweep++) {
    let change = 0
    for (const v of group) change = Math.max(change, visit(state, v))
    if (change < SETTLED) return
    const leap = sweep % LEAP === 0
    let i = 0
    for (const v of group) {
      const first = v * size
      for (let at = first; at < first + size; at++, i++) {
        let next = leaving[at]!
        const moved = next - before[i]!
        if (leap && moved !== 0) {
          const ratio = moved / step[i]!
          if (ratio > 0 && ratio < 1) {
            const limit = next + (moved * ratio) / (1 - ratio)
            next = Math.max(0, Math.min(limit, mostOf(state, at - first)))
            leaving[at] = next
          }
        }
        step[i] = moved
        before[i] = next
      }
    }
  }
}

// Shares end at 1, prompts and minutes at what is counted.
function mostOf({ network, parties }: State, i: number): number {
  const prompts = network.labels.length
  if (i < prompts || i === prompts + 2 * parties.size) return 1
  return i < prompts + parties.size ? MOST_PROMPTS : MOST_PROMPTS * 60
}

// One step: what arrives, the reviews before it, what it gets wrong itself. Gives how much has changed.
function visit(state: State, v: number): number {
  const { network, size, leaving, arriving, reviewer } = state
  const step = network.graph.steps[v]!
  arrive(state, v)
  if (step.kind === 'start') spoil(arriving, network.labels.indexOf(UNLABELLED), reviewer.wrongInput)
  for (const i of state.before[v] ?? NONE) review(state, i, arriving, network.graph.visits[v]!)
  for (const l of network.clears[v]!) arriving[l]! *= 1 - reviewer.checkCatch
  spoil(arriving, network.adds[v]!, state.wrong[step.uncertainty?.level ?? 0]!)
  const base = v * size
  for (let i = 0; i < size; i++) state.inside[base + i] = arriving[i]!
  comeBack(state, v)
  let change = 0
  // Where the catch is given, neither prompts nor minutes nor who was stopped before play a part in it.
  const decides = state.catches ? network.labels.length : size
  for (let i = 0; i < size; i++) {
    const next = arriving[i]!
    if (i < decides) {
      const moved = Math.abs(next - leaving[base + i]!)
      const share = next > 1 ? moved / next : moved
      if (share > change) change = share
    }
    leaving[base + i] = next
  }
  return change
}

// A merge takes the mean of what arrives; a join, whose branches all ran, the worst.
function arrive(state: State, v: number): void {
  const { network, size, leaving, arriving, scratch } = state
  const joins = network.graph.steps[v]!.kind === 'join'
  arriving.fill(0)
  const { first, edge, from, weight: weights, way } = network.arrivals
  for (let a = first[v]!; a < first[v + 1]!; a++) {
    if (way[a] === RETURNS) continue
    const source = way[a] === CALLS ? state.inside : leaving
    const base = from[a]! * size
    const weight = weights[a]!
    const reviews = state.on[edge[a]!]
    if (!reviews && !joins) {
      // Most of what arrives anywhere.
      for (let i = 0; i < size; i++) arriving[i]! += weight * source[base + i]!
      continue
    }
    for (let i = 0; i < size; i++) scratch[i] = source[base + i]!
    for (const i of reviews ?? NONE)
      review(state, i, scratch, edgeVisits(network.graph, network.graph.edges[edge[a]!]!))
    for (let i = 0; i < size; i++) {
      if (joins) arriving[i] = Math.max(arriving[i]!, scratch[i]!)
      else arriving[i]! += weight * scratch[i]!
    }
  }
}

// What a tool got wrong is wrong in the agent that called it.
function comeBack(state: State, v: number): void {
  const { network, size, leaving, arriving } = state
  const { first, from: sources, weight: weights, way } = network.arrivals
  for (let a = first[v]!; a < first[v + 1]!; a++) {
    if (way[a] !== RETURNS) continue
    const from = sources[a]!
    const weight = weights[a]!
    for (let l = 0; l < network.labels.length; l++) {
      const inside = state.inside[v * size + l]!
      const added = inside < 1 ? Math.max(0, 1 - (1 - leaving[from * size + l]!) / (1 - inside)) : 0
      arriving[l] = 1 - (1 - arriving[l]!) * (1 - weight * added)
    }
    for (let i = network.labels.length; i < size; i++) {
      arriving[i]! += weight * Math.max(0, leaving[from * size + i]! - state.inside[v * size + i]!)
    }
  }
}

function review(state: State, i: number, at: Float64Array, visits: number): void {
  const { points, parties, network, reviewer } = state
  const point = points[i]!
  if (state.harmOnly) {
    keep(state, point, at, state.catches![i]!)
    return
  }
  const party = parties.get(point.party ?? '')!
  const atPrompts = network.labels.length + party
  const atMinutes = atPrompts + parties.size
  const seen = point.kind === 'clarify' ? network.askable : undefined
  const prevalence = anyOf(state, at, 0, seen)
  const asks = point.share / point.batch
  const times = visits * asks
  const repeats = times > 1 ? 1 - 1 / times : 0
  const earlier = at[atPrompts]!
  const minutes = at[atMinutes]!
  const reached = 1 - at[state.size - 1]!
  const given = state.catches?.[i]
  const outcome =
    given === undefined
      ? reviewOutcome(reviewer, { strength: point.strength, earlier, repeats, prevalence, minutes })
      : { attended: 1, catches: given, refuses: 0 }
  keep(state, point, at, outcome.catches)
  if (point.kind !== 'notify' && point.strength !== 'notify') {
    at[atPrompts] = Math.min(MOST_PROMPTS, earlier + asks)
    at[atMinutes] = Math.min(MOST_PROMPTS * 60, minutes + asks * point.minutes)
  }
  const stops = prevalence * outcome.catches + (1 - prevalence) * outcome.refuses
  at[state.size - 1] = 1 - reached * (1 - (point.kind === 'notify' ? 0 : stops * point.share))
  state.met[i] = 1
  const { figures } = state
  let to = i * FIGURES
  figures[to++] = visits
  figures[to++] = reached
  figures[to++] = earlier
  figures[to++] = repeats
  figures[to++] = prevalence
  figures[to++] = minutes
  figures[to++] = outcome.attended
  figures[to++] = outcome.catches
  figures[to] = outcome.refuses
}

// What is caught is put right; a question settles only what can be asked about.
function keep({ network }: State, { kind, share }: ReviewPoint, at: Float64Array, catches: number): void {
  const seen = kind === 'clarify' ? network.askable : undefined
  const kept = 1 - catches * share
  for (let l = 0; l < network.labels.length; l++) if (!seen || seen[l]) at[l]! *= kept
}

function figuresOf(state: State, i: number): ReviewFigures {
  const point = state.points[i]!
  if (state.met[i] === 0) return unreached(point)
  const at = (figure: number): number => state.figures[i * FIGURES + figure]!
  const [visits, prevalence, catches, refuses] = [at(0), at(4), at(7), at(8)]
  return {
    attended: at(6),
    catches,
    refuses,
    point,
    reached: at(1),
    prompts: visits * (point.share / point.batch),
    earlier: at(2),
    repeats: at(3),
    prevalence,
    minutesBefore: at(5),
    caught: visits * point.share * prevalence * catches,
    refused: visits * point.share * (1 - prevalence) * refuses,
  }
}

function unreached(point: ReviewPoint): ReviewFigures {
  const nothing = { attended: 0, catches: 0, refuses: 0, caught: 0, refused: 0 }
  return {
    ...nothing,
    point,
    reached: 1,
    prompts: 0,
    earlier: 0,
    repeats: 0,
    prevalence: 0,
    minutesBefore: 0,
  }
}

// Some share more of what passes is wrong in this way.
function spoil(arriving: Float64Array, l: number, share: number): void {
  if (share > 0) arriving[l] = 1 - (1 - arriving[l]!) * (1 - share)
}

// Probability that a case is wrong in any way; the ways are taken as independent.
function anyOf({ network }: State, rates: Float64Array, from: number, only?: readonly boolean[]): number {
  let right = 1
  for (let l = 0; l < network.labels.length; l++) if (!only || only[l]) right *= 1 - rates[from + l]!
  return 1 - right
}

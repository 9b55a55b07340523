// Placements to compare: every combination where there are few places, else gates added one by one, the most useful for
// a minute first, and then exchanged. With tired reviewers one more gate can do harm, so that nothing is taken on trust:
// every placement is worked out whole.
import { edgeVisits } from '../graph/graph.ts'
import type { Graph } from '../graph/graph.ts'
import { placeKey } from '../model/handoff.ts'
import type { Place } from '../model/handoff.ts'
import type { Reviewer } from '../model/reviewer.ts'
import type { Strength } from '../model/scales.ts'
import { visitsOf } from '../placement/attention.ts'
import { isCandidateEdge, mayHoldGate } from '../placement/stations.ts'
import { evaluateRisk, harmWith } from '../simulate/risk.ts'
import type { RiskNetwork } from '../simulate/risk-network.ts'
import type { ReviewPoint } from '../simulate/risk.ts'

/** A gate of a placement that is compared. */
export interface Choice {
  readonly at: Place
  readonly strength: Strength
}

export interface Tried {
  readonly choices: readonly Choice[]
  readonly minutes: number
  readonly harm: number
}

export interface OpenPlace {
  readonly at: Place
  /** Harm that somebody there saves who stops everything that is wrong, with nobody else asked. */
  readonly most: number
  /** Passages a run. */
  readonly visits: number
  readonly strengths: readonly Strength[]
}

export interface Search {
  readonly network: RiskNetwork
  readonly reviewer: Reviewer
  readonly harmUnasked: number
  readonly places: readonly OpenPlace[]
  /** The reviews of the document with these gates placed as well. */
  readonly reviewsOf: (choices: readonly Choice[]) => readonly ReviewPoint[]
  /** Steps whose demand of at least `from` is not met. */
  readonly open: (choices: readonly Choice[], from: number) => readonly number[]
  readonly tried: (choices: readonly Choice[]) => Tried
}

/** Work that a search may cost: placements worked out, times steps and transitions. Seconds, whatever the size. */
const WORK = 400_000
/** Placements worked out at the least, and places looked at in all. */
const LEAST_TRIED = 400
const MOST_PLACES = 400
/** Gates that are added one after the other; each is a point of the curve. */
const MOST_ADDED = 40
/** Candidates that an exchange is tried with. */
const EXCHANGED = 12
/** Less harm than this share of all is no reason to ask anybody. */
const WORTHWHILE = 1e-4

/** The search over every place where a gate could stop something wrong, with the strengths that make sense there. */
export function searchOver(
  parts: Pick<Search, 'network' | 'reviewer' | 'reviewsOf' | 'open'>,
  needsTwo: boolean,
): Search {
  const { network, reviewer, reviewsOf } = parts
  const tried = (choices: readonly Choice[]): Tried => {
    const { harm, reviews } = evaluateRisk(network, reviewsOf(choices), reviewer)
    const asked = reviews.filter(({ point }) => point.kind !== 'notify' && point.strength !== 'notify')
    return { choices, harm, minutes: asked.reduce((sum, one) => sum + one.prompts * one.point.minutes, 0) }
  }
  const harmUnasked = evaluateRisk(network, [], reviewer).harm
  const strengths: readonly Strength[] = needsTwo
    ? ['confirm', 'approve', 'two-person']
    : ['confirm', 'approve']
  const useful = gatePlaces(network.graph)
    .map((at) => ({ at, saved: harmUnasked - harmWithPerfect(parts, at) }))
    .filter(({ saved }) => saved > WORTHWHILE * harmUnasked)
    .sort((a, b) => b.saved - a.saved)
    .slice(0, MOST_PLACES)
  const places = useful.map(({ at, saved }) => ({
    at,
    strengths,
    most: saved,
    visits: visitsOf(network.graph, at),
  }))
  return { ...parts, harmUnasked, tried, places }
}

/** Every combination of places and strengths. */
export function everyCombination(search: Search): readonly Tried[] {
  const all: Tried[] = []
  const choose = (index: number, choices: readonly Choice[]): void => {
    const place = search.places[index]
    if (!place) {
      all.push(search.tried(choices))
      return
    }
    choose(index + 1, choices)
    for (const strength of place.strengths) choose(index + 1, [...choices, { at: place.at, strength }])
  }
  choose(0, [])
  return all
}

/** From each beginning upwards: the gate that saves most harm a minute, again and again; then exchanges. */
export function greedyPlacements(
  search: Search,
  beginnings: readonly (readonly Choice[])[],
): readonly Tried[] {
  const { graph } = search.network
  const most = Math.max(LEAST_TRIED, WORK / (graph.steps.length + graph.edges.length))
  const all: Tried[] = []
  beginnings.forEach((beginning, i) => {
    const budget = (most * (i + 1)) / beginnings.length
    let now = search.tried(beginning)
    all.push(now)
    const queue = optionsOf(search)
    for (let round = 0; round < MOST_ADDED && all.length < budget; round++) {
      const next = bestAddition(search, now, queue, round)
      if (!next) break
      all.push(next)
      now = all.length < budget ? exchanged(search, next, beginning, queue, all) : next
    }
  })
  return all
}

interface Queued {
  readonly option: Choice
  /** Harm saved for a minute, when last seen; at first, the most that it could be. */
  worth: number
  of: number
}

// Only what was worth most when last seen is worked out again, until the best of them is up to date.
function bestAddition(search: Search, now: Tried, queue: Queued[], round: number): Tried | undefined {
  const seen = new Map<Queued, Tried>()
  for (;;) {
    queue.sort((a, b) => b.worth - a.worth)
    const [top] = queue
    if (!top || top.worth <= 0) return undefined
    const known = seen.get(top)
    if (top.of === round && known) {
      queue.shift()
      return known
    }
    const next = search.tried(withChoice(now.choices, top.option))
    const saved = now.harm - next.harm
    const minutes = next.minutes - now.minutes
    top.of = round
    top.worth = saved <= WORTHWHILE * search.harmUnasked || minutes <= 0 ? 0 : saved / minutes
    seen.set(top, next)
  }
}

// One gate that was added instead of another: kept where it leaves less harm for no more minutes.
function exchanged(
  search: Search,
  now: Tried,
  beginning: readonly Choice[],
  queue: readonly Queued[],
  all: Tried[],
): Tried {
  const fixed = new Set(beginning.map(({ at }) => placeKey(at)))
  let best = now
  const ins = queue.filter(({ worth }) => worth > 0 && worth < Infinity).slice(0, EXCHANGED)
  for (const out of now.choices.filter(({ at }) => !fixed.has(placeKey(at))).slice(-EXCHANGED)) {
    const rest = now.choices.filter((choice) => choice !== out)
    for (const { option } of ins) {
      const next = search.tried(withChoice(rest, option))
      all.push(next)
      if (next.harm < best.harm && next.minutes <= now.minutes) best = next
    }
  }
  return best
}

// A gate seldom becomes more useful because others were placed.
function optionsOf({ places, network }: Search): Queued[] {
  const { minutes } = network.graph.profile
  return places.flatMap(({ at, strengths, most, visits }) =>
    strengths.map((strength) => {
      const price = visits * minutes[strength]
      return { option: { at, strength }, worth: price > 0 ? most / price : Infinity, of: -1 }
    }),
  )
}

// A gate that stands there already is raised, never lowered.
function withChoice(choices: readonly Choice[], option: Choice): readonly Choice[] {
  const key = placeKey(option.at)
  const there = choices.find(({ at }) => placeKey(at) === key)
  if (!there) return [...choices, option]
  if (ORDER.indexOf(there.strength) >= ORDER.indexOf(option.strength)) return choices
  return choices.map((choice) => (choice === there ? option : choice))
}

const ORDER: readonly Strength[] = ['notify', 'confirm', 'approve', 'two-person']

function gatePlaces(graph: Graph): readonly Place[] {
  const doors = graph.steps.flatMap((step, v): Place[] =>
    graph.reachable[v] && graph.visits[v]! > 0 && mayHoldGate(graph, step) ? [{ before: step.id }] : [],
  )
  const ways = graph.edges.flatMap((edge): Place[] =>
    edge.transition &&
    graph.reachable[edge.from] &&
    isCandidateEdge(graph, edge) &&
    edgeVisits(graph, edge) > 0
      ? [{ on: edge.transition.id }]
      : [],
  )
  return [...doors, ...ways]
}

/** Harm that is left if somebody at this place alone stopped everything that is wrong. */
function harmWithPerfect({ network, reviewer }: Pick<Search, 'network' | 'reviewer'>, at: Place): number {
  const point: ReviewPoint = {
    key: placeKey(at),
    at,
    kind: 'approval',
    strength: 'approve',
    party: undefined,
    minutes: 0,
    share: 1,
    batch: 1,
  }
  return harmWith(network, [point], reviewer, [1])
}

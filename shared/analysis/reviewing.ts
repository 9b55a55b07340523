// What the placement asks of people and what they are likely to catch: now, and with every suggestion followed.
import type { Graph } from '../graph/graph.ts'
import type { PartyAttention, PartyLoad, PlacementAttention, Range, Review } from '../model/attention.ts'
import { WEEK_HOURS, workWeek } from '../model/calendar.ts'
import type { Placement } from '../model/placement.ts'
import { REVIEWER_KEYS } from '../model/reviewer.ts'
import type { Workflow } from '../model/workflow.ts'
import type { AttentionContext } from '../rules/types.ts'
import { waitsForDuty, waitsLonger } from '../simulate/queue.ts'
import { reviewerOf } from '../simulate/reviewer.ts'
import { riskNetwork } from '../simulate/risk-network.ts'
import type { RiskNetwork } from '../simulate/risk-network.ts'
import { evaluateRisk, harmWith } from '../simulate/risk.ts'
import type { ReviewFigures, ReviewPoint, RiskFigures } from '../simulate/risk.ts'
import { doubtsAbout, spread, spreadOf } from '../simulate/spread.ts'
import type { Doubts } from '../simulate/spread.ts'
import { durationMinutes } from '../support/duration.ts'
import { plannedReviews, standingReviews } from './review-points.ts'

/** What the rules about attention read beyond what all others read. */
type AttentionFigures = Pick<AttentionContext, 'reviewing' | 'without'>

/** Works the figures out. Cost: a few passes over the workflow, and a few dozen over its loops. */
export function attentionOf(graph: Graph, placement: Placement): AttentionFigures {
  const { workflow } = graph
  const own = workflow.profile.reviewer
  const reviewer = reviewerOf(own)
  const network = riskNetwork(graph)
  const unasked = evaluateRisk(network, [], reviewer)
  const harmUnasked = unasked.harm
  const standing = standingReviews(graph)
  const planned = plannedReviews(graph, placement.handoffs, placement.remove)
  const doubts = doubtsAbout(reviewer, own)
  const context = { network, doubts, unasked, readingSpread: reviewer.readingSpread }
  const now = placementAttention(context, standing)
  const same = placement.handoffs.length === 0 && placement.remove.length === 0
  return {
    reviewing: {
      now,
      placed: same ? now : placementAttention(context, planned),
      harmUnasked: rounded(harmUnasked),
      loads: loadsOf(workflow, now),
      own: REVIEWER_KEYS.filter((key) => own?.[key] !== undefined),
    },
    without: (ids) => {
      const kept = standing.filter(({ key }) => !ids.has(key))
      const { harm, reviews } = evaluateRisk(network, kept, reviewer)
      return { harm, prompts: promptsIn(reviews) }
    },
  }
}

interface Context {
  readonly network: RiskNetwork
  readonly doubts: Doubts
  readonly unasked: RiskFigures
  readonly readingSpread: number
}

function placementAttention(context: Context, points: readonly ReviewPoint[]): PlacementAttention {
  const { network, doubts, unasked } = context
  const harmUnasked = unasked.harm
  const none = points.length === 0
  const usual = none ? unasked : evaluateRisk(network, points, doubts.usual)
  const spreads = usual.reviews.map((review) => spreadOf(doubts, review))
  const given = (end: 'low' | 'high'): number =>
    harmWith(
      network,
      points,
      doubts.usual,
      spreads.map(({ catches }) => catches[end]),
    )
  const worst = none ? usual.harm : given('low')
  const best = none ? usual.harm : given('high')
  const stopped = (harm: number): number => (harmUnasked > 0 ? Math.max(0, 1 - harm / harmUnasked) : 0)
  return {
    prompts: promptsRange(usual.reviews),
    minutes: minutesRange(usual.reviews, context.readingSpread),
    catches: range(stopped(worst), stopped(usual.harm), stopped(best)),
    refused: sum(usual.reviews.map((review, i) => refusedRange(review, spreads[i]!.refuses))),
    harm: harmRange(usual.harm, [best, worst], doubts.frequency),
    parties: partiesOf(usual.reviews, context.readingSpread),
    reviews: usual.reviews.map((review, i) => reviewOf(review, spreads[i]!)),
  }
}

function reviewOf(figures: ReviewFigures, { catches, refuses }: ReturnType<typeof spreadOf>): Review {
  const { key, at, kind, strength, party } = figures.point
  return {
    key,
    at,
    kind,
    strength,
    ...(party === undefined ? {} : { party }),
    prompts: rounded(asks(figures) ? figures.prompts : 0),
    earlier: rounded(figures.earlier),
    wrong: rounded(figures.prevalence),
    catches: range(catches.low, catches.value, catches.high),
    refused: refusedRange(figures, refuses),
  }
}

// How much goes wrong is as little known as how much of it is caught.
function harmRange(harm: number, caught: readonly [number, number], frequency: number): Range {
  const { low, high } = spread(harm, [caught, [harm / frequency, harm * frequency]], Infinity)
  return range(low, harm, high)
}

// A message that stops nothing asks nobody.
function asks({ point }: ReviewFigures): boolean {
  return point.kind !== 'notify' && point.strength !== 'notify'
}

function promptsIn(reviews: readonly ReviewFigures[]): number {
  return reviews.reduce((total, review) => total + (asks(review) ? review.prompts : 0), 0)
}

// A run that somebody has stopped asks no more; at the other end everything that is refused comes back once.
function promptsRange(reviews: readonly ReviewFigures[]): Range {
  return sum(
    reviews.filter(asks).map((review) => {
      const stops = review.prevalence * review.catches + (1 - review.prevalence) * review.refuses
      return {
        low: review.prompts * review.reached,
        value: review.prompts,
        high: review.prompts * (1 + stops),
      }
    }),
  )
}

function minutesRange(reviews: readonly ReviewFigures[], readingSpread: number): Range {
  const minutes = reviews.reduce((total, { prompts, point }) => total + prompts * point.minutes, 0)
  const prompts = promptsRange(reviews)
  const share = (end: number): number => (prompts.value > 0 ? (minutes * end) / prompts.value : minutes)
  const { low, high } = spread(
    minutes,
    [
      [minutes / readingSpread, minutes * readingSpread],
      [share(prompts.low), share(prompts.high)],
    ],
    Infinity,
  )
  return range(low, minutes, high)
}

function refusedRange({ refused, refuses }: ReviewFigures, { low, high }: Range): Range {
  const cases = refuses > 0 ? refused / refuses : 0
  return range(cases * low, refused, cases * high)
}

function partiesOf(reviews: readonly ReviewFigures[], readingSpread: number): PartyAttention[] {
  return groups(reviews.filter(asks)).map(([party, own]) => ({
    ...(party === undefined ? {} : { party }),
    prompts: promptsRange(own),
    minutes: minutesRange(own, readingSpread),
  }))
}

function groups(reviews: readonly ReviewFigures[]): [string | undefined, ReviewFigures[]][] {
  const found = new Map<string | undefined, ReviewFigures[]>()
  for (const review of reviews) {
    const list = found.get(review.point.party)
    if (list) list.push(review)
    else found.set(review.point.party, [review])
  }
  return [...found]
}

// Runs come at any hour of the week. What a party does not say is taken as one person who is always there; of people
// whom nobody has named nothing is known.
function loadsOf(workflow: Workflow, { parties, reviews }: PlacementAttention): PartyLoad[] {
  const { runsPerDay } = workflow
  if (runsPerDay === undefined || runsPerDay === 0) return []
  return parties.flatMap((attention) => {
    const party = workflow.parties.find(({ id }) => id === attention.party)
    if (!party) return []
    const week = workWeek(party.calendar ?? 'always') ?? { hours: WEEK_HOURS, gaps: [] }
    const staff = party.staff ?? 1
    const perHour = (runsPerDay * 7) / week.hours
    const prompts = attention.prompts.value
    const arrivals = perHour * prompts
    const minutes = prompts > 0 ? attention.minutes.value / prompts : 0
    const utilisation = staff > 0 ? (arrivals * minutes) / 60 / staff : arrivals > 0 ? Infinity : 0
    const late = workflow.handoffs.flatMap((handoff) => {
      const after = handoff.timeout?.after
      const wait = after === undefined ? undefined : durationMinutes(after)
      if (after === undefined || wait === undefined || handoff.assignee?.role !== party.id) return []
      if (!reviews.some(({ key, prompts }) => key === handoff.id && prompts > 0)) return []
      const offDuty = (hours: number): number => waitsForDuty(week.gaps, WEEK_HOURS, hours)
      const queued = (hours: number): number =>
        minutes > 0 ? waitsLonger({ arrivals, rate: 60 / minutes, staff }, hours) : 0
      const tooLate = (hours: number): number => 1 - (1 - offDuty(hours)) * (1 - queued(hours))
      const enough = USUAL_TIMEOUTS.find((usual) => {
        const longer = durationMinutes(usual)!
        return longer > wait && tooLate(wait / 60) > SELDOM && tooLate(longer / 60) <= SELDOM
      })
      return [
        {
          handoff: handoff.id,
          after,
          probability: rounded(tooLate(wait / 60)),
          offDuty: rounded(offDuty(wait / 60)),
          ...(enough === undefined ? {} : { enough }),
        },
      ]
    })
    return [
      {
        party: party.id,
        staff,
        hours: week.hours,
        runsPerDay,
        utilisation: rounded(Math.min(utilisation, MOST_BUSY)),
        late,
      },
    ]
  })
}

const USUAL_TIMEOUTS = ['PT4H', 'PT8H', 'P1D', 'P2D', 'P3D', 'P4D', 'P7D'] as const
const SELDOM = 0.1

/** Nobody there to do the work at all; a finite number, because JSON has no other. */
const MOST_BUSY = 1e6

function sum(ranges: readonly Range[]): Range {
  const add = (of: (range: Range) => number): number => ranges.reduce((total, range) => total + of(range), 0)
  return range(
    add(({ low }) => low),
    add(({ value }) => value),
    add(({ high }) => high),
  )
}

function range(low: number, value: number, high: number): Range {
  return { low: rounded(Math.min(low, value)), value: rounded(value), high: rounded(Math.max(high, value)) }
}

// Nine places: more than anybody reads, and few enough that the last digit of an exponential does not show.
function rounded(value: number): number {
  return value < 1e6 ? Math.round(value * 1e9) / 1e9 : value
}

// What a workflow says by itself, read afresh for the checker: which ways are walked, what each step demands, where
// doubt is live, and what every gate confers. Shares no code with the rest of the analysis, so that one mistake
// cannot make both agree.
import { conferredBy } from './conferred-by.ts'
import { checksOnTheBrief } from './envelope-claims.ts'
import { itemsAtTheCap } from './exposure-claims.ts'
import { consentAt } from './gate-claims.ts'
import type { GatedPlace } from './gate-claims.ts'
import { readProfile } from './profile-claims.ts'
import type { ProfileClaims } from './profile-claims.ts'
import { parallelClaims } from './parallel-claims.ts'
import type { ParallelClaim } from './parallel-claims.ts'
import { minutesAt, waitsAtJoins } from './time-claims.ts'
import type { Short, TimeClaims } from './time-claims.ts'
import { durationMinutes } from '../../support/duration.ts'
import type { Handoff } from '../../model/handoff.ts'
import { stalingSteps } from './stale-claims.ts'
import { beginsContents, walkedWays } from './ways.ts'
import type { Way } from './ways.ts'
import type { Authority } from '../../model/scales.ts'
import type { Step } from '../../model/step.ts'
import type { Workflow } from '../../model/workflow.ts'

/** The claims of a workflow, by step or transition id. Only steps that a run can reach are in `reachable`. */
export interface Claims {
  readonly steps: ReadonlyMap<string, Step>
  readonly transitions: ReadonlySet<string>
  readonly ways: readonly Way[]
  readonly out: ReadonlyMap<string, readonly Way[]>
  readonly reachable: ReadonlySet<string>
  readonly starts: ReadonlySet<string>
  readonly liveSources: ReadonlySet<string>
  /** Of every reachable step that needs a person's consent: 1 confirm, 2 approve, 3 two-person. */
  readonly required: ReadonlyMap<string, Authority>
  /** Steps that would need somebody, and for which somebody accepts the risk. */
  readonly waived: ReadonlySet<string>
  /** What a step confers by itself on whatever passes it. */
  readonly granted: ReadonlyMap<string, Authority>
  /** What the handoffs before a step and its own grant confer. */
  readonly before: ReadonlyMap<string, Authority>
  /** What the handoffs on a transition confer. */
  readonly on: ReadonlyMap<string, Authority>
  /** Present where some consent can have expired before it is used; it is then in neither of the two above. */
  readonly time?: TimeClaims
  /** Present where joins are read causally; with expiry they never are. */
  readonly blocks?: readonly ParallelClaim[]
}

/** Strengths by rank; what a step needs is a rank, and 0 is nothing at all. */
const NOTHING = 0
const NOTIFY = 1
const CONFIRM = 2
const APPROVE = 3
const TWO_PERSON = 4

/** Reads the claims of a workflow. Linear in its size, times the number of labels. */
export function readClaims(workflow: Workflow, asOf?: string): Claims {
  const profile = readProfile(workflow)
  const steps = new Map(workflow.steps.map((step) => [step.id, step]))
  const ways = walkedWays(workflow, steps)
  const out = groupBy(ways, (way) => way.from)
  const starts = new Set(
    workflow.steps.flatMap((step) =>
      step.kind === 'start' && !beginsContents(step, steps) ? [step.id] : [],
    ),
  )
  const reachable = new Set(starts)
  const queue = [...starts]
  for (const id of queue) {
    for (const way of out.get(id) ?? []) {
      if (reachable.has(way.to)) continue
      reachable.add(way.to)
      queue.push(way.to)
    }
  }
  const waysOn = (id: string): readonly string[] => (out.get(id) ?? []).map(({ to }) => to)
  const items = itemsAtTheCap(workflow, steps, starts, waysOn)
  const asked = demandRanks(profile, withItems(steps, items), out, reachable)
  const accepted = acceptedRisks(workflow, asOf)
  const ranks = new Map([...asked].filter(([id]) => !accepted.has(id)))
  const required = new Map<string, Authority>()
  for (const [id, rank] of ranks) {
    const authority = authorityOfRank(rank)
    if (authority > 0) required.set(id, authority)
  }
  const granted = new Map<string, Authority>()
  for (const step of workflow.steps) if (step.grant) granted.set(step.id, conferredBy(step.grant))
  for (const id of checksOnTheBrief(workflow, steps, waysOn, asOf)) raise(granted, id, 1)
  const expiry = readExpiry(workflow, steps, out)
  const before = new Map(granted)
  const on = new Map<string, Authority>()
  const arrivals = ways.filter(({ from, back }) => reachable.has(from) && !back)
  const place = (behind: string | undefined, ids: readonly (string | undefined)[]): GatedPlace => ({
    behind: behind === undefined ? undefined : steps.get(behind),
    arriving: conditionsOf(workflow, ids),
    asOf,
  })
  const stands = groupBy(workflow.handoffs, ({ at }) => ('before' in at ? at.before : undefined))
  for (const [id, all] of stands) {
    if (id === undefined) continue
    const handoffs = expiry.lasting(all)
    const into = arrivals.filter(({ to }) => to === id).map(({ transition }) => transition)
    raise(before, id, consentAt(handoffs, place(id, into)))
  }
  const hangs = groupBy(workflow.handoffs, ({ at }) => ('on' in at ? at.on : undefined))
  for (const [id, all] of hangs) {
    const handoffs = expiry.lasting(all)
    const way = ways.find(({ transition }) => transition === id)
    if (id !== undefined) raise(on, id, consentAt(handoffs, place(way?.to, way ? [id] : [])))
  }
  return {
    steps,
    transitions: new Set(workflow.transitions.map((transition) => transition.id)),
    ways,
    out,
    reachable,
    starts,
    liveSources: liveSourcesOf(profile, steps, ways, reachable, starts, ranks),
    required,
    waived: new Set([...asked.keys()].filter((id) => accepted.has(id))),
    granted,
    before,
    on,
    ...(expiry.short.length > 0
      ? timeOf(expiry, place, { steps, ways, starts, reachable })
      : workflow.semantics?.join === 'causal' && {
          blocks: parallelClaims({ steps, ways, out, starts, reachable }),
        }),
  }
}

/** Which handoffs are good for as long as a run can take, and which are not. */
interface Expiry {
  readonly minutes: ReadonlyMap<string, number>
  readonly short: readonly Handoff[]
  readonly lasting: (handoffs: readonly Handoff[]) => readonly Handoff[]
}

function readExpiry(
  { handoffs }: Workflow,
  steps: ReadonlyMap<string, Step>,
  out: ReadonlyMap<string, readonly Way[]>,
): Expiry {
  const expiring = handoffs.filter(({ expires }) => expires !== undefined)
  const minutes = expiring.length > 0 ? minutesAt(steps, out) : new Map<string, number>()
  const total = [...minutes.values()].reduce((sum, each) => sum + each, 0)
  const short = expiring.filter(({ expires = '' }) => total > (durationMinutes(expires) ?? Infinity))
  const isShort = new Set(short)
  return { minutes, short, lasting: (all) => all.filter((handoff) => !isShort.has(handoff)) }
}

function timeOf(
  { minutes, short }: Expiry,
  place: (behind: string | undefined, ids: readonly (string | undefined)[]) => GatedPlace,
  { steps, ways, starts, reachable }: Pick<Claims, 'steps' | 'ways' | 'starts' | 'reachable'>,
): Pick<Claims, 'time'> {
  if (short.length === 0) return {}
  const before = new Map<string, Short[]>()
  const on = new Map<string, Short[]>()
  for (const handoff of short) {
    // Of several tiers nobody could say which one it is that has expired: those that expire are left out.
    if (handoff.when !== undefined) continue
    const { at, expires = '' } = handoff
    const behind =
      'before' in at ? at.before : ways.find(({ transition }) => 'on' in at && transition === at.on)?.to
    const each = {
      authority: consentAt([handoff], place(behind, [])),
      minutes: durationMinutes(expires) ?? 0,
    }
    if ('before' in at) before.set(at.before, [...(before.get(at.before) ?? []), each])
    if ('on' in at) on.set(at.on, [...(on.get(at.on) ?? []), each])
  }
  const joins = [...steps.values()].flatMap(({ id, kind }) =>
    kind === 'join' && reachable.has(id) ? [id] : [],
  )
  const walked = ways.filter(({ from }) => reachable.has(from))
  const isShort = { before: (id: string) => before.has(id), on: (id: string) => on.has(id) }
  return { time: { at: minutes, waits: waitsAtJoins(joins, walked, starts, minutes, isShort), before, on } }
}

/** Steps as the table has to see them: with all the items that a run has dealt with when it exceeds the cap. */
function withItems(
  steps: ReadonlyMap<string, Step>,
  items: ReadonlyMap<string, number>,
): ReadonlyMap<string, Step> {
  if (items.size === 0) return steps
  return new Map(
    [...steps].map(([id, step]) => {
      const volume = items.get(id)
      return [id, volume === undefined ? step : { ...step, consequence: { ...step.consequence, volume } }]
    }),
  )
}

/** The conditions of transitions; none where one of them has none, or a way is no transition. */
function conditionsOf({ transitions }: Workflow, ids: readonly (string | undefined)[]): readonly string[] {
  const conditions = ids.map((id) =>
    transitions.find((transition) => transition.id === id)?.condition?.trim(),
  )
  const given = conditions.flatMap((condition) =>
    condition === undefined || condition === '' ? [] : [condition],
  )
  return given.length === conditions.length ? given : []
}

/** Steps whose risk somebody accepts, until the day on which the waiver expires. */
function acceptedRisks({ placing }: Workflow, asOf: string | undefined): ReadonlySet<string> {
  const steps = new Set<string>()
  for (const { step, expires } of placing?.waivers ?? []) {
    if (asOf === undefined || expires > asOf.slice(0, 10)) steps.add(step)
  }
  return steps
}

function demandRanks(
  profile: ProfileClaims,
  steps: ReadonlyMap<string, Step>,
  out: ReadonlyMap<string, readonly Way[]>,
  reachable: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const doubtful = arrivalsInDoubt(profile, steps, out, reachable)
  const ranks = new Map<string, number>()
  for (const id of reachable) {
    const step = steps.get(id)
    if (step?.kind !== 'action' && step?.kind !== 'agent' && step?.kind !== 'subflow') continue
    const rank = rankByTags(profile, step)
    const raised = doubtful.has(id) && (rank === NOTIFY || rank === CONFIRM) ? rank + 1 : rank
    if (raised > NOTHING) ranks.set(id, raised < profile.leastConsent ? NOTIFY : raised)
  }
  return ranks
}

function rankByTags(profile: ProfileClaims, { consequence = {} }: Step): number {
  // A consequence that nobody set is not known; it is neither "none" nor a demand.
  if (consequence.level === undefined) return NOTHING
  const hardToUndo = (consequence.reversibility ?? 0) >= 2
  let level: number = consequence.level
  for (let items = 10; items <= (consequence.volume ?? 1) && level < 4; items *= 10) level++
  const facts = [hardToUndo, consequence.external === true, consequence.security === true]
  const isGrave = hardToUndo || consequence.security === true
  if (isGrave && level >= profile.twoPeopleFrom) return TWO_PERSON
  return profile.rankAt(level, facts.filter(Boolean).length)
}

/** Steps at which doubt that raises a demand can arrive and that nothing has settled on the way. */
function arrivalsInDoubt(
  profile: ProfileClaims,
  steps: ReadonlyMap<string, Step>,
  out: ReadonlyMap<string, readonly Way[]>,
  reachable: ReadonlySet<string>,
): ReadonlySet<string> {
  const arrivals = new Set<string>()
  const sources = [...reachable].filter(
    (id) => (steps.get(id)?.uncertainty?.level ?? 0) >= profile.doubtThatRaises,
  )
  for (const [label, ids] of groupBy(sources, (id) => steps.get(id)?.uncertainty?.label)) {
    const left = new Set(ids)
    const queue = [...ids]
    for (const id of queue) {
      for (const { to } of out.get(id) ?? []) {
        arrivals.add(to)
        if (left.has(to) || settles(steps.get(to), label)) continue
        left.add(to)
        queue.push(to)
      }
    }
  }
  return arrivals
}

/** Starts, reachable steps whose doubt can come to a step that demands anything before something settles it, and steps after which what was agreed is stale. */
function liveSourcesOf(
  profile: ProfileClaims,
  steps: ReadonlyMap<string, Step>,
  ways: readonly Way[],
  reachable: ReadonlySet<string>,
  starts: ReadonlySet<string>,
  ranks: ReadonlyMap<string, number>,
): ReadonlySet<string> {
  const live = new Set(starts)
  const into = groupBy(ways, (way) => way.to)
  const sources = [...reachable].filter(
    (id) => (steps.get(id)?.uncertainty?.level ?? 0) >= profile.doubtThatCounts,
  )
  for (const [label, ids] of groupBy(sources, (id) => steps.get(id)?.uncertainty?.label)) {
    const leadsOn = new Set<string>()
    const queue = [...ranks.keys()]
    for (const id of queue) {
      for (const { from } of into.get(id) ?? []) {
        if (leadsOn.has(from)) continue
        leadsOn.add(from)
        // Doubt that comes to `from` from further back goes on only where `from` does not settle it.
        if (!settles(steps.get(from), label) && !ranks.has(from)) queue.push(from)
      }
    }
    for (const id of ids) if (leadsOn.has(id)) live.add(id)
  }
  for (const id of stalingSteps(steps, ways, reachable, [...ranks.keys()])) live.add(id)
  return live
}

function settles(step: Step | undefined, label: NonNullable<Step['uncertainty']>['label']): boolean {
  return label !== undefined && (step?.clears ?? []).includes(label)
}

function authorityOfRank(rank: number): Authority {
  if (rank >= TWO_PERSON) return 3
  if (rank === APPROVE) return 2
  return rank === CONFIRM ? 1 : 0
}

function raise(levels: Map<string, Authority>, id: string, authority: Authority): void {
  if (authority > (levels.get(id) ?? 0)) levels.set(id, authority)
}

function groupBy<T, K>(items: Iterable<T>, key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group) group.push(item)
    else groups.set(key(item), [item])
  }
  return groups
}

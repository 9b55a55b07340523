// Time, for the checker: how long each step can take, how long what waits at a join may have waited, and which consent
// is still good when a walk comes to where it is needed.
import type { Authority } from '../../model/scales.ts'
import type { Step } from '../../model/step.ts'
import { durationMinutes } from '../../support/duration.ts'
import type { Way } from './ways.ts'

/** Consent that is good for some minutes. */
export interface Short {
  readonly authority: Authority
  readonly minutes: number
}

/** What time does to a workflow; absent where none passes or nothing expires. */
export interface TimeClaims {
  /** Minutes that can pass at a step. */
  readonly at: ReadonlyMap<string, number>
  /** Minutes that can pass while branches wait for each other at a join. */
  readonly waits: ReadonlyMap<string, number>
  readonly before: ReadonlyMap<string, readonly Short[]>
  readonly on: ReadonlyMap<string, readonly Short[]>
}

/** In a loop more can pass than any consent is good for. */
const FOREVER = 1e12

/** Minutes that can pass at each step; empty where none can anywhere. */
export function minutesAt(
  steps: ReadonlyMap<string, Step>,
  out: ReadonlyMap<string, readonly Way[]>,
): Map<string, number> {
  const minutes = new Map<string, number>()
  for (const { id, duration = '', timeout = '' } of steps.values()) {
    const longest = Math.max(durationMinutes(duration) ?? 0, durationMinutes(timeout) ?? 0)
    if (longest > 0) minutes.set(id, ahead(out, [id]).has(id) ? FOREVER : longest)
  }
  return minutes
}

/** For each join behind whose parting some short consent is given, all the minutes that lie between. */
export function waitsAtJoins(
  joins: readonly string[],
  ways: readonly Way[],
  starts: ReadonlySet<string>,
  minutes: ReadonlyMap<string, number>,
  isShort: { readonly before: (id: string) => boolean; readonly on: (id: string) => boolean },
): ReadonlyMap<string, number> {
  const waits = new Map<string, number>()
  for (const join of joins) {
    const inside = between(ways, starts, join)
    const gated =
      [...inside].some(isShort.before) ||
      ways.some(
        ({ from, to, transition }) =>
          transition !== undefined && isShort.on(transition) && (inside.has(from) || inside.has(to)),
      )
    const sum = [...inside].reduce((all, id) => all + (minutes.get(id) ?? 0), 0)
    if (gated && sum > 0) waits.set(join, sum)
  }
  return waits
}

/** A walk, and how many minutes the best of the consent on it is still good for when it leaves its last step. */
export interface TimedTrail {
  readonly id: string
  readonly before?: TimedTrail
  readonly good: number
}

interface Timed {
  readonly time: TimeClaims
  readonly out: ReadonlyMap<string, readonly Way[]>
  readonly ways: readonly Way[]
  readonly liveSources: ReadonlySet<string>
  readonly reachable: ReadonlySet<string>
  readonly before: ReadonlyMap<string, Authority>
  readonly on: ReadonlyMap<string, Authority>
}

/** For each step that has one a walk to it, past its door, on which no consent of `level` is good any more. */
export function walkedWithout(
  { time, out, ways, liveSources, reachable, before, on }: Timed,
  level: Authority,
): { readonly reached: ReadonlyMap<string, TimedTrail> } {
  const reached = new Map<string, TimedTrail>()
  const left = new Map<string, TimedTrail>([...liveSources].map((id) => [id, { id, good: -1 }]))
  const queue = [...left.values()]
  const best = (always: Authority | undefined, shorts: readonly Short[] = []): number =>
    (always ?? 0) >= level
      ? Infinity
      : Math.max(-1, ...shorts.map((each) => (each.authority >= level ? each.minutes : -1)))
  const leave = (next: TimedTrail): void => {
    if ((left.get(next.id)?.good ?? Infinity) <= next.good) return
    left.set(next.id, next)
    queue.push(next)
  }
  const passed = (good: number, minutes = 0): number => Math.max(-1, good - minutes)
  const follow = ({ to, transition = '', back }: Way, trail: TimedTrail, good: number): void => {
    if (back) return leave({ id: to, before: trail, good: passed(good, time.at.get(to)) })
    const arriving = passed(
      Math.max(good, best(on.get(transition), time.on.get(transition))),
      time.waits.get(to),
    )
    const cleared = Math.max(arriving, best(before.get(to), time.before.get(to)))
    if (cleared < 0 && !reached.has(to)) reached.set(to, { id: to, before: trail, good: cleared })
    leave({ id: to, before: trail, good: passed(cleared, time.at.get(to)) })
  }
  for (const way of ways)
    if (way.refused && reachable.has(way.from)) follow(way, { id: way.from, good: -1 }, -1)
  for (const trail of queue) {
    if (left.get(trail.id) !== trail) continue
    for (const way of out.get(trail.id) ?? []) follow(way, trail, trail.good)
  }
  return { reached }
}

// What a run can pass between the last step that all runs to the join have passed and the join itself.
function between(ways: readonly Way[], starts: ReadonlySet<string>, join: string): ReadonlySet<string> {
  const walk = walkTo(ways, starts, join)
  const last = walk.findLast(
    (id) => id !== join && (walk.length === 1 || !reachedWithout(ways, starts, id).has(join)),
  )
  const inside = new Set<string>()
  const queue = [join]
  for (const id of queue) {
    for (const { from, to } of ways) {
      if (to !== id || from === last || from === join || inside.has(from)) continue
      inside.add(from)
      queue.push(from)
    }
  }
  return inside
}

function walkTo(ways: readonly Way[], starts: ReadonlySet<string>, target: string): readonly string[] {
  const cameFrom = new Map<string, string | undefined>([...starts].map((id) => [id, undefined]))
  for (const id of cameFrom.keys()) {
    for (const { from, to } of ways) if (from === id && !cameFrom.has(to)) cameFrom.set(to, id)
  }
  const walk: string[] = []
  for (let id: string | undefined = target; id !== undefined; id = cameFrom.get(id)) walk.unshift(id)
  return walk
}

function reachedWithout(
  ways: readonly Way[],
  starts: ReadonlySet<string>,
  removed: string,
): ReadonlySet<string> {
  const found = new Set([...starts].filter((id) => id !== removed))
  for (const id of found) for (const { from, to } of ways) if (from === id && to !== removed) found.add(to)
  return found
}

function ahead(out: ReadonlyMap<string, readonly Way[]>, from: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  const queue = [...from]
  for (const id of queue) {
    for (const { to } of out.get(id) ?? []) {
      if (found.has(to)) continue
      found.add(to)
      queue.push(to)
    }
  }
  return found
}

// Joins that are read causally, for the checker: which parallel branches meet in which join, and what doubt gets past
// them, looked at level by level as plain reachability.
import type { Authority } from '../../model/scales.ts'
import type { Step } from '../../model/step.ts'
import type { Way } from './ways.ts'

/** Branches that begin at one split, end at one join, and meet nothing else. */
export interface ParallelClaim {
  readonly split: string
  readonly join: string
  readonly branches: readonly { readonly first: Way; readonly inside: ReadonlySet<string> }[]
}

interface Walked {
  readonly steps: ReadonlyMap<string, Step>
  readonly ways: readonly Way[]
  readonly out: ReadonlyMap<string, readonly Way[]>
  readonly starts: ReadonlySet<string>
  readonly reachable: ReadonlySet<string>
}

/** Every such block of branches; inner ones come before those that hold them. */
export function parallelClaims(walked: Walked): readonly ParallelClaim[] {
  let claims: readonly ParallelClaim[] = [...walked.reachable].flatMap((id) => {
    const claim = walked.steps.get(id)?.kind === 'join' ? claimOf(walked, id) : undefined
    return claim ? [claim] : []
  })
  // Behind a split that is closed by none of them a run is in several places at once. One falls after the other.
  for (;;) {
    const closed = new Set(claims.map(({ split }) => split))
    const stray = [...walked.reachable].filter((id) => parts(walked, id) && !closed.has(id))
    const many = ahead(walked, stray)
    const kept = claims.filter(({ split, branches }) => {
      const inside = new Set(branches.flatMap((branch) => [...branch.inside]))
      const inner = claims.filter((other) => inside.has(other.split))
      const allClosed = [...inside].every(
        (id) => !parts(walked, id) || inner.some((other) => other.split === id && inside.has(other.join)),
      )
      return !many.has(split) && allClosed
    })
    if (kept.length === claims.length) return kept.toSorted((a, b) => sizeOf(a) - sizeOf(b))
    claims = kept
  }
}

function sizeOf({ branches }: ParallelClaim): number {
  return branches.reduce((sum, { inside }) => sum + inside.size, 0)
}

function parts({ steps, out }: Walked, id: string): boolean {
  return steps.get(id)?.kind === 'split' && (out.get(id)?.length ?? 0) > 1
}

// The split has to be on every walk to the join, the last such step.
function claimOf(walked: Walked, join: string): ParallelClaim | undefined {
  const split = lastBefore(walked, join)
  if (split === undefined || !parts(walked, split)) return undefined
  const branches = (walked.out.get(split) ?? []).map((first) => ({
    first,
    inside: branchInside(walked, first, split, join),
  }))
  const all = new Set<string>()
  for (const { inside } of branches) {
    if (!inside) return undefined
    for (const id of inside) {
      if (all.has(id)) return undefined
      all.add(id)
    }
  }
  const isClosed = walked.ways.every(
    ({ from, to }) =>
      !(all.has(to) || to === join) || !walked.reachable.has(from) || from === split || all.has(from),
  )
  if (!isClosed) return undefined
  return { split, join, branches: branches.map(({ first, inside }) => ({ first, inside: inside! })) }
}

function branchInside(
  walked: Walked,
  first: Way,
  split: string,
  join: string,
): ReadonlySet<string> | undefined {
  if (first.to === join) return new Set()
  const seen = new Set([first.to])
  for (const id of seen) for (const { to } of walked.out.get(id) ?? []) if (to !== join) seen.add(to)
  const inside = new Set([...seen].filter((id) => comesTo(walked, id, join, split)))
  if (inside.has(split) || inside.size === 0 || seen.has(split)) return undefined
  const away = [...seen].filter((id) => !inside.has(id))
  return [...ahead(walked, away)].some((id) => parts(walked, id)) ? undefined : inside
}

function comesTo(walked: Walked, from: string, to: string, without: string): boolean {
  const seen = new Set([from])
  for (const id of seen) {
    for (const way of walked.out.get(id) ?? []) {
      if (way.to === to) return true
      if (way.to !== without) seen.add(way.to)
    }
  }
  return false
}

function ahead({ out }: Walked, from: readonly string[]): ReadonlySet<string> {
  const seen = new Set(from)
  for (const id of seen) for (const { to } of out.get(id) ?? []) seen.add(to)
  return seen
}

function lastBefore(walked: Walked, join: string): string | undefined {
  const cameFrom = new Map<string, string | undefined>([...walked.starts].map((id) => [id, undefined]))
  for (const id of cameFrom.keys()) {
    for (const { to } of walked.out.get(id) ?? []) if (!cameFrom.has(to)) cameFrom.set(to, id)
  }
  for (let id = cameFrom.get(join); id !== undefined; id = cameFrom.get(id)) {
    const others = new Set([...walked.starts].filter((start) => start !== id))
    for (const at of others) for (const { to } of walked.out.get(at) ?? []) if (to !== id) others.add(to)
    if (!others.has(join)) return id
  }
  return undefined
}

interface Gated extends Walked {
  readonly liveSources: ReadonlySet<string>
  readonly before: ReadonlyMap<string, Authority>
  readonly on: ReadonlyMap<string, Authority>
}

/** A walk, backwards from where it ends. */
export interface CausalTrail {
  readonly id: string
  readonly before?: CausalTrail
}

/** What gets past a block: a walk through it for what comes in, and one from a doubt inside it. */
interface Passage {
  readonly claim: ParallelClaim
  readonly through: readonly string[] | undefined
  readonly arising: CausalTrail | undefined
}

/** For each step that has one a walk to it, past its door, along which consent stays below `level`. */
export function walkedBelowCausally(
  gated: Gated,
  claims: readonly ParallelClaim[],
  level: Authority,
): ReadonlyMap<string, CausalTrail> {
  const passages: Passage[] = []
  for (const claim of claims) {
    // What one branch answers is answered for all that came in; so all of them have to let it through.
    const ways = claim.branches.map(({ first, inside }) => {
      const found = search(gated, passages, level, {
        inside,
        join: claim.join,
        from: [],
        into: [{ way: first, trail: { id: claim.split } }],
      })
      return found.reached.get(claim.join)
    })
    const through = ways.every((trail) => trail !== undefined) ? idsOf(ways[0]!).slice(1) : undefined
    const inside = new Set(claim.branches.flatMap((branch) => [...branch.inside]))
    const arising = search(gated, passages, level, {
      inside,
      join: claim.join,
      from: [...inside].filter((id) => gated.liveSources.has(id)),
      into: [],
      noes: true,
    }).reached.get(claim.join)
    passages.push({ claim, through, arising })
  }
  const everywhere = { inside: gated.reachable, from: [...gated.liveSources], into: [], noes: true }
  return search(gated, passages, level, everywhere).cleared
}

interface Area {
  readonly inside: ReadonlySet<string>
  /** Where the area ends: reaching it is noted, its own gate is not looked at. */
  readonly join?: string
  readonly from: readonly string[]
  readonly into: readonly { readonly way: Way; readonly trail: CausalTrail }[]
  /** Walks also begin where somebody in the area said "no". */
  readonly noes?: boolean
}

function search(
  { ways, out, before, on }: Gated,
  passages: readonly Passage[],
  level: Authority,
  { inside, join, from, into, noes = false }: Area,
): {
  readonly reached: ReadonlyMap<string, CausalTrail>
  readonly cleared: ReadonlyMap<string, CausalTrail>
} {
  const reached = new Map<string, CausalTrail>()
  const cleared = new Map<string, CausalTrail>()
  const left = new Map<string, CausalTrail>(from.map((id) => [id, { id }]))
  const queue = [...left.values()]
  const inner = passages.filter(({ claim }) => claim.join !== join)
  const joins = new Set(inner.map(({ claim }) => claim.join))
  const leave = (trail: CausalTrail): void => {
    if (left.has(trail.id) || !inside.has(trail.id)) return
    left.set(trail.id, trail)
    queue.push(trail)
  }
  const arrive = (trail: CausalTrail): void => {
    const { id } = trail
    if (id !== join && !inside.has(id)) return
    if (!reached.has(id)) reached.set(id, trail)
    if (id === join || (before.get(id) ?? 0) >= level) return
    if (!cleared.has(id)) cleared.set(id, trail)
    leave(trail)
  }
  const follow = (way: Way, trail: CausalTrail): void => {
    if (joins.has(way.to)) return
    if (way.back) return leave({ id: way.to, before: trail })
    if (way.transition !== undefined && (on.get(way.transition) ?? 0) >= level) return
    arrive({ id: way.to, before: trail })
  }
  for (const { way, trail } of into) follow(way, trail)
  if (noes) for (const way of ways) if (way.refused && inside.has(way.from)) follow(way, { id: way.from })
  if (noes) for (const { claim, arising } of inner) if (arising && inside.has(claim.join)) arrive(arising)
  for (const trail of queue) {
    for (const way of out.get(trail.id) ?? []) follow(way, trail)
    for (const { claim, through } of inner) {
      if (claim.split !== trail.id || !through) continue
      arrive(through.reduce<CausalTrail>((all, id) => ({ id, before: all }), trail))
    }
  }
  return { reached, cleared }
}

function idsOf(trail: CausalTrail): readonly string[] {
  const ids: string[] = []
  for (let at: CausalTrail | undefined = trail; at; at = at.before) ids.unshift(at.id)
  return ids
}

// How much time can pass on the ways of a workflow, and which approvals that have an expiry it can outlive. Time passes
// at waits, and at steps that may take until they are given up. What people take to answer is not counted.
import type { Handoff } from '../model/handoff.ts'
import { acts } from '../model/step.ts'
import type { Step } from '../model/step.ts'
import { durationMinutes } from '../support/duration.ts'
import { immediateDominators } from './dominators.ts'
import { components } from './components.ts'
import type { Edge } from './edge.ts'

/** Minutes that stand in for "as long as you like": what passes in a loop, which can be gone round again and again. */
export const AGES = 1e12

interface Index {
  readonly steps: readonly Step[]
  readonly indexOf: ReadonlyMap<string, number>
  readonly out: readonly (readonly Edge[])[]
  readonly edgesOf: ReadonlyMap<string, readonly Edge[]>
}

/** Minutes that can pass at each step; undefined where none can anywhere. Cost: O(steps + transitions) where some can. */
function minutesAtSteps({ steps, out }: Pick<Index, 'steps' | 'out'>): readonly number[] | undefined {
  const own = steps.map(({ duration, timeout }) => Math.max(minutesIn(duration), minutesIn(timeout)))
  if (own.every((minutes) => minutes === 0)) return undefined
  for (const component of components(out)) {
    const [first] = component
    const isLoop = component.length > 1 || out[first!]!.some(({ to }) => to === first)
    if (isLoop) for (const v of component) if (own[v]! > 0) own[v] = AGES
  }
  return own
}

/**
 * Ids of handoffs that can have expired before a run comes to an action behind them. Cost: nothing where no time can
 * pass or no handoff expires; else O(edges) for each that may.
 */
function outlivedHandoffs(
  index: Index,
  minutes: readonly number[] | undefined,
  handoffs: readonly Handoff[],
): ReadonlySet<string> {
  const outlived = new Set<string>()
  if (!minutes) return outlived
  const total = minutes.reduce((sum, each) => sum + each, 0)
  for (const { id, at, expires, when } of handoffs) {
    const lasts = expires === undefined ? undefined : durationMinutes(expires)
    if (lasts === undefined || total <= lasts) continue
    const behind =
      'on' in at
        ? index.edgesOf.get(at.on)?.[0]?.to
        : index.indexOf.get('before' in at ? at.before : at.start)
    // Of several tiers nobody could say which one it is that has expired.
    if (when !== undefined) outlived.add(id)
    else if (behind !== undefined && isOutlived(index, minutes, behind, lasts)) outlived.add(id)
  }
  return outlived
}

// At a join of branches the time of all of them can pass: from one on, all there is counts.
function isOutlived({ steps, out }: Index, minutes: readonly number[], from: number, lasts: number): boolean {
  const longest = new Float64Array(steps.length).fill(-1)
  longest[from] = 0
  const todo = [from]
  for (let v = todo.pop(); v !== undefined; v = todo.pop()) {
    if (acts(steps[v]!) && longest[v]! > lasts) return true
    const later = Math.min(longest[v]! + minutes[v]!, AGES)
    for (const { to } of out[v]!) {
      const arrival = steps[to]!.kind === 'join' ? AGES : later
      if (arrival <= longest[to]!) continue
      longest[to] = arrival
      todo.push(to)
    }
  }
  return false
}

function minutesIn(duration: string | undefined): number {
  return duration === undefined ? 0 : (durationMinutes(duration) ?? 0)
}

/** What has to be known of time where some approval can be outlived. */
export interface Aging {
  /** Minutes that can pass at each step. */
  readonly minutes: readonly number[]
  /** Ids of the handoffs that can be outlived. */
  readonly outlived: ReadonlySet<string>
  /** Of each join of branches: what lies between it and the step behind which they parted, and all the time in there. */
  readonly joins: ReadonlyMap<number, { readonly inside: ReadonlySet<number>; readonly minutes: number }>
}

interface Ways {
  readonly in: readonly (readonly Edge[])[]
  readonly starts: readonly number[]
  readonly reachable: readonly boolean[]
}

/** Undefined where nothing expires before it is used; everything is then the same at all times. */
export function agingOf(index: Index & Ways, handoffs: readonly Handoff[]): Aging | undefined {
  if (handoffs.every(({ expires }) => expires === undefined)) return undefined
  const minutes = minutesAtSteps(index)
  const outlived = outlivedHandoffs(index, minutes, handoffs)
  if (!minutes || outlived.size === 0) return undefined
  const joins = index.steps.flatMap(({ kind }, v) => (kind === 'join' ? [v] : []))
  const dominator = joins.length > 0 ? immediateDominators(index.out, index.in, index.starts) : []
  return {
    minutes,
    outlived,
    joins: new Map(
      joins.map((v) => {
        const inside = between(index, dominator[v]!, v)
        return [v, { inside, minutes: [...inside].reduce((sum, u) => sum + minutes[u]!, 0) }] as const
      }),
    ),
  }
}

function between(
  { in: into, reachable }: Pick<Ways, 'in' | 'reachable'>,
  from: number,
  to: number,
): ReadonlySet<number> {
  const inside = new Set<number>()
  const todo = [to]
  for (let v = todo.pop(); v !== undefined; v = todo.pop()) {
    for (const { from: u } of into[v]!) {
      if (u === from || u === to || inside.has(u) || !reachable[u]) continue
      inside.add(u)
      todo.push(u)
    }
  }
  return inside
}

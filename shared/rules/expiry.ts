// Approvals that can have run out by the time the action comes.
import { durationMinutes } from '../support/duration.ts'
import type { ExistingGate } from './gates.ts'
import { isMet } from './places.ts'
import type { DesignContext } from './types.ts'

export interface Expiry {
  /** The uncovered actions that come too late, the nearest first. */
  readonly actions: readonly number[]
  /** The steps on the way at which the time passes. */
  readonly waits: readonly number[]
  /** From behind the gate to the nearest action. */
  readonly walk: readonly number[]
}

/** What comes after a gate has run out; undefined where nothing does, or something else covers it. Cost: O(edges). */
export function expiredBy(context: DesignContext, gate: ExistingGate): Expiry | undefined {
  const { graph, counterexamples } = context
  const { aging } = graph
  if (!gate.handoff || !aging?.outlived.has(gate.handoff.id) || !isMet(graph, gate)) return undefined
  const ways = waysOn(context, gate.behind, gate.authority)
  const open = new Set(counterexamples.map(({ action }) => graph.indexOf.get(action)!))
  // Where the time passes: the one step that takes longest, and whatever else is on the way to it.
  const slow = [...ways.keys()]
    .filter((v) => aging.minutes[v]! > 0)
    .sort((a, b) => aging.minutes[b]! - aging.minutes[a]!)
  for (const v of slow) {
    const onward = waysOn(context, v, gate.authority)
    const actions = [...onward.keys()].filter((u) => u !== v && open.has(u))
    const [nearest] = actions
    if (nearest === undefined) continue
    const walk = [...wayTo(v, ways), ...wayTo(nearest, onward).slice(1)]
    const waits = walk.filter((u) => aging.minutes[u]! > 0)
    if (waits.reduce((sum, u) => sum + aging.minutes[u]!, 0) > holdsFor(gate)) return { actions, waits, walk }
  }
  return undefined
}

function holdsFor({ handoff }: ExistingGate): number {
  return durationMinutes(handoff?.expires ?? '') ?? Infinity
}

// Steps behind a step and before any gate as strong or any new doubt, each with the one before it; the nearest first.
function waysOn(
  { graph, grants, live }: DesignContext,
  from: number,
  level: number,
): ReadonlyMap<number, number | undefined> {
  const cameFrom = new Map<number, number | undefined>([[from, undefined]])
  for (const v of cameFrom.keys()) {
    if (live[v]) continue
    for (const edge of graph.out[v]!) {
      const barred = grants.on[edge.index]! >= level || grants.before[edge.to]! >= level
      if ((!barred || edge.returns) && !cameFrom.has(edge.to)) cameFrom.set(edge.to, v)
    }
  }
  return cameFrom
}

function wayTo(v: number, cameFrom: ReadonlyMap<number, number | undefined>): number[] {
  const walk: number[] = []
  for (let at: number | undefined = v; at !== undefined; at = cameFrom.get(at)) walk.unshift(at)
  return walk
}

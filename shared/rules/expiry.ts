// Approvals that have run out by the time the action comes, by the least that the waits in between take.
import { durationMinutes } from '../support/duration.ts'
import type { ExistingGate } from './gates.ts'
import { isMet } from './places.ts'
import type { DesignContext } from './types.ts'

export interface Expiry {
  /** The nearest action that comes too late, and all of them. */
  readonly action: number
  readonly actions: readonly number[]
  /** The waits on the way that take too long together. */
  readonly waits: readonly number[]
  readonly walk: readonly number[]
}

/**
 * The actions that rely on a gate and come after it has run out; undefined when there is none. Only the stated
 * durations of waits count: how long a person or a machine takes is not in the document.
 */
export function expiredBy(context: DesignContext, gate: ExistingGate): Expiry | undefined {
  const { graph } = context
  const holds = durationMinutes(gate.handoff?.expires ?? '')
  if (holds === undefined || !isMet(graph, gate)) return undefined
  if (!graph.steps.some((step) => waitMinutes(step.duration) > 0)) return undefined
  let first: Omit<Expiry, 'actions'> | undefined
  const actions = new Set<number>()
  for (let level = 1; level <= gate.authority; level++) {
    const quickest = quickestWays(context, gate, level)
    for (const [v, { minutes }] of quickest) {
      const duration = waitMinutes(graph.steps[v]!.duration)
      if (duration === 0 || minutes + duration <= holds) continue
      for (const onward of walksOn(context, v, level)) {
        const action = onward.at(-1)!
        actions.add(action)
        const before = wayTo(v, quickest)
        const waits = before.filter((u) => waitMinutes(graph.steps[u]!.duration) > 0)
        first ??= { action, waits, walk: [...before, ...onward.slice(1)] }
      }
    }
  }
  return first && { ...first, actions: [...actions] }
}

function waitMinutes(duration: string | undefined): number {
  return durationMinutes(duration ?? '') ?? 0
}

interface Way {
  /** Waited before the step, at the least. */
  readonly minutes: number
  readonly from: number | undefined
}

// Behind the gate and before any other that is as strong. Steps come in the order in which they can be reached first.
function quickestWays(
  { graph, grants, live }: DesignContext,
  { behind }: ExistingGate,
  level: number,
): ReadonlyMap<number, Way> {
  const settled = new Map<number, Way>()
  const open = new Map<number, Way>([[behind, { minutes: 0, from: undefined }]])
  while (open.size > 0) {
    const [v, way] = [...open].reduce((a, b) => (b[1].minutes < a[1].minutes ? b : a))
    open.delete(v)
    settled.set(v, way)
    // Behind new doubt it counts for nothing, whatever the clock says.
    if (live[v]) continue
    const minutes = way.minutes + waitMinutes(graph.steps[v]!.duration)
    for (const edge of graph.out[v]!) {
      const barred = grants.on[edge.index]! >= level || grants.before[edge.to]! >= level
      if ((barred && !edge.returns) || settled.has(edge.to)) continue
      if (minutes < (open.get(edge.to)?.minutes ?? Infinity)) open.set(edge.to, { minutes, from: v })
    }
  }
  return settled
}

// The shortest ways on to the actions that demand this much, past no gate as strong.
function walksOn(
  { graph, grants, required, live }: DesignContext,
  from: number,
  level: number,
): readonly (readonly number[])[] {
  const cameFrom = new Map<number, Way>([[from, { minutes: 0, from: undefined }]])
  const queue = [from]
  const walks: number[][] = []
  for (const v of queue) {
    if (v !== from && required[v] === level) walks.push(wayTo(v, cameFrom))
    if (live[v]) continue
    for (const edge of graph.out[v]!) {
      const barred = grants.on[edge.index]! >= level || grants.before[edge.to]! >= level
      if ((barred && !edge.returns) || cameFrom.has(edge.to)) continue
      cameFrom.set(edge.to, { minutes: 0, from: v })
      queue.push(edge.to)
    }
  }
  return walks
}

function wayTo(v: number, ways: ReadonlyMap<number, Way>): number[] {
  const walk: number[] = []
  for (let at: number | undefined = v; at !== undefined; at = ways.get(at)?.from) walk.unshift(at)
  return walk
}

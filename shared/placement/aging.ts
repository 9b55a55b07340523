// Authority where approvals can expire on the way to what they cover. Each level is carried with the time that it still
// lasts: the least, over all walks, of what the longest-lasting gate on the walk has left. An approval that never
// expires lasts for ever.
import type { Edge } from '../graph/edge.ts'
import { AGES } from '../graph/elapsed.ts'
import type { Aging } from '../graph/elapsed.ts'
import type { Graph } from '../graph/graph.ts'
import type { Authority } from '../model/scales.ts'
import type { Demands } from './demands.ts'
import type { Fading, Grants } from './grants.ts'

const LEVELS = [1, 2, 3] as const
const GONE = -1

interface Lasting {
  readonly in: Uint8Array
  readonly mid: Uint8Array
  readonly out: Uint8Array
}

/** Carried authority, as `carriedAuthority` has it, with what has expired left out. Cost: three times that of it. */
export function agedAuthority(graph: Graph, aging: Aging, demands: Demands, grants: Grants): Lasting {
  const size = graph.steps.length
  const carried = { in: new Uint8Array(size), mid: new Uint8Array(size), out: new Uint8Array(size) }
  for (const level of LEVELS) {
    const lasts = lastingAt(graph, aging, demands, grants, level)
    for (let v = 0; v < size; v++) {
      if (lasts.in[v]! >= 0) carried.in[v] = level
      if (lasts.mid[v]! >= 0) carried.mid[v] = level
      if (lasts.out[v]! >= 0) carried.out[v] = level
    }
  }
  return carried
}

function lastingAt(
  graph: Graph,
  aging: Aging,
  demands: Demands,
  grants: Grants,
  level: Authority,
): { readonly in: Float64Array; readonly mid: Float64Array; readonly out: Float64Array } {
  const size = graph.steps.length
  const [arriving, mid, leaving, back] = [0, 1, 2, 3].map(() => new Float64Array(size).fill(Infinity)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  const joins = minutesAtJoins(graph, aging, grants)
  const todo: number[] = []
  const lower = (list: Float64Array, v: number, value: number): void => {
    const least = Math.max(GONE, value)
    if (least >= list[v]!) return
    list[v] = least
    todo.push(v)
  }
  const settle = (v: number): void => {
    mid[v] = Math.max(arriving[v]!, lastsBefore(grants, v, level))
    const left = Math.min(mid[v], back[v]!) - aging.minutes[v]!
    leaving[v] = demands.live[v] ? GONE : Math.max(GONE, left)
    for (const edge of graph.out[v]!) {
      if (edge.returns) lower(back, edge.to, leaving[v])
      else {
        const carried = Math.max(edge.refused ? GONE : leaving[v], lastsOn(grants, edge, level))
        lower(arriving, edge.to, carried - (joins.get(edge.to) ?? 0))
      }
    }
  }
  for (const start of graph.starts) lower(arriving, start, GONE)
  // Every step is settled once, because a gate can begin to fade at any of them.
  for (let v = 0; v < size; v++) if (graph.reachable[v]) settle(v)
  for (let v = todo.pop(); v !== undefined; v = todo.pop()) settle(v)
  return { in: arriving, mid, out: leaving }
}

/** Minutes that what is conferred at the door of a step lasts, at a level; less than 0 for nothing. */
export function lastsBefore({ before, fading }: Grants, v: number, level: number): number {
  return before[v]! >= level ? Infinity : longest(fading?.before.get(v), level)
}

/** The same of what is conferred on an edge. */
export function lastsOn({ on, fading }: Grants, edge: Edge, level: number): number {
  return on[edge.index]! >= level ? Infinity : longest(fading?.on.get(edge.index), level)
}

function longest(gates: readonly Fading[] | undefined, level: number): number {
  return (gates ?? []).reduce(
    (most, { authority, minutes }) => (authority >= level ? Math.max(most, minutes) : most),
    GONE,
  )
}

// What was approved in one branch waits at the join for all the others: as long as all that can pass between.
function minutesAtJoins(graph: Graph, { joins }: Aging, { fading }: Grants): ReadonlyMap<number, number> {
  const steps = [...(fading?.before.keys() ?? [])]
  const edges = [...(fading?.on.keys() ?? [])].map((index) => graph.edges[index]!)
  return new Map(
    [...joins].flatMap(([v, { inside, minutes }]) => {
      const waits =
        steps.some((u) => inside.has(u)) || edges.some(({ from, to }) => inside.has(from) || inside.has(to))
      return waits && minutes > 0 ? [[v, minutes] as const] : []
    }),
  )
}

interface Trail {
  readonly edge: Edge
  readonly rest: Trail | undefined
  /** Minutes that can pass from the leaving of `edge.from` on. */
  readonly minutes: number
}

/**
 * A walk from where authority is nothing to the door of `target`, on which no gate of `demand` lasts until the end.
 * Backwards, and through each step again when more time can pass behind it.
 */
export function agedWalk(
  graph: Graph,
  demands: Demands,
  grants: Grants,
  target: number,
  demand: number,
): readonly Edge[] | undefined {
  const aging = graph.aging
  if (!aging || lastsBefore(grants, target, demand) >= 0) return undefined
  const joins = minutesAtJoins(graph, aging, grants)
  const most = new Float64Array(graph.steps.length).fill(-1)
  const queue: Trail[] = []
  const arrive = (
    v: number,
    passed: number,
    rest: Trail | undefined,
    returning: boolean,
  ): Trail | undefined => {
    for (const edge of graph.in[v]!) {
      if (!graph.reachable[edge.from] || (edge.returns && !returning)) continue
      const waited = passed + (joins.get(v) ?? 0)
      const gate = edge.returns ? GONE : lastsOn(grants, edge, demand)
      if (gate >= 0 && gate >= waited) continue
      const trail = { edge, rest, minutes: edge.returns ? passed : waited }
      if (demands.live[edge.from] || edge.refused) return trail
      if (trail.minutes <= most[edge.from]!) continue
      most[edge.from] = trail.minutes
      queue.push(trail)
    }
    return undefined
  }
  let found = arrive(target, 0, undefined, false)
  for (let i = 0; !found && i < queue.length; i++) {
    const trail = queue[i]!
    const u = trail.edge.from
    const passed = Math.min(trail.minutes + aging.minutes[u]!, AGES)
    const gate = lastsBefore(grants, u, demand)
    const barred = gate >= 0 && gate >= passed
    found = barred ? onlyBack(u, passed, trail) : arrive(u, passed, trail, true)
  }
  return found && edgesOf(found)

  // Back with a tool, a step goes on past the gate before it.
  function onlyBack(u: number, minutes: number, rest: Trail): Trail | undefined {
    for (const edge of graph.in[u]!) {
      if (!edge.returns || !graph.reachable[edge.from]) continue
      const trail = { edge, rest, minutes }
      if (demands.live[edge.from]) return trail
      if (trail.minutes <= most[edge.from]!) continue
      most[edge.from] = trail.minutes
      queue.push(trail)
    }
    return undefined
  }
}

function edgesOf(trail: Trail): readonly Edge[] {
  const edges: Edge[] = []
  for (let at: Trail | undefined = trail; at; at = at.rest) edges.push(at.edge)
  return edges
}

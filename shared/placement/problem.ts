// The placement problem as a network of small cost tables (PLACEMENT.md 3.3): one variable per place for the
// authority guaranteed after it, one per merge for the authority guaranteed before it.
import type { Graph } from '../graph/graph.ts'
import { waysIn } from '../graph/graph.ts'
import type { Edge } from '../graph/edge.ts'
import type { Pivot } from '../graph/pivots.ts'
import type { Authority } from '../model/scales.ts'
import type { Demands } from './demands.ts'
import type { Grants } from './grants.ts'
import { APPROVE, edgeStation, isCandidateEdge, isCrossing, mayHoldGate, stepStation } from './stations.ts'
import type { Station } from './stations.ts'

/** A cost table over one or two variables. `before` is absent where the authority on arrival is known to be 0. */
export type Factor =
  | {
      readonly kind: 'gate'
      readonly before: number | undefined
      readonly after: number
      readonly station: Station
    }
  | { readonly kind: 'at-most'; readonly lower: number; readonly upper: number }
  | { readonly kind: 'nothing'; readonly variable: number }
  /** Approve is guaranteed at one of `here`, or at all of `instead`; `choice`, of two values, says which. */
  | {
      readonly kind: 'approved'
      readonly here: readonly number[]
      readonly instead: readonly number[]
      readonly choice: number
    }

export interface Problem {
  /** The authority values that variables take: 0 and every level that some step demands. */
  readonly levels: readonly Authority[]
  /** Per variable: how many of the levels, from 0 on, are of any use there. */
  readonly domains: readonly number[]
  readonly factors: readonly Factor[]
}

/**
 * Builds the problem. A variable has no values above what is demanded on the ways on from its place: more authority
 * would be carried for nothing. Where nothing is demanded there is no variable at all. Cost: O(edges).
 */
export function placementProblem(graph: Graph, demands: Demands, grants: Grants): Problem {
  const claimed = approvedAt(graph, demands)
  const rings = ([1, 1, 2, 3] as const).map((least) =>
    distanceToDemand(graph, demands, grants, claimed, least),
  )
  const distance = (v: number, halves: number): readonly number[] =>
    rings.map((steps) => steps[v]! * 2 + halves)
  const useful = usefulAuthority(graph, demands, claimed)
  const levels = [0, 1, 2, 3].filter(
    (level) =>
      level === 0 ||
      demands.required.some((demand) => demand === level) ||
      (level === APPROVE && demands.pivots.length > 0),
  ) as Authority[]
  /** By number of an edge from which there is no way back: what is guaranteed behind its gate. */
  const crossed = new Map<number, number>()
  const factors: Factor[] = []
  const domains: number[] = []
  const sizes = [0, 1, 2, 3].map((most) => levels.filter((level) => level <= most).length)
  const variable = (v: number): number => domains.push(sizes[useful[v]!]!) - 1
  const plain = graph.steps.map(
    (_, v) => useful[v]! > 0 && !claimed.has(v) && isPlain(graph, demands, grants, v),
  )
  // A plain step with one plain way in carries on what comes in; everything else has a variable of its own.
  const wayIn = (v: number): Edge | undefined => {
    if (!plain[v]) return undefined
    const [edge, ...others] = waysIn(graph, v)
    const isStation = edge && (isCandidateEdge(graph, edge) || grants.on[edge.index]! > 0)
    return others.length > 0 || isStation ? undefined : edge
  }
  const starts = new Set(graph.starts)
  const after = graph.steps.map((_, v) => (useful[v]! > 0 && !starts.has(v) && !wayIn(v) ? variable(v) : -1))
  // Authority with which an edge is entered; undefined is the constant 0 behind a start, a live source or a "no".
  const leaving = (edge: Edge): number | undefined => {
    if (edge.refused) return undefined
    let from = edge.from
    for (let back = wayIn(from); back && !demands.live[from]; back = wayIn(from)) from = back.from
    return demands.live[from] ? undefined : inside[from]!
  }
  // Back with its tools, a step goes on with no more than they bring.
  const inside = after.map((own, v) => (own >= 0 && toolsBack(graph, v).length > 0 ? variable(v) : own))
  inside.forEach((own, v) => {
    if (own === after[v]) return
    factors.push({ kind: 'at-most', lower: own, upper: after[v]! })
    for (const edge of toolsBack(graph, v)) {
      const brought = leaving(edge)
      if (brought === undefined) factors.push({ kind: 'nothing', variable: own })
      else factors.push({ kind: 'at-most', lower: own, upper: brought })
    }
  })
  for (let v = 0; v < after.length; v++) {
    if (after[v]! < 0) continue
    const ways = waysByTransition(graph, v)
    const arrivals = ways.flatMap((edges) => {
      const crossing = edges.find((edge) => isCrossing(demands, edge))
      const station = edgeStation(
        graph,
        grants,
        crossing ?? edges[0]!,
        distance(v, 1),
        crossing !== undefined,
      )
      if (!station.candidate && station.grant === 0) return edges.map(leaving)
      const behind = plain[v] && ways.length === 1 ? after[v]! : variable(v)
      if (crossing) for (const { index } of edges) crossed.set(index, behind)
      factors.push({ kind: 'gate', before: merged(edges.map(leaving), v), after: behind, station })
      return [behind]
    })
    if (plain[v] && arrivals.length === 1) continue
    const station = stepStation(graph, demands, grants, v, distance(v, 0))
    factors.push({ kind: 'gate', before: merged(arrivals, v), after: after[v]!, station })
  }
  for (const pivot of demands.pivots) factors.push(approved(pivot))
  return { levels, domains, factors }

  function approved({ edge, finals }: Pivot): Factor {
    const at = (v: number): number | undefined => (after[v]! < 0 ? undefined : after[v]!)
    const door = edge.returns ? undefined : at(edge.to)
    const here = [leaving(edge), crossed.get(edge.index), door].filter((own) => own !== undefined)
    const doors = finals.map(at)
    // A run that begins at what cannot be undone was asked by nobody, so that it has to be on the way itself.
    const instead = doors.includes(undefined) ? [] : doors.map((own) => own!)
    return { kind: 'approved', here: [...new Set(here)], instead, choice: domains.push(2) - 1 }
  }

  function merged(arrivals: readonly (number | undefined)[], v: number): number | undefined {
    if (arrivals.includes(undefined)) return undefined
    if (arrivals.length === 1) return arrivals[0]
    const lower = variable(v)
    for (const upper of arrivals) factors.push({ kind: 'at-most', lower, upper: upper! })
    return lower
  }
}

// A step that demands and confers nothing, and from which one way leads on. A gate before it is never chosen: at the
// next place on that way the same gate is later, lets nothing more through, and costs no more.
function isPlain(graph: Graph, demands: Demands, grants: Grants, v: number): boolean {
  const [way, ...others] = graph.out[v]!
  if (!way || others.length > 0 || way.to === v || way.returns || demands.live[v]) return false
  if (toolsBack(graph, v).length > 0 || isShared(graph, way)) return false
  // Behind a “no” nothing is carried on, and where no gate may stand on that way, nothing else would say so.
  if (waysIn(graph, v).some((edge) => edge.refused)) return false
  if (demands.required[v]! >= 1 || grants.before[v]! > 0) return false
  return (
    isCandidateEdge(graph, way) ||
    (mayHoldGate(graph, graph.steps[way.to]!) && waysIn(graph, way.to).length === 1)
  )
}

// The ways into a step, those together that are the ends of one sub-flow and the same transition: one place for a gate.
function waysByTransition(graph: Graph, v: number): readonly (readonly Edge[])[] {
  const ways = waysIn(graph, v)
  if (!ways.some((edge) => isShared(graph, edge))) return ways.map((edge) => [edge])
  const groups = new Map<unknown, Edge[]>()
  for (const edge of ways) {
    const key = edge.transition ?? edge
    groups.set(key, [...(groups.get(key) ?? []), edge])
  }
  return [...groups.values()]
}

function isShared(graph: Graph, { transition }: Edge): boolean {
  return transition !== undefined && graph.edgesOf.get(transition.id)!.length > 1
}

function toolsBack(graph: Graph, v: number): readonly Edge[] {
  return graph.in[v]!.filter((edge) => edge.returns && graph.reachable[edge.from])
}

// Steps at whose door an approval would answer for a way from which there is no way back.
function approvedAt({ steps }: Graph, { pivots }: Demands): ReadonlySet<number> {
  if (pivots.length === 0 || steps.length === 0) return NONE
  return new Set(pivots.flatMap(({ edge, finals }) => [edge.to, ...finals]))
}

const NONE: ReadonlySet<number> = new Set()

// The most that is demanded at a step or on the ways on from it before authority ends at a live source.
function usefulAuthority(graph: Graph, demands: Demands, claimed: ReadonlySet<number>): Uint8Array {
  const useful = new Uint8Array(graph.steps.length)
  const isAsked = (v: number, level: number): boolean =>
    demands.required[v] === level || (level === APPROVE && claimed.has(v) && graph.reachable[v]!)
  for (const level of [3, 2, 1]) {
    const todo = demands.required.flatMap((_, v) => (useful[v] === 0 && isAsked(v, level) ? [v] : []))
    for (const v of todo) useful[v] = level
    for (let v = todo.pop(); v !== undefined; v = todo.pop()) {
      for (const { from, refused } of graph.in[v]!) {
        if (useful[from]! > 0 || refused || demands.live[from] || !graph.reachable[from]) continue
        useful[from] = level
        todo.push(from)
      }
    }
  }
  return useful
}

// Steps to the nearest step that demands at least so much and that a gate here could serve: not past a gate that is
// there and is as strong, and not past new doubt. As many as there are steps where there is none.
function distanceToDemand(
  graph: Graph,
  { required, live }: Demands,
  { before, on }: Grants,
  claimed: ReadonlySet<number>,
  least: Authority,
): number[] {
  const none = graph.steps.length
  const distance = graph.steps.map(() => none)
  const isServed = (v: number): boolean => required[v]! >= least || (least === APPROVE && claimed.has(v))
  let ring = required.flatMap((_, v) => (isServed(v) && before[v]! < least ? [v] : []))
  for (const v of ring) distance[v] = 0
  for (let d = 1; ring.length > 0; d++) {
    const wider: number[] = []
    for (const v of ring) {
      for (const { from, index, refused } of graph.in[v]!) {
        if (distance[from] !== none || !graph.reachable[from]) continue
        if (refused || live[from] || on[index]! >= least || before[from]! >= least) continue
        distance[from] = d
        wider.push(from)
      }
    }
    ring = wider
  }
  return distance
}

// The walks that argue for a handoff: what becomes uncovered without it, or simply what passes it.
import { conferredTogether, confers } from '../graph/conferred.ts'
import type { Gate } from '../graph/conferred.ts'
import type { Edge } from '../graph/edge.ts'
import type { Graph } from '../graph/graph.ts'
import { placeKey } from '../model/handoff.ts'
import type { Place } from '../model/handoff.ts'
import type { Authority } from '../model/scales.ts'
import { authorityOf } from '../model/strength.ts'
import { carriedAuthority } from './authority.ts'
import { uncovered, uncoveredWalk, walkOut, walkUpTo } from './coverage.ts'
import type { Demands } from './demands.ts'
import { ownGrantAt } from './grants.ts'
import type { Grants } from './grants.ts'

/**
 * A walk that is uncovered when `gate` is one level weaker; undefined when everything stays covered. Such a walk comes
 * to the gate from a live source and goes on to a step that demands just what the gate confers, past no other gate as
 * strong: everything else stays as covered as it was. Two searches, O(edges), most of them short.
 */
export function neededWalk(
  graph: Graph,
  demands: Demands,
  grants: Grants,
  gate: Gate,
): readonly string[] | undefined {
  const level = authorityOf(gate.strength)
  if (!confers(gate) || isBacked(graph, grants, gate, level)) return undefined
  if (graph.aging || graph.blocks) return walkWithLess(graph, demands, grants, gate, level)
  if ('on' in gate.at) {
    const edges = graph.edgesOf.get(gate.at.on) ?? []
    const behind = edges[0]?.to
    if (behind === undefined || grants.before[behind]! >= level) return undefined
    const onward = walkOn(graph, demands, grants, behind, level)
    const arriving = onward && walkToEdge(graph, demands, grants, edges, level)
    return arriving && idsOf(graph, [...arriving, ...onward])
  }
  const behind = 'before' in gate.at ? graph.indexOf.get(gate.at.before) : undefined
  if (behind === undefined) return undefined
  const onward = walkOn(graph, demands, grants, behind, level)
  const arriving = onward && walkUpTo(graph, demands, grants, behind, level)
  return arriving && idsOf(graph, [...arriving.steps, ...onward.slice(1)])
}

// Found by lowering the gate and looking what is open then: where more than the walk itself decides what is covered.
function walkWithLess(
  graph: Graph,
  demands: Demands,
  grants: Grants,
  gate: Gate,
  level: Authority,
): readonly string[] | undefined {
  const less = { ...grants, before: [...grants.before], on: [...grants.on] }
  const lower = (list: Authority[], index: number): void => {
    list[index] = Math.min(list[index]!, level - 1) as Authority
  }
  const v = 'before' in gate.at ? graph.indexOf.get(gate.at.before) : undefined
  if (v !== undefined) lower(less.before, v)
  for (const { index } of ('on' in gate.at && graph.edgesOf.get(gate.at.on)) || []) lower(less.on, index)
  const before = new Set(uncovered(demands, carriedAuthority(graph, demands, grants)))
  const open = uncovered(demands, carriedAuthority(graph, demands, less)).find((v) => !before.has(v))
  const walk =
    open === undefined ? undefined : uncoveredWalk(graph, demands, less, open, demands.required[open]!)
  return walk && idsOf(graph, walk.steps)
}

// The shortest walk to where one of the edges is left.
function walkToEdge(
  graph: Graph,
  demands: Demands,
  grants: Grants,
  edges: readonly Edge[],
  level: Authority,
): readonly number[] | undefined {
  const walks = edges.flatMap((edge): (readonly number[])[] => {
    if (!graph.reachable[edge.from]) return []
    if (edge.refused) return [[edge.from]]
    const walk = walkOut(graph, demands, grants, edge.from, level)
    return walk ? [walk.steps] : []
  })
  return walks.sort((a, b) => a.length - b.length)[0]
}

// Something else at the same place confers as much: the grant of the step itself, or another handoff.
function isBacked(graph: Graph, grants: Grants, gate: Gate, level: Authority): boolean {
  const v = 'before' in gate.at ? graph.indexOf.get(gate.at.before) : undefined
  const edge = 'on' in gate.at ? graph.edgeOf.get(gate.at.on) : undefined
  if ((v !== undefined && grants.before[v]! > level) || (edge && grants.on[edge.index]! > level)) return true
  if (v !== undefined && ownGrantAt(graph, v) >= level) return true
  const others = graph.workflow.handoffs.filter(
    (h) => h !== gate && placeKey(h.at) === placeKey(gate.at) && graph.aging?.outlived.has(h.id) !== true,
  )
  return others.length > 0 && conferredTogether(graph, others) >= level
}

// The shortest way on from behind a gate to a step that demands `level`, before authority ends and past no gate as
// strong. A step to which a tool leads back goes on, but is not what is come to: it was started before.
function walkOn(
  graph: Graph,
  demands: Demands,
  grants: Grants,
  from: number,
  level: Authority,
): readonly number[] | undefined {
  if (demands.required[from]! >= level) return [from]
  const cameFrom = new Map<number, number>()
  const queue = [from]
  for (const v of queue) {
    if (demands.live[v]) continue
    for (const edge of graph.out[v]!) {
      if (edge.refused) continue
      const barred = grants.on[edge.index]! >= level || grants.before[edge.to]! >= level
      if (!edge.returns && barred) continue
      if (!edge.returns && demands.required[edge.to]! >= level) return [...wayBack(v, cameFrom), edge.to]
      if (edge.to === from || cameFrom.has(edge.to)) continue
      cameFrom.set(edge.to, v)
      queue.push(edge.to)
    }
  }
  return undefined
}

function wayBack(v: number, cameFrom: ReadonlyMap<number, number>): readonly number[] {
  const way = [v]
  for (let u = cameFrom.get(v); u !== undefined; u = cameFrom.get(u)) way.push(u)
  return way.toReversed()
}

function idsOf(graph: Graph, steps: readonly number[]): readonly string[] {
  return steps.map((v) => graph.steps[v]!.id)
}

/** The shortest walk from a start through `at` to the next step that demands something, or to where the walk ends. */
export function walkThrough(graph: Graph, demands: Demands, at: Place): readonly string[] {
  const edge = 'on' in at ? graph.edgeOf.get(at.on) : undefined
  if ('on' in at && !edge) return []
  const door = edge
    ? edge.from
    : graph.indexOf.get('before' in at ? at.before : 'start' in at ? at.start : '')
  if (door === undefined) return []
  const arrive = shortest(graph, (v) => v === door, graph.starts) ?? [door]
  const onward = edge ? edge.to : door
  const demanding = (v: number): boolean => demands.required[v]! > 0
  const rest = demanding(onward) ? [onward] : (shortest(graph, demanding, [onward]) ?? [onward])
  const joined = edge ? [...arrive, ...rest] : [...arrive, ...rest.slice(1)]
  return idsOf(graph, joined)
}

function shortest(
  graph: Graph,
  isGoal: (v: number) => boolean,
  from: readonly number[],
): number[] | undefined {
  const cameBy = new Map<number, Edge | undefined>(from.map((v) => [v, undefined]))
  let ring: readonly number[] = from
  while (ring.length > 0) {
    const wider: number[] = []
    for (const v of ring) {
      if (isGoal(v)) return back(v, cameBy)
      for (const edge of graph.out[v]!) {
        if (cameBy.has(edge.to)) continue
        cameBy.set(edge.to, edge)
        wider.push(edge.to)
      }
    }
    ring = wider
  }
  return undefined
}

function back(v: number, cameBy: ReadonlyMap<number, Edge | undefined>): number[] {
  const steps = [v]
  for (let edge = cameBy.get(v); edge; edge = cameBy.get(edge.from)) steps.unshift(edge.from)
  return steps
}

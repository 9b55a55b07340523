// The walks that argue for a handoff: what becomes uncovered without it, or simply what passes it.
import type { Edge } from '../graph/edge.ts'
import type { Graph } from '../graph/graph.ts'
import type { Place } from '../model/handoff.ts'
import type { Authority } from '../model/scales.ts'
import { authorityOf } from '../model/strength.ts'
import { carriedAuthority } from './authority.ts'
import { uncovered, uncoveredWalk, walkIds } from './coverage.ts'
import type { Demands } from './demands.ts'
import { grantsOf } from './grants.ts'
import type { Gate, Grants } from './grants.ts'

/** A walk that is uncovered when `gate` is one level weaker; undefined when everything stays covered. */
export function neededWalk(
  graph: Graph,
  demands: Demands,
  grants: Grants,
  gate: Gate,
): readonly string[] | undefined {
  const lowered = lower(graph, grants, gate)
  if (!lowered) return undefined
  const [first] = uncovered(demands, carriedAuthority(graph, demands, lowered))
  if (first === undefined) return undefined
  const walk = uncoveredWalk(graph, demands, lowered, first, demands.required[first]!)
  return walk && walkIds(graph, walk)
}

// What else confers authority at the same place stays: the grant of the step itself, and other handoffs.
function lower(graph: Graph, grants: Grants, gate: Gate): Grants | undefined {
  const base = grantsOf(
    graph,
    graph.workflow.handoffs.filter((h) => h !== gate),
  )
  if ('before' in gate.at) {
    const v = graph.indexOf.get(gate.at.before)
    if (v === undefined || grants.before[v]! > authorityOf(gate.strength)) return undefined
    return { ...grants, before: withValue(grants.before, v, oneLess(gate, base.before[v]!)) }
  }
  const edge = 'on' in gate.at ? graph.edgeOf.get(gate.at.on) : undefined
  if (!edge) return undefined
  return { ...grants, on: withValue(grants.on, edge.index, oneLess(gate, base.on[edge.index]!)) }
}

function oneLess(gate: Gate, other: Authority): Authority {
  return Math.max(other, authorityOf(gate.strength) - 1) as Authority
}

function withValue(list: readonly Authority[], index: number, value: Authority): readonly Authority[] {
  return list.map((old, i) => (i === index ? value : old))
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
  return joined.map((v) => graph.steps[v]!.id)
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

// How much a run puts at stake on its way, held against the cap of the brief's envelope (PLACEMENT.md 1.8): forty small
// refunds are not forty small consequences. What a compensation gives back is not taken off, and where branches run side
// by side the sums of all of them count, so that the figures err on the side of too much.
import { acts } from '../model/step.ts'
import type { Step } from '../model/step.ts'
import { components } from './components.ts'
import type { Graph } from './graph.ts'

/** What one execution of a step puts at stake, in the units of the caps: what one item does, times the items. */
export function atStake(step: Step): number {
  if (!acts(step)) return 0
  const { magnitude = 0, volume = 1 } = step.consequence ?? {}
  return magnitude * Math.max(1, volume)
}

const known = new WeakMap<Graph, ReadonlyMap<number, number>>()

/**
 * Steps, by number, at which what a run has put at stake may first exceed the cap, and how many items of their own size
 * that makes by then. Empty without a cap. Cost: O(edges) once for each graph.
 */
export function capCrossings(graph: Graph): ReadonlyMap<number, number> {
  const crossings = known.get(graph) ?? crossingsOf(graph)
  known.set(graph, crossings)
  return crossings
}

/** A step as the table of strengths has to see it: where the cap may be exceeded, with all the items up to there. */
export function withAllItems(graph: Graph, v: number): Step {
  const step = graph.steps[v]!
  const items = capCrossings(graph).get(v)
  return items === undefined ? step : { ...step, consequence: { ...step.consequence, volume: items } }
}

function crossingsOf(graph: Graph): ReadonlyMap<number, number> {
  const cap = graph.workflow.brief.envelope?.cap
  const crossings = new Map<number, number>()
  if (cap === undefined || !graph.steps.some((step) => atStake(step) > 0)) return crossings
  const most = mostBefore(graph)
  const least = leastBefore(graph)
  graph.steps.forEach((step, v) => {
    const own = atStake(step)
    if (own === 0 || !graph.reachable[v] || least[v]! > cap || most[v]! + own <= cap) return
    const { magnitude = 0, volume = 1 } = step.consequence ?? {}
    crossings.set(v, Math.max(volume, Math.floor(cap / magnitude) + 1))
  })
  return crossings
}

// The most that can be at stake on arrival: Infinity behind or in a loop that puts anything at stake.
function mostBefore(graph: Graph): readonly number[] {
  const isParallel = graph.steps.some(({ kind }) => kind === 'split')
  const before = graph.steps.map(() => 0)
  const sources = graph.steps.map(() => new Set<number>())
  // Tarjan yields components in reverse topological order.
  for (const component of components(graph.out).toReversed()) {
    const members = new Set(component)
    const [first] = component
    if (!graph.reachable[first!]) continue
    const isLoop = component.length > 1 || graph.out[first!]!.some(({ to }) => to === first)
    const entered = Math.max(...component.map((v) => before[v]!))
    const endless = isLoop && component.some((v) => atStake(graph.steps[v]!) > 0)
    const behind = new Set(component.flatMap((v) => [...sources[v]!]))
    for (const v of component) {
      if (isLoop) before[v] = endless ? Infinity : entered
      if (isParallel) before[v] = Math.max(before[v]!, sumOf(graph, behind))
    }
    for (const v of component) {
      for (const { to } of graph.out[v]!) {
        if (members.has(to)) continue
        before[to] = Math.max(before[to]!, before[v]! + atStake(graph.steps[v]!))
        if (!isParallel) continue
        for (const source of behind) sources[to]!.add(source)
        for (const member of component) if (atStake(graph.steps[member]!) > 0) sources[to]!.add(member)
      }
    }
  }
  return before
}

function sumOf(graph: Graph, sources: ReadonlySet<number>): number {
  return [...sources].reduce((sum, v) => sum + atStake(graph.steps[v]!), 0)
}

// The least that is at stake on arrival, on the walk that puts least at stake.
function leastBefore(graph: Graph): readonly number[] {
  const least = graph.steps.map(() => Infinity)
  const todo = new Set<number>(graph.starts)
  for (const start of graph.starts) least[start] = 0
  for (const v of todo) {
    todo.delete(v)
    const leaving = least[v]! + atStake(graph.steps[v]!)
    for (const { to } of graph.out[v]!) {
      if (leaving >= least[to]!) continue
      least[to] = leaving
      todo.add(to)
    }
  }
  return least
}

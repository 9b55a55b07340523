// A workflow made ready for asking what people catch in it: the order to walk it in, and what arrives where.
import { components } from '../graph/components.ts'
import { edgeVisits } from '../graph/graph.ts'
import type { Graph } from '../graph/graph.ts'
import { clears, labelIndex, LABELS } from '../graph/uncertainty.ts'
import type { Step } from '../model/step.ts'

/** A workflow made ready for many evaluations. */
export interface RiskNetwork {
  readonly graph: Graph
  /** Reachable steps in components, sources first. */
  readonly components: readonly (readonly number[])[]
  readonly looping: readonly boolean[]
  /** Labels that some step adds, by index in LABELS; `unlabelled` is always among them. */
  readonly labels: readonly number[]
  /** True for the labels that a question can settle. */
  readonly askable: readonly boolean[]
  /** Which of the labels each step adds its own errors to, and which ones passing it settles. */
  readonly adds: readonly number[]
  readonly clears: readonly (readonly number[])[]
  readonly arrivals: Arrivals
}

/** What arrives at each step, in one list: that of step v is from `first[v]` to `first[v + 1]`. */
interface Arrivals {
  readonly first: Int32Array
  readonly edge: Int32Array
  readonly from: Int32Array
  /** Share of all that arrives; of a tool's return, visits of the tool for one of the agent. */
  readonly weight: Float64Array
  /** COMES, or CALLS from an agent or sub-flow into what it holds, or RETURNS from there. */
  readonly way: Uint8Array
}

/** How a step is reached: as drawn, from an agent or sub-flow into what it holds, or back from there. */
const COMES = 0
export const CALLS = 1
export const RETURNS = 2

/** Index of the label of errors that nobody labelled. */
export const UNLABELLED = LABELS.indexOf('unlabelled')
const ASKABLE: ReadonlySet<string> = new Set(['intent', 'missing-info', 'conflict'])

/** Prepares a workflow. Cost: O(steps + transitions). */
export function riskNetwork(graph: Graph): RiskNetwork {
  const used = new Set([UNLABELLED])
  for (const { uncertainty } of graph.steps) {
    if ((uncertainty?.level ?? 0) > 0) used.add(LABELS.indexOf(uncertainty?.label ?? 'unlabelled'))
  }
  const labels = [...used].sort((a, b) => a - b)
  const position = firstVisits(graph)
  const groups = components(graph.out)
    .map((component) =>
      component.filter((v) => graph.reachable[v]).sort((a, b) => position[a]! - position[b]!),
    )
    .filter((component) => component.length > 0)
    .reverse()
  return {
    graph,
    components: groups,
    looping: groups.map(
      (group) => group.length > 1 || graph.out[group[0]!]!.some((edge) => edge.to === group[0]),
    ),
    labels,
    askable: labels.map((label) => ASKABLE.has(LABELS[label]!)),
    adds: graph.steps.map((step) => labels.indexOf(labelIndex(step))),
    clears: graph.steps.map((step) =>
      clearing(step) ? labels.flatMap((label, l) => (clears(step, label) ? [l] : [])) : [],
    ),
    arrivals: arrivalsIn(graph),
  }
}

// A person who settles something without being a gate is as good as a check here; one who is a gate is a review.
function clearing(step: Step): boolean {
  return step.kind === 'check' || (step.kind === 'human' && !step.grant)
}

// The order in which a walk from the starts first leaves each step behind, reversed: within a loop, sources come first.
function firstVisits({ steps, starts, out }: Graph): Int32Array {
  const position = new Int32Array(steps.length).fill(-1)
  let next = steps.length
  for (const start of starts) {
    const path = [start]
    const taken = [0]
    if (position[start] !== -1) continue
    position[start] = steps.length
    while (path.length > 0) {
      const v = path[path.length - 1]!
      const edge = out[v]![taken[taken.length - 1]!++]
      if (!edge) {
        position[v] = --next
        path.pop()
        taken.pop()
      } else if (position[edge.to] === -1) {
        position[edge.to] = steps.length
        path.push(edge.to)
        taken.push(0)
      }
    }
  }
  return position
}

function arrivalsIn(graph: Graph): Arrivals {
  const count = graph.edges.length
  const first = new Int32Array(graph.steps.length + 1)
  const [edges, from, weight, way] = [
    new Int32Array(count),
    new Int32Array(count),
    new Float64Array(count),
    new Uint8Array(count),
  ]
  let next = 0
  graph.steps.forEach((step, v) => {
    first[v] = next
    // What begins here counts as an arrival with nothing wrong yet.
    let total = step.kind === 'start' ? 1 / graph.starts.length : 0
    for (const edge of graph.in[v]!) total += graph.reachable[edge.from] ? edgeVisits(graph, edge) : 0
    for (const edge of graph.in[v]!) {
      if (!graph.reachable[edge.from]) continue
      edges[next] = edge.index
      from[next] = edge.from
      way[next] = edge.returns ? RETURNS : edge.transition ? COMES : CALLS
      weight[next] = edge.returns
        ? Math.min(1, graph.visits[edge.from]! / (graph.visits[v]! || 1))
        : total > 0
          ? edgeVisits(graph, edge) / total
          : 0
      next++
    }
  })
  first[graph.steps.length] = next
  return { first, edge: edges, from, weight, way }
}

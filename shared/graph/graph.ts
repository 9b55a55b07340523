// The read-only index of one revision: steps and transitions by number, who leads where, and with which odds.
import { placeKey } from '../model/handoff.ts'
import { profileOf } from '../model/profile.ts'
import type { Profile } from '../model/profile.ts'
import type { Step } from '../model/step.ts'
import type { Transition } from '../model/transition.ts'
import type { Workflow } from '../model/workflow.ts'
import { compareById } from '../support/compare.ts'
import type { Edge } from './edge.ts'
import { oddsOfLeaving } from './odds.ts'
import { reach } from './reach.ts'
import { expectedVisits } from './visits.ts'

/**
 * Steps are numbered in the order of their ids, so that nothing depends on the order in a file. Only edges that can
 * be walked are listed: a transition with odds of 0 is kept in the document and in `unwalked`, and nowhere else.
 */
export interface Graph {
  /** The revision, with its handoffs in the order of their ids. */
  readonly workflow: Workflow
  /** What the document's profile comes to. */
  readonly profile: Profile
  /** Keys of the places where no handoff may be suggested. */
  readonly forbidden: ReadonlySet<string>
  readonly steps: readonly Step[]
  readonly indexOf: ReadonlyMap<string, number>
  readonly edges: readonly Edge[]
  /** Walkable edges out of and into each step. */
  readonly out: readonly (readonly Edge[])[]
  readonly in: readonly (readonly Edge[])[]
  readonly edgeOf: ReadonlyMap<string, Edge>
  readonly unwalked: readonly Transition[]
  readonly starts: readonly number[]
  readonly reachable: readonly boolean[]
  /** Expected visits a run of each step; 0 for what no start reaches. */
  readonly visits: readonly number[]
  /** Steps of loops that nothing leaves: their visits have no finite value, and 1,000,000 stands in for it. */
  readonly closed: ReadonlySet<number>
}

/** Indexes a workflow whose references all resolve (reading a document guarantees that). Cost: O(steps + transitions). */
export function indexWorkflow(workflow: Workflow): Graph {
  const steps = [...workflow.steps].sort(compareById)
  const handoffs = [...workflow.handoffs].sort(compareById)
  const indexOf = new Map(steps.map((step, index) => [step.id, index]))
  const { edges, unwalked } = collectEdges(workflow, steps, indexOf)
  const out: Edge[][] = steps.map(() => [])
  const into: Edge[][] = steps.map(() => [])
  for (const edge of edges) {
    out[edge.from]!.push(edge)
    into[edge.to]!.push(edge)
  }
  const starts = steps.flatMap((step, index) => (step.kind === 'start' ? [index] : []))
  const reachable = reach(starts, out)
  const { visits, closed } = expectedVisits({ steps, out, in: into, starts, reachable })
  const edgeOf = new Map(
    edges.flatMap((edge) => (edge.transition ? [[edge.transition.id, edge] as const] : [])),
  )
  return {
    workflow: { ...workflow, handoffs },
    profile: profileOf(workflow.profile),
    forbidden: new Set(workflow.placing?.forbidden.map(placeKey)),
    steps,
    indexOf,
    edges,
    out,
    in: into,
    edgeOf,
    unwalked,
    starts,
    reachable,
    visits,
    closed,
  }
}

/** Ways by which runs come to the door of a step: past the gate before it. The way back from a tool is none. */
export function waysIn(graph: Graph, v: number): readonly Edge[] {
  return graph.in[v]!.filter((edge) => !edge.returns && graph.reachable[edge.from])
}

/** Expected traversals a run of an edge. */
export function edgeVisits(graph: Graph, edge: Edge): number {
  return graph.visits[edge.from]! * edge.flow
}

function collectEdges(workflow: Workflow, steps: readonly Step[], indexOf: ReadonlyMap<string, number>) {
  const leaving = new Map<string, Transition[]>()
  for (const transition of [...workflow.transitions].sort(compareById)) {
    const list = leaving.get(transition.from)
    if (list) list.push(transition)
    else leaving.set(transition.from, [transition])
  }
  const edges: Edge[] = []
  const unwalked: Transition[] = []
  const add = (edge: Omit<Edge, 'index'>): void => void edges.push({ ...edge, index: edges.length })
  steps.forEach((step, from) => {
    const transitions = leaving.get(step.id) ?? []
    oddsOfLeaving(step, transitions).forEach(({ probability, assumed }, i) => {
      const transition = transitions[i]!
      const to = indexOf.get(transition.to)
      if (to === undefined) return
      if (probability === 0) unwalked.push(transition)
      else
        add({
          from,
          to,
          kind: transition.kind,
          transition,
          probability,
          assumed,
          returns: false,
          flow: probability,
        })
    })
  })
  for (const call of nestedCalls(workflow, steps, indexOf)) add(call)
  return { edges, unwalked }
}

// A tool hangs on its agent, and the contents of a sub-flow on the sub-flow, without a transition that says so.
// Both are entered from the parent and lead back to it. How often an agent uses a tool is not in the document: one
// call a run of the agent, spread evenly over its tools, is assumed. The return carries no flow, because the
// parent's own visits already count what happens after it.
function* nestedCalls(
  workflow: Workflow,
  steps: readonly Step[],
  indexOf: ReadonlyMap<string, number>,
): Generator<Omit<Edge, 'index'>> {
  const entered = new Set<string>()
  const left = new Set<string>()
  const parentOf = new Map(steps.map((step) => [step.id, step.parent]))
  for (const { from, to } of workflow.transitions) {
    // A transition back to itself neither leads to a tool nor away from it.
    if (from === to || parentOf.get(from) === undefined || parentOf.get(from) !== parentOf.get(to)) continue
    entered.add(to)
    left.add(from)
  }
  const children = new Map<string, string[]>()
  for (const step of steps) {
    if (step.parent === undefined || !indexOf.has(step.parent)) continue
    children.set(step.parent, [...(children.get(step.parent) ?? []), step.id])
  }
  for (const [parent, ids] of children) {
    const agent = indexOf.get(parent)!
    const entries = ids.filter((id) => !entered.has(id))
    const share = 1 / Math.max(1, entries.length)
    const common = { kind: 'normal', transition: undefined, assumed: true } as const
    for (const id of entries) {
      yield { ...common, from: agent, to: indexOf.get(id)!, probability: share, returns: false, flow: share }
    }
    for (const id of ids.filter((id) => !left.has(id))) {
      yield { ...common, from: indexOf.get(id)!, to: agent, probability: 1, returns: true, flow: 0 }
    }
  }
}

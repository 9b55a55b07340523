// The read-only index of one revision: steps and transitions by number, who leads where, and with which odds.
import { placeKey } from '../model/handoff.ts'
import { profileOf } from '../model/profile.ts'
import type { Profile } from '../model/profile.ts'
import type { Step } from '../model/step.ts'
import type { Transition } from '../model/transition.ts'
import type { Workflow } from '../model/workflow.ts'
import { compareById } from '../support/compare.ts'
import type { Edge } from './edge.ts'
import { agingOf } from './elapsed.ts'
import type { Aging } from './elapsed.ts'
import { edgesOfWorkflow } from './edges.ts'
import { parallelBlocks } from './parallel.ts'
import type { Block } from './parallel.ts'
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
  /** The edge of a transition: the first, where it leads out of a sub-flow whose contents can end in several ways. */
  readonly edgeOf: ReadonlyMap<string, Edge>
  /** All edges of a transition. */
  readonly edgesOf: ReadonlyMap<string, readonly Edge[]>
  readonly unwalked: readonly Transition[]
  /** Where runs begin; not the starts inside sub-flows. */
  readonly starts: readonly number[]
  readonly reachable: readonly boolean[]
  /** Expected visits a run of each step; 0 for what no start reaches. */
  readonly visits: readonly number[]
  /** Steps of loops that nothing leaves: their visits have no finite value, and 1,000,000 stands in for it. */
  readonly closed: ReadonlySet<number>
  /** Present where approvals can have expired before they are used. */
  readonly aging?: Aging
  /** Present where joins are read causally: the blocks of parallel branches, the innermost first. */
  readonly blocks?: readonly Block[] | undefined
}

/** Indexes a workflow whose references all resolve (reading a document guarantees that). Cost: O(steps + transitions). */
export function indexWorkflow(workflow: Workflow): Graph {
  const steps = [...workflow.steps].sort(compareById)
  const handoffs = [...workflow.handoffs].sort(compareById)
  const indexOf = new Map(steps.map((step, index) => [step.id, index]))
  const { edges, unwalked, starts } = edgesOfWorkflow(workflow, steps, indexOf)
  const out: Edge[][] = steps.map(() => [])
  const into: Edge[][] = steps.map(() => [])
  for (const edge of edges) {
    out[edge.from]!.push(edge)
    into[edge.to]!.push(edge)
  }
  const reachable = reach(starts, out)
  const { visits, closed } = expectedVisits({ steps, out, in: into, starts, reachable })
  const edgesOf = new Map<string, Edge[]>()
  for (const edge of edges) {
    if (!edge.transition) continue
    const list = edgesOf.get(edge.transition.id)
    if (list) list.push(edge)
    else edgesOf.set(edge.transition.id, [edge])
  }
  const aging = agingOf({ steps, indexOf, out, in: into, edgesOf, starts, reachable }, handoffs)
  // With expiry every join is read as if it were exclusive, which is on the safe side.
  const isCausal = workflow.semantics?.join === 'causal' && !aging
  const blocks = isCausal ? parallelBlocks({ steps, out, in: into, starts, reachable }) : undefined
  return {
    ...(aging && { aging }),
    ...(blocks && { blocks }),
    workflow: { ...workflow, handoffs },
    profile: profileOf(workflow.profile),
    forbidden: new Set(workflow.placing?.forbidden.map(placeKey)),
    steps,
    indexOf,
    edges,
    out,
    in: into,
    edgeOf: new Map([...edgesOf].map(([id, [edge]]) => [id, edge!])),
    edgesOf,
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
  return graph.visits[edge.counted]! * edge.flow
}

/** Expected traversals a run of a transition; 0 for one that no run takes. */
export function transitionVisits(graph: Graph, id: string): number {
  const edges = graph.edgesOf.get(id) ?? []
  return edges.reduce((sum, edge) => (graph.reachable[edge.from] ? sum + edgeVisits(graph, edge) : sum), 0)
}

/** True for an edge into a step to which another transition, or a way that no transition says, leads as well. */
export function isOneOfSeveral(graph: Graph, { to, transition }: Edge): boolean {
  return waysIn(graph, to).some((way) => way.transition !== transition)
}

/** True for an end where runs end. The end of what a sub-flow holds is none where the run goes on behind the sub-flow. */
export function endsRun(graph: Graph, v: number): boolean {
  const { kind, parent } = graph.steps[v]!
  return kind === 'end' && (parent === undefined || graph.out[v]!.length === 0)
}

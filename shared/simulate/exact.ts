// Figures that need no sampling, and whether they are those of the simulated run: expected visits, prompts and minutes
// solve linear equations as long as every answer is yes and nothing in the workflow has a memory.
import { edgeVisits } from '../graph/graph.ts'
import type { Graph } from '../graph/graph.ts'
import { approvalsNeeded, decisionsOf } from '../model/handoff-defaults.ts'
import type { Handoff } from '../model/handoff.ts'
import type { Workflow } from '../model/workflow.ts'
import { attentionMinutes } from '../placement/attention.ts'
import { blocks } from '../placement/grants.ts'
import { retryOf } from './ways.ts'
import { worldOf } from './world.ts'
import type { World } from './world.ts'

export interface ExactFigures {
  /** Expected visits a run, by step. */
  readonly visits: Readonly<Record<string, number>>
  readonly prompts: number
  readonly humanMinutes: number
  /** Why a run behaves otherwise than the equations assume; empty: sampled figures come to these. */
  readonly except: readonly string[]
}

/** Two sums of the same odds in another order differ by less than this. */
const SAME = 1e-9

/** The exact figures of a workflow, for runs in which everybody says yes. Cost: that of indexing it. */
export function exactFigures(workflow: Workflow): ExactFigures {
  const world = worldOf(workflow)
  const { graph } = world
  const { minutes, prompts } = attentionMinutes(graph)
  const visits = Object.create(null) as Record<string, number>
  graph.steps.forEach((step, v) => (visits[step.id] = graph.visits[v]!))
  return { visits, prompts, humanMinutes: minutes, except: exceptions(world) }
}

function exceptions(world: World): readonly string[] {
  const { graph } = world
  const reached = graph.steps.flatMap((step, v) => (graph.reachable[v] ? [{ step, v }] : []))
  return [
    ...(graph.closed.size > 0 ? ['a loop has no way out, so that its visits have no end'] : []),
    ...reached.flatMap(({ v }) => oddsExceptions(graph, v)),
    ...reached.flatMap(({ step }) => retryExceptions(world, step.id)),
    ...reached.flatMap(({ step, v }) => (step.kind === 'join' ? joinExceptions(graph, v) : [])),
    ...contentExceptions(graph),
    ...graph.workflow.handoffs.flatMap(handoffExceptions),
  ]
}

function oddsExceptions(graph: Graph, v: number): readonly string[] {
  const { id, kind } = graph.steps[v]!
  const ways = graph.out[v]!.filter(({ transition }) => transition)
  if (kind === 'end') return ways.length > 0 ? [`${id} is an end, and ways lead on from it`] : []
  if (kind === 'split' || ways.length === 0) return []
  const sum = ways.reduce((total, { probability }) => total + probability, 0)
  return Math.abs(sum - 1) > SAME
    ? [`the odds of leaving ${id} come to ${Number(sum.toFixed(4))}, not to 1`]
    : []
}

function retryExceptions(world: World, step: string): readonly string[] {
  return (world.exitsOf.get(step) ?? []).flatMap(({ transition, odds }) => {
    if (transition?.kind !== 'retry' || odds === 0) return []
    const { max } = retryOf(world, transition)
    return max === undefined
      ? []
      : [`${step} is tried again ${max} times at most, and the equations know no bound`]
  })
}

// A join is where some split's branches all arrive: each as often as the split is visited, and none of them elsewhere.
function joinExceptions(graph: Graph, v: number): readonly string[] {
  const arriving = graph.in[v]!.filter(({ from }) => graph.reachable[from])
  const flows = arriving.map((edge) => edgeVisits(graph, edge))
  const block = graph.steps.some(
    (step, s) =>
      step.kind === 'split' &&
      graph.reachable[s] &&
      graph.out[s]!.length === arriving.length &&
      flows.every((flow) => Math.abs(flow - graph.visits[s]!) <= SAME * (1 + flow)),
  )
  return block || arriving.length === 1
    ? []
    : [`not every branch that ${graph.steps[v]!.id} waits for always arrives`]
}

function contentExceptions({ steps, edges, workflow }: Graph): readonly string[] {
  const parents = new Map(steps.map(({ id, parent }) => [id, parent]))
  const crossing = workflow.transitions.filter(({ from, to }) => parents.get(from) !== parents.get(to))
  const odd = edges.filter(
    ({ transition, flow, from }) =>
      !transition && flow > 0 && ['split', 'join', 'end'].includes(steps[from]!.kind),
  )
  return [
    ...crossing.map(({ id }) => `${id} leads into or out of the contents of an agent or a sub-flow`),
    ...odd.map(({ from }) => `${steps[from]!.id} has contents, and is no agent or sub-flow`),
    ...steps.flatMap(({ id, kind, parent }) =>
      kind === 'start' && parent !== undefined ? [`${id} is a start inside another step`] : [],
    ),
  ]
}

function handoffExceptions(handoff: Handoff): readonly string[] {
  if (handoff.when !== undefined)
    return [`${handoff.id} asks by condition, and the equations count the dearest that can come together`]
  if (!blocks(handoff)) return []
  const { id, strength, quorum } = handoff
  const decisions = decisionsOf(handoff)
  // An edit voids what others approved before it, so that a second yes has to be a plain one.
  const plain = decisions.includes('approve') || decisions.includes('respond')
  const yes = plain || (decisions.includes('edit') && approvalsNeeded(handoff) === 1)
  const paid = strength === 'two-person' ? 2 : 1
  return [
    ...(yes ? [] : [`${id} can never be answered with yes`]),
    ...((quorum?.approvals ?? 1) > paid ? [`${id} asks more people than the equations count`] : []),
  ]
}

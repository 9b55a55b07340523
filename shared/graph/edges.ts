// The edges of a workflow: its transitions with their odds, and the ways that no transition says.
import { decisionsOf } from '../model/handoff-defaults.ts'
import type { Handoff } from '../model/handoff.ts'
import type { Step } from '../model/step.ts'
import type { Transition } from '../model/transition.ts'
import type { Workflow } from '../model/workflow.ts'
import { compareById } from '../support/compare.ts'
import type { Edge } from './edge.ts'
import { oddsOfLeaving } from './odds.ts'
import { shareContents } from './shared-contents.ts'
import { bodiesOf, isInnerStart } from './subflows.ts'
import type { Body } from './subflows.ts'

/** One way on, before it is known from where it is left. */
interface Way {
  readonly transition: Transition
  readonly to: number
  readonly probability: number
  readonly assumed: boolean
}

export interface EdgesOfWorkflow {
  readonly edges: readonly Edge[]
  /** Transitions with odds of 0. */
  readonly unwalked: readonly Transition[]
  readonly starts: readonly number[]
}

type Add = (edge: Omit<Edge, 'index'>) => void

interface Index {
  readonly workflow: Workflow
  readonly steps: readonly Step[]
  readonly indexOf: ReadonlyMap<string, number>
  readonly leaving: ReadonlyMap<string, readonly Transition[]>
  readonly bodies: ReadonlyMap<number, Body>
}

/** Every edge that can be walked. Cost: O(steps + transitions); shared contents cost as much again for each caller. */
export function edgesOfWorkflow(
  workflow: Workflow,
  steps: readonly Step[],
  indexOf: ReadonlyMap<string, number>,
): EdgesOfWorkflow {
  const leaving = transitionsByStep(workflow)
  const bodies = bodiesOf({ steps, indexOf, leaving })
  const index = { workflow, steps, indexOf, leaving, bodies }
  const edges: Edge[] = []
  const unwalked: Transition[] = []
  const add: Add = (edge): void => void edges.push({ ...edge, index: edges.length })
  steps.forEach((_, v) => {
    const body = bodies.get(v)
    if (body) addAround(index, v, body, add, unwalked)
    else
      for (const way of waysOf(index, v, leaving.get(steps[v]!.id) ?? [], unwalked)) add(along(index, v, way))
  })
  addToolCalls(index, add)
  addRefusals(index, edges, add)
  const starts = steps.flatMap((step, v) => (step.kind === 'start' && !isInnerStart(index, v) ? [v] : []))
  const isShared = [...bodies.values()].some(({ callers }) => callers.length > 1)
  return { edges: isShared ? shareContents({ steps, edges, bodies, starts }) : edges, unwalked, starts }
}

function transitionsByStep(workflow: Workflow): ReadonlyMap<string, readonly Transition[]> {
  const leaving = new Map<string, Transition[]>()
  for (const transition of [...workflow.transitions].sort(compareById)) {
    const list = leaving.get(transition.from)
    if (list) list.push(transition)
    else leaving.set(transition.from, [transition])
  }
  return leaving
}

function waysOf(
  { steps, indexOf }: Index,
  v: number,
  transitions: readonly Transition[],
  unwalked: Transition[],
): Way[] {
  return oddsOfLeaving(steps[v]!, transitions).flatMap(({ probability, assumed }, i) => {
    const transition = transitions[i]!
    const to = indexOf.get(transition.to)
    if (to === undefined) return []
    if (probability > 0) return [{ transition, to, probability, assumed }]
    unwalked.push(transition)
    return []
  })
}

function along(
  { steps }: Index,
  from: number,
  { transition, to, probability, assumed }: Way,
): Omit<Edge, 'index'> {
  return {
    from,
    to,
    kind: transition.kind,
    transition,
    probability,
    assumed,
    returns: false,
    refused: isRefusal(steps[from]!, transition),
    counted: from,
    flow: probability,
  }
}

// A person or a check that says "no", or says nothing, has not agreed to what comes next, whatever was agreed before.
function isRefusal({ kind }: Step, way: Transition): boolean {
  return (way.kind === 'reject' || way.kind === 'timeout') && (kind === 'human' || kind === 'check')
}

// A sub-flow leads into its contents, and its own ways on are left where these end: all of them where they end well,
// those for what is not routine where they fail. Where nothing takes a failure up, the run ends there.
function addAround(
  index: Index,
  v: number,
  { entries, exits, failures }: Body,
  add: Add,
  unwalked: Transition[],
): void {
  const { steps, leaving } = index
  for (const to of entries)
    add({ ...unsaid(v, to), probability: 1 / entries.length, flow: 1 / entries.length })
  const transitions = leaving.get(steps[v]!.id) ?? []
  const ways = waysOf(index, v, transitions, unwalked)
  const odd = ways.filter(({ transition }) => transition.kind !== 'normal')
  const takesUp = failures.length > 0 && odd.length > 0
  const routine = ways.filter(({ transition }) => transition.kind === 'normal')
  const well = takesUp && routine.length > 0 ? rescaled(routine) : ways
  for (const from of exits) for (const way of well) add({ ...leftAt(index, v, from, way) })
  if (!takesUp) return
  for (const from of failures) for (const way of rescaled(odd)) add({ ...leftAt(index, v, from, way) })
}

// Where the contents end with a person who says "no", the sub-flow's own way for that is the way of this "no".
function leftAt(index: Index, v: number, from: number, way: Way): Omit<Edge, 'index'> {
  const edge = along(index, v, way)
  const refused = edge.refused || isRefusal(index.steps[from]!, way.transition)
  return { ...edge, from, counted: from, refused }
}

function rescaled(ways: readonly Way[]): readonly Way[] {
  const total = ways.reduce((sum, { probability }) => sum + probability, 0)
  return ways.map((way) => ({ ...way, probability: way.probability / total }))
}

function unsaid(from: number, to: number): Omit<Edge, 'index' | 'probability' | 'flow'> {
  return {
    from,
    to,
    kind: 'normal',
    transition: undefined,
    assumed: true,
    returns: false,
    refused: false,
    counted: from,
  }
}

// A tool hangs on its agent without a transition that says so: it is entered from the agent and leads back to it. How
// often an agent uses a tool is not in the document: one call a run of the agent, spread evenly over its tools, is
// assumed. The return carries no flow, because the agent's own visits already count what happens after it.
function addToolCalls({ workflow, steps, indexOf, bodies }: Index, add: Add): void {
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
    const parent = step.parent === undefined ? undefined : steps[indexOf.get(step.parent) ?? -1]
    if (!parent || parent.kind === 'subflow') continue
    const list = children.get(parent.id)
    if (list) list.push(step.id)
    else children.set(parent.id, [step.id])
  }
  for (const [parent, ids] of children) {
    const agent = indexOf.get(parent)!
    const entries = ids.filter((id) => !entered.has(id))
    const share = 1 / Math.max(1, entries.length)
    for (const id of entries) add({ ...unsaid(agent, indexOf.get(id)!), probability: share, flow: share })
    for (const id of ids.filter((id) => !left.has(id))) {
      const tool = indexOf.get(id)!
      const body = bodies.get(tool)
      for (const from of body ? [...body.exits, ...body.failures] : [tool]) {
        add({ ...unsaid(from, agent), probability: 1, returns: true, flow: 0 })
      }
    }
  }
}

interface Refusal {
  readonly at: Handoff['at']
  readonly to: number
}

// Where a "no" at a handoff leads, other than to an end: from in front of the handoff, so that what the step behind it
// does has not been done. Somebody who comes to a handoff by a "no" can say "no" again, so that one leads to the next.
function addRefusals({ workflow, steps, indexOf }: Index, edges: readonly Edge[], add: Add): void {
  const refusals = workflow.handoffs.flatMap((handoff): Refusal[] => {
    const to = handoff.onReject?.to ? indexOf.get(handoff.onReject.to) : undefined
    if (to === undefined || !mayRefuse(handoff)) return []
    const { kind, parent } = steps[to]!
    return kind === 'end' && parent === undefined ? [] : [{ at: handoff.at, to }]
  })
  const there = new Set<string>()
  const put = (from: number, to: number): void => {
    if (there.has(`${from} ${to}`)) return
    there.add(`${from} ${to}`)
    add({ ...unsaid(from, to), kind: 'reject', probability: 1, refused: true, flow: 0 })
  }
  for (const { at, to } of refusals) if ('start' in at) put(indexOf.get(at.start)!, to)
  if (refusals.length === 0) return
  // The list grows while it is read.
  for (const edge of edges) {
    for (const { at, to } of refusals) {
      const isBefore = 'before' in at && steps[edge.to]!.id === at.before && !edge.returns
      if (isBefore || ('on' in at && edge.transition?.id === at.on)) put(edge.from, to)
    }
  }
}

function mayRefuse(handoff: Handoff): boolean {
  if (handoff.kind === 'notify' || handoff.strength === 'notify') return false
  const saysNo = decisionsOf(handoff).some((decision) => decision === 'reject' || decision === 'abort')
  return saysNo || handoff.timeout !== undefined || handoff.escalation !== undefined
}

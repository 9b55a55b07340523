// What the simulator looks up all the time, indexed once per revision of the workflow.
import { indexWorkflow } from '../graph/graph.ts'
import type { Graph } from '../graph/graph.ts'
import type { Handoff } from '../model/handoff.ts'
import { decisionsOf } from '../model/handoff-defaults.ts'
import type { Strength } from '../model/scales.ts'
import type { Step } from '../model/step.ts'
import type { Transition } from '../model/transition.ts'
import type { Workflow } from '../model/workflow.ts'
import { profileOf } from '../model/profile.ts'

/** One way out of a step that the document or the index knows. */
export interface Exit {
  /** Absent for the call of a tool or of a sub-flow's first step. */
  readonly transition?: Transition
  readonly to: string
  /** 0 for a transition that is never walked by itself; a person may still choose it. */
  readonly odds: number
  /** Of a way out of a sub-flow: taken only when its contents ended well, or only when they failed. */
  readonly only?: 'ok' | 'failed'
}

export interface World {
  readonly workflow: Workflow
  readonly graph: Graph
  readonly stepOf: ReadonlyMap<string, Step>
  readonly handoffOf: ReadonlyMap<string, Handoff>
  /** Handoffs before a step, those at a start included. */
  readonly gatesBefore: ReadonlyMap<string, readonly Handoff[]>
  readonly gatesOn: ReadonlyMap<string, readonly Handoff[]>
  readonly exitsOf: ReadonlyMap<string, readonly Exit[]>
  /** For each step that runs the steps of another one: which. */
  readonly holderOf: (step: string) => string
  /** Steps from which `step` can be reached in any way at all: odds of 0, rejections and retries included. */
  readonly leadsTo: (step: string) => ReadonlySet<string>
  /** Transitions that a join waits for. */
  readonly branchesInto: ReadonlyMap<string, readonly string[]>
}

const worlds = new WeakMap<Workflow, World>()

/** The index of a workflow. A workflow never changes, so that remembering its index is no hidden state. */
export function worldOf(workflow: Workflow): World {
  const before = worlds.get(workflow)
  if (before) return before
  const world = build(workflow)
  worlds.set(workflow, world)
  return world
}

/** Minutes that one review takes `party`, or anybody where the party says nothing. */
export function reviewMinutes(world: World, strength: Strength, party: string | undefined): number {
  const minutes = world.workflow.parties.find(({ id }) => id === party)?.minutes
  return minutes?.[strength] ?? profileOf(world.workflow.profile).minutes[strength]
}

/** The part of a review that one answer is: two people share a two-person review. */
export function answerMinutes(world: World, strength: Strength, party: string | undefined): number {
  return reviewMinutes(world, strength, party) / (strength === 'two-person' ? 2 : 1)
}

/** The step that must not happen before the handoff is decided: the one it stands before, or the one its transition leads to. */
export function guardedStep(workflow: Workflow, handoff: Handoff): string | undefined {
  if ('before' in handoff.at) return handoff.at.before
  if ('start' in handoff.at) return handoff.at.start
  const on = handoff.at.on
  return workflow.transitions.find(({ id }) => id === on)?.to
}

function build(workflow: Workflow): World {
  const graph = indexWorkflow(workflow)
  const stepOf = new Map(workflow.steps.map((step) => [step.id, step]))
  const exitsOf = exits(graph)
  const parents = new Set(workflow.steps.flatMap(({ parent }) => (parent === undefined ? [] : [parent])))
  const partial = {
    workflow,
    graph,
    stepOf,
    handoffOf: new Map(workflow.handoffs.map((handoff) => [handoff.id, handoff])),
    gatesBefore: groupBy(workflow.handoffs, ({ at }) =>
      'before' in at ? at.before : 'start' in at ? at.start : undefined,
    ),
    gatesOn: groupBy(workflow.handoffs, ({ at }) => ('on' in at ? at.on : undefined)),
    exitsOf,
    holderOf: (id: string) => holderOf(stepOf, parents, id),
    branchesInto: branches(graph),
  }
  return { ...partial, leadsTo: remembering(sources(workflow, exitsOf)) }
}

function exits(graph: Graph): Map<string, Exit[]> {
  const unwalked = groupBy(graph.unwalked, ({ from }) => from)
  const leaving = groupBy(graph.workflow.transitions, ({ from }) => from)
  const found = new Map<string, Exit[]>()
  graph.steps.forEach((step, v) => {
    // A sub-flow is left by its own ways once its contents have given back; that is where a token is then.
    const own = graph.out[v]!.filter(({ transition }) => !transition || transition.from === step.id)
    const around = (leaving.get(step.id) ?? []).flatMap(({ id }) => {
      const [edge] = graph.edgesOf.get(id) ?? []
      return edge && edge.from !== v ? [edge] : []
    })
    const walked = [...own, ...around].flatMap((edge): Exit[] => {
      const to = graph.steps[edge.to]!.id
      if (edge.transition)
        return [
          {
            transition: edge.transition,
            to,
            odds: edge.probability,
            ...onlyAfter(graph, v, edge.transition.id),
          },
        ]
      // The way back from a tool carries no flow: the token remembers who called it, and returns there.
      return edge.flow > 0 ? [{ to, odds: edge.probability }] : []
    })
    const never = (unwalked.get(step.id) ?? []).map((transition): Exit => ({
      transition,
      to: transition.to,
      odds: 0,
    }))
    found.set(step.id, [...walked, ...never])
  })
  return found
}

// Where the contents of a sub-flow can fail, some of its ways are for that alone, and the others are not for it.
function onlyAfter(graph: Graph, v: number, transition: string): Pick<Exit, 'only'> {
  const ends = graph.edgesOf
    .get(transition)!
    .filter(({ from }) => from !== v)
    .map(({ from }) => graph.steps[from]!)
  const failed = ends.filter(({ kind, outcome = 'ok' }) => kind === 'end' && outcome !== 'ok')
  if (ends.length === 0) return {}
  return failed.length === ends.length ? { only: 'failed' } : failed.length === 0 ? { only: 'ok' } : {}
}

/** The step that holds what `id` runs: itself, or the sub-flow that it calls. */
function holderOf(steps: ReadonlyMap<string, Step>, parents: ReadonlySet<string>, id: string): string {
  const seen = new Set<string>()
  for (
    let at = steps.get(id);
    at && !seen.has(at.id);
    at = at.calls === undefined ? undefined : steps.get(at.calls)
  ) {
    if (parents.has(at.id)) return at.id
    seen.add(at.id)
  }
  return id
}

function branches(graph: Graph): Map<string, string[]> {
  const found = new Map<string, string[]>()
  graph.steps.forEach((step, v) => {
    if (step.kind !== 'join') return
    const reachable = graph.in[v]!.filter((edge) => graph.reachable[edge.from])
    found.set(
      step.id,
      reachable.flatMap((edge) => (edge.transition ? [edge.transition.id] : [])),
    )
  })
  return found
}

function sources(workflow: Workflow, exitsOf: ReadonlyMap<string, readonly Exit[]>): Map<string, string[]> {
  const pairs: { readonly from: string; readonly to: string }[] = []
  for (const [from, list] of exitsOf) for (const { to } of list) pairs.push({ from, to })
  for (const step of workflow.steps)
    if (step.parent !== undefined) pairs.push({ from: step.id, to: step.parent })
  const into = groupBy(workflow.transitions, ({ to }) => to)
  for (const handoff of workflow.handoffs) {
    const guarded = guardedStep(workflow, handoff)
    if (guarded === undefined) continue
    if (handoff.onReject?.to) pairs.push({ from: guarded, to: handoff.onReject.to })
    if (!decisionsOf(handoff).includes('retry')) continue
    for (const { from } of into.get(guarded) ?? []) pairs.push({ from: guarded, to: from })
  }
  const found = new Map<string, string[]>()
  for (const { from, to } of pairs) {
    const list = found.get(to)
    if (list) list.push(from)
    else found.set(to, [from])
  }
  return found
}

function remembering(sourcesOf: ReadonlyMap<string, readonly string[]>): World['leadsTo'] {
  const known = new Map<string, ReadonlySet<string>>()
  return (step) => {
    const before = known.get(step)
    if (before) return before
    const seen = new Set([step])
    const todo = [step]
    for (let at = todo.pop(); at !== undefined; at = todo.pop()) {
      for (const from of sourcesOf.get(at) ?? []) {
        if (seen.has(from)) continue
        seen.add(from)
        todo.push(from)
      }
    }
    known.set(step, seen)
    return seen
  }
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

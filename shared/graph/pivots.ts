// Points of no return (the pivot of a saga): ways by which a run leaves the part of the workflow from which it can still
// stop safely with everything undone (PLACEMENT.md 1.8). Whether a person is asked there is left out on purpose: a
// suggestion must not change what it rests on.
import type { Place } from '../model/handoff.ts'
import { acts } from '../model/step.ts'
import type { Step } from '../model/step.ts'
import type { Demand } from '../model/strength.ts'
import type { Edge } from './edge.ts'
import { endsRun } from './graph.ts'
import type { Graph } from './graph.ts'
import { reach } from './reach.ts'

/** A way after which no safe stop with everything undone is left. */
export interface Pivot {
  readonly edge: Edge
  /** The first steps that cannot be undone on the ways on from here, by number. */
  readonly finals: readonly number[]
  /** Steps that a run may have done before, and that could have been undone until here. */
  readonly undoable: readonly number[]
}

const HARD_TO_UNDO = 2
const IRREVERSIBLE = 3

/**
 * Every pivot, in the order of the edges. A safe stop is an end of the run with the outcome "stopped", or an action that has a step
 * which undoes it: there a run can still be taken back. Without either there is nothing to lose, and no pivot.
 * Cost: O(edges), and once more for every pivot.
 */
export function pivotsOf(graph: Graph): readonly Pivot[] {
  const undoing = undoingSteps(graph)
  const undoable = graph.steps.map((_, v) => acts(graph.steps[v]!) && undoneBy(graph, v, undoing))
  const final = graph.steps.map((_, v) => isFinal(graph, v, undoing))
  const isStop = graph.steps.map(
    (step, v) =>
      graph.reachable[v]! &&
      (undoable[v]! || undoing.has(v) || (step.outcome === 'stopped' && endsRun(graph, v))),
  )
  if (!isStop.includes(true) || !final.includes(true)) return []
  const withoutFinal = graph.out.map((edges, v) => (final[v] ? [] : edges))
  const clean = reach(graph.starts, withoutFinal)
  const safe = canStop(graph, isStop, final)
  return graph.edges.flatMap((edge) => {
    if (!clean[edge.from] || !safe[edge.from] || safe[edge.to]) return []
    const ahead = reach([edge.to], withoutFinal)
    const finals = graph.steps.flatMap((_, v) => (ahead[v] && final[v] ? [v] : []))
    if (finals.length === 0) return []
    return [{ edge, finals, undoable: doneBefore(graph, edge.from, undoable, clean, withoutFinal) }]
  })
}

/** What passing places confers, and what is carried to them, by number: as the document stands or with more placed. */
export interface Authorities {
  readonly carried: { readonly mid: ArrayLike<number>; readonly out: ArrayLike<number> }
  readonly grants: { readonly before: readonly number[]; readonly on: readonly number[] }
}

const APPROVE = 2

/**
 * The pivots that call for an approval: some first step behind them that cannot be undone does not demand one itself
 * (where all of them do, every run is asked before them anyway), and either what was done before could have been undone
 * until here, or what demands an approval only comes when it is too late to undo the first step.
 */
export function pivotsToApprove(graph: Graph, required: readonly Demand[]): readonly Pivot[] {
  const known = new Map<number, boolean>()
  const tooLate = (v: number): boolean => {
    const late = known.get(v) ?? needsApprovalAfter(graph, required, v)
    known.set(v, late)
    return late
  }
  return pivotsOf(graph).flatMap((pivot) => {
    const finals = pivot.finals.filter((v) => required[v]! < APPROVE)
    const calls = pivot.undoable.length > 0 ? finals.length > 0 : finals.some(tooLate)
    return calls ? [{ ...pivot, finals }] : []
  })
}

function needsApprovalAfter(graph: Graph, required: readonly Demand[], v: number): boolean {
  const after = reach(
    graph.out[v]!.map(({ to }) => to),
    graph.out,
  )
  return required.some((demand, w) => demand >= APPROVE && after[w])
}

/** True where every run has been approved on the pivot itself, or before each of its steps that cannot be undone. */
export function isApproved({ edge, finals }: Pivot, { carried, grants }: Authorities): boolean {
  const arriving = edge.refused ? 0 : carried.out[edge.from]!
  // Back with its tools, a step goes on past the gate before it.
  const there = edge.returns ? 0 : grants.before[edge.to]!
  const here = Math.max(arriving, grants.on[edge.index]!, there)
  return here >= APPROVE || finals.every((v) => carried.mid[v]! >= APPROVE)
}

/** Where a handoff on an edge stands: on its transition, or before the tool that no transition leads to. */
export function placeOfEdge(graph: Graph, { transition, to }: Edge): Place {
  return transition ? { on: transition.id } : { before: graph.steps[to]!.id }
}

// Steps that take something back, unless what they do can itself never be taken back. What no run does needs no undoing.
function undoingSteps(graph: Graph): ReadonlySet<number> {
  const named = graph.steps.flatMap(({ compensatedBy }, v) =>
    graph.reachable[v] ? (graph.indexOf.get(compensatedBy ?? '') ?? []) : [],
  )
  const led = graph.edges.flatMap((edge) =>
    edge.kind === 'compensate' && graph.reachable[edge.from] ? [edge.to] : [],
  )
  return new Set([...named, ...led].filter((v) => canUndo(graph.steps[v]!)))
}

/** Kinds that can undo something; the others only think, or say where a run goes on. */
const UNDOING: ReadonlySet<string> = new Set(['action', 'agent', 'subflow', 'step', 'human'])

function canUndo({ kind, consequence }: Step): boolean {
  return UNDOING.has(kind) && (consequence?.reversibility ?? 0) < IRREVERSIBLE
}

function undoneBy(graph: Graph, v: number, undoing: ReadonlySet<number>): boolean {
  const named = graph.indexOf.get(graph.steps[v]!.compensatedBy ?? '')
  if (named !== undefined && undoing.has(named)) return true
  return graph.out[v]!.some((edge) => edge.kind === 'compensate' && undoing.has(edge.to))
}

function isFinal(graph: Graph, v: number, undoing: ReadonlySet<number>): boolean {
  const step = graph.steps[v]!
  const { level = 0, reversibility = 0 } = step.consequence ?? {}
  if (!acts(step) || level === 0 || reversibility < HARD_TO_UNDO) return false
  return !undoing.has(v) && !undoneBy(graph, v, undoing)
}

// Steps from which a stop can be reached without doing, from that step on, anything that cannot be undone.
function canStop(graph: Graph, isStop: readonly boolean[], final: readonly boolean[]): readonly boolean[] {
  const safe = graph.steps.map(() => false)
  const todo = graph.steps.flatMap((_, v) => (isStop[v] && !final[v] ? [v] : []))
  for (const v of todo) safe[v] = true
  for (let v = todo.pop(); v !== undefined; v = todo.pop()) {
    for (const { from } of graph.in[v]!) {
      if (safe[from] || final[from]) continue
      safe[from] = true
      todo.push(from)
    }
  }
  return safe
}

// What can be undone and lies on a walk from a start to `at` on which nothing final was done.
function doneBefore(
  graph: Graph,
  at: number,
  undoable: readonly boolean[],
  clean: readonly boolean[],
  out: Graph['out'],
): readonly number[] {
  const behind = graph.steps.map(() => false)
  behind[at] = true
  const todo = [at]
  for (let v = todo.pop(); v !== undefined; v = todo.pop()) {
    for (const { from } of graph.in[v]!) {
      if (behind[from] || !clean[from] || out[from]!.length === 0) continue
      behind[from] = true
      todo.push(from)
    }
  }
  return graph.steps.flatMap((_, v) => (behind[v] && clean[v] && undoable[v] ? [v] : []))
}

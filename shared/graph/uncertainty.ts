// Which uncertainty is pending where: generated at a step, carried forward, settled by what clears its label
// (PLACEMENT.md 1.4). A may-analysis: what can be pending on some walk is pending.
import { UNCERTAINTY_LABELS } from '../model/scales.ts'
import type { Level, UncertaintyLabel } from '../model/scales.ts'
import type { Step } from '../model/step.ts'
import type { Demand } from '../model/strength.ts'
import type { Graph } from './graph.ts'

export const LABELS = [...UNCERTAINTY_LABELS, 'unlabelled'] as const
/** Level of each label pending on arrival: `pending[label index][step]`. */
export type Pending = readonly Uint8Array[]

/** Index of the label of the uncertainty that a step adds; uncertainty without a label can be cleared by nothing. */
export function labelIndex(step: Step): number {
  return LABELS.indexOf(step.uncertainty?.label ?? 'unlabelled')
}

/** True where passing `step` settles the label. */
export function clears(step: Step, label: number): boolean {
  return step.clears?.includes(LABELS[label] as UncertaintyLabel) ?? false
}

/** Labels that a question to somebody can settle; the others need evidence or a check. */
const ASKABLE: ReadonlySet<string> = new Set(['intent', 'missing-info', 'conflict'])
const ASK_FROM = 3

/** True for a step that is so unsure of what is meant that somebody has to be asked. */
export function callsForQuestion({ uncertainty }: Step): boolean {
  return (uncertainty?.level ?? 0) >= ASK_FROM && ASKABLE.has(uncertainty?.label ?? '')
}

/** Indexes of the labels that call for a question, can be pending at step number `v`, and are settled by it. */
export function questionsSettled(step: Step, pending: Pending, v: number): readonly number[] {
  const cleared = (step.clears ?? []).filter((label) => ASKABLE.has(label))
  return cleared.map((label) => LABELS.indexOf(label)).filter((label) => pending[label]![v]! >= ASK_FROM)
}

/** Least fixpoint of P_in(v) = ⋃ P_out(u), P_out(v) = (P_in(v) \ clears(v)) ∪ gen(v), with the highest level per label. */
export function pendingUncertainty(graph: Graph): Pending {
  const sources: number[][] = LABELS.map(() => [])
  graph.steps.forEach((step, v) => {
    if (graph.reachable[v] && (step.uncertainty?.level ?? 0) > 0) sources[labelIndex(step)]!.push(v)
  })
  return sources.map((from, label) => pendingOf(graph, label, from))
}

/** The highest level pending on arrival at a step, over all labels. */
export function highestPending(pending: Pending, step: number): Level {
  let most = 0
  for (const levels of pending) most = Math.max(most, levels[step]!)
  return most as Level
}

/** Per step: can a demanding action be reached from it without the label being settled on the way? No label: at all? */
export function exposedTo(
  graph: Graph,
  required: readonly Demand[],
  label: number | undefined,
  least: Demand = 0.5,
): boolean[] {
  const exposed = graph.steps.map(() => false)
  const todo: number[] = []
  const mark = (v: number): void => {
    if (exposed[v] || !graph.reachable[v]) return
    exposed[v] = true
    todo.push(v)
  }
  required.forEach((demand, v) => {
    if (demand >= least) for (const edge of graph.in[v]!) mark(edge.from)
  })
  for (let v = todo.pop(); v !== undefined; v = todo.pop()) {
    if (label !== undefined && clears(graph.steps[v]!, label)) continue
    for (const edge of graph.in[v]!) mark(edge.from)
  }
  return exposed
}

function pendingOf(graph: Graph, label: number, sources: readonly number[]): Uint8Array {
  const arriving = new Uint8Array(graph.steps.length)
  const added = new Uint8Array(graph.steps.length)
  for (const v of sources) added[v] = graph.steps[v]!.uncertainty?.level ?? 0
  const todo = [...sources]
  const leaving = (v: number): number =>
    Math.max(added[v]!, clears(graph.steps[v]!, label) ? 0 : arriving[v]!)
  for (let v = todo.pop(); v !== undefined; v = todo.pop()) {
    const level = leaving(v)
    for (const edge of graph.out[v]!) {
      if (arriving[edge.to]! >= level) continue
      arriving[edge.to] = level
      todo.push(edge.to)
    }
  }
  return arriving
}

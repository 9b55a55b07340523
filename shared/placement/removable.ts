// Which of the gates that the document has can go once the suggestions are placed: with them lowered, everything is
// still covered, and they settle no doubt that a lighter action counts on.
import type { Graph } from '../graph/graph.ts'
import { isApproved } from '../graph/pivots.ts'
import type { Pivot } from '../graph/pivots.ts'
import {
  callsForQuestion,
  exposedTo,
  highestPending,
  labelIndex,
  questionsSettled,
} from '../graph/uncertainty.ts'
import { placeKey } from '../model/handoff.ts'
import type { Handoff } from '../model/handoff.ts'
import { authorityOf } from '../model/strength.ts'
import { visitsOf } from './attention.ts'
import { carriedAuthority } from './authority.ts'
import { uncovered } from './coverage.ts'
import { demandsOf } from './demands.ts'
import type { Demands } from './demands.ts'
import { grantsOf } from './grants.ts'
import type { Gate, Grants } from './grants.ts'

interface Candidate {
  readonly id: string
  readonly minutes: number
  /** The step at whose door it stands, where the doubt pending there decides. */
  readonly at: number
}

/**
 * Ids of handoffs and human steps that can be removed together, dearest first. Gates on the way of abnormal cases
 * stay: what they are for is not coverage. So do gates at a place in `raised`, where a suggestion makes the gate
 * that is there stronger.
 */
export function removable(
  graph: Graph,
  demands: Demands,
  gates: readonly Gate[],
  raised: ReadonlySet<string>,
): ReadonlySet<string> {
  const removed = new Set<string>()
  const candidates = [...humanSteps(graph, demands), ...handoffs(graph, demands, raised)].sort(
    (a, b) => b.minutes - a.minutes || (a.id < b.id ? -1 : 1),
  )
  const { pivots } = demands
  for (const { id, at } of candidates) {
    const before = new Set(removed)
    removed.add(id)
    const fine = stillFine(graph, demands, gates, removed, { id, at })
    const approved = fine ? approvedPivots(graph, demands, gates, { pivots, removed: before }) : []
    const still = new Set(approvedPivots(graph, demands, gates, { pivots: approved, removed }))
    if (!fine || approved.some((pivot) => !still.has(pivot))) removed.delete(id)
  }
  return removed
}

// Where there is no way back any more, an approval stays, whatever the actions behind it demand.
function approvedPivots(
  graph: Graph,
  demands: Demands,
  gates: readonly Gate[],
  { pivots, removed }: { readonly pivots: readonly Pivot[]; readonly removed: ReadonlySet<string> },
): readonly Pivot[] {
  if (pivots.length === 0) return []
  const grants = withoutRemoved(graph, gates, removed)
  const carried = carriedAuthority(stripped(graph, removed), demands, grants)
  return pivots.filter((pivot) => isApproved(pivot, { carried, grants }))
}

// What confers authority when `removed` handoffs and human steps no longer do.
function withoutRemoved(graph: Graph, gates: readonly Gate[], removed: ReadonlySet<string>): Grants {
  return grantsOf(
    stripped(graph, removed),
    gates.filter((gate) => !('id' in gate) || !removed.has(gate.id as string)),
  )
}

function stillFine(
  graph: Graph,
  demands: Demands,
  gates: readonly Gate[],
  removed: ReadonlySet<string>,
  candidate: Pick<Candidate, 'id' | 'at'>,
): boolean {
  const lowered = stripped(graph, removed)
  // A person who clears a label makes sources before them harmless; without them the demands are others.
  const clearing = graph.steps.some((step) => removed.has(step.id) && (step.clears?.length ?? 0) > 0)
  const needs = clearing ? demandsOf(lowered) : demands
  const after = carriedAuthority(lowered, needs, withoutRemoved(graph, gates, removed))
  if (uncovered(needs, after).length > 0) return false
  if (highestPending(demands.pending, candidate.at) < graph.profile.doubtFrom) return true
  const others = new Set([...removed].filter((id) => id !== candidate.id))
  const before = carriedAuthority(graph, demands, withoutRemoved(graph, gates, others))
  return !needs.required.some((demand, v) => demand === 0.5 && before.mid[v]! >= 1 && after.mid[v]! < 1)
}

function stripped(graph: Graph, removed: ReadonlySet<string>): Graph {
  if (!graph.steps.some((step) => removed.has(step.id))) return graph
  const steps = graph.steps.map((step) => {
    if (!removed.has(step.id)) return step
    const { grant: _, clears: __, ...rest } = step
    return rest
  })
  return { ...graph, steps }
}

function humanSteps(graph: Graph, demands: Demands): Candidate[] {
  return graph.steps.flatMap((step, v) => {
    if (step.kind !== 'human' || !step.grant || authorityOf(step.grant) < 1 || !graph.reachable[v]) return []
    if (graph.in[v]!.some((edge) => edge.kind !== 'normal') || choosesWay(graph, v)) return []
    const questions = questionsSettled(step, demands.pending, v)
    // With the doubt that they settle still there, an action behind them may demand more than it does now.
    const required = questions.length > 0 ? demandsOf(stripped(graph, new Set([step.id]))).required : []
    if (questions.some((label) => exposedTo(graph, required, label, 1)[v])) return []
    return [{ id: step.id, minutes: graph.visits[v]! * graph.profile.minutes[step.grant], at: v }]
  })
}

// A person with several ways on, or with one for cases that are not routine, decides which one a run takes; without
// them nobody would. Their own "no" goes with them.
function choosesWay(graph: Graph, v: number): boolean {
  const ways = graph.workflow.transitions.filter(({ from, to }) => from === graph.steps[v]!.id && to !== from)
  const normal = ways.filter(({ kind }) => kind === 'normal')
  const others = ways.filter(({ kind }) => kind !== 'normal' && kind !== 'reject')
  return others.length > 0 || (normal.length > 0 ? normal : ways).length > 1
}

// Directly behind a step that does not know what is meant, the one who approves also answers that.
function answersQuestion(graph: Graph, { required }: Demands, { at }: Handoff): boolean {
  const into =
    'on' in at ? [graph.edgeOf.get(at.on)] : 'before' in at ? graph.in[graph.indexOf.get(at.before)!]! : []
  return into.some((edge) => {
    const source = edge && graph.steps[edge.from]!
    return source && callsForQuestion(source) && exposedTo(graph, required, labelIndex(source), 1)[edge.from]
  })
}

function handoffs(graph: Graph, demands: Demands, raised: ReadonlySet<string>): Candidate[] {
  return graph.workflow.handoffs.flatMap((handoff) => {
    if ((handoff.kind !== 'approval' && handoff.kind !== 'sign-off') || raised.has(placeKey(handoff.at)))
      return []
    if (handoff.pinned === true) return []
    const at =
      'on' in handoff.at
        ? graph.edgeOf.get(handoff.at.on)?.to
        : graph.indexOf.get('before' in handoff.at ? handoff.at.before : handoff.at.start)
    if (at === undefined || !graph.reachable[at]) return []
    if (answersQuestion(graph, demands, handoff)) return []
    if ('on' in handoff.at && graph.edgeOf.get(handoff.at.on)!.kind !== 'normal') return []
    const minutes = visitsOf(graph, handoff.at) * graph.profile.minutes[handoff.strength]
    return [{ id: handoff.id, minutes, at }]
  })
}

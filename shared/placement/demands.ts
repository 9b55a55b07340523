// What the workflow asks of its people, before any handoff is looked at: required strength of every step, pending
// uncertainty, and the live sources of doubt after which earlier authority no longer counts.
import type { Graph } from '../graph/graph.ts'
import { withAllItems } from '../graph/exposure.ts'
import { pivotsToApprove } from '../graph/pivots.ts'
import type { Pivot } from '../graph/pivots.ts'
import { exposedTo, highestPending, labelIndex, LABELS, pendingUncertainty } from '../graph/uncertainty.ts'
import type { Pending } from '../graph/uncertainty.ts'
import type { Demand } from '../model/strength.ts'
import { requiredDemand } from './strength.ts'

export interface Demands {
  /** σ per step; 0 for steps that no start reaches. */
  readonly required: readonly Demand[]
  /** By step: what it would demand if nobody had accepted the risk. */
  readonly waived: ReadonlyMap<number, Demand>
  readonly pending: Pending
  /** Per step: does authority carried into it end here? Starts always are. */
  readonly live: readonly boolean[]
  /** Ways from which there is no way back, and that call for an approval whatever the actions behind them demand. */
  readonly pivots: readonly Pivot[]
  /** The highest σ of all. */
  readonly most: Demand
}

/** Cost: O(labels × edges). */
export function demandsOf(graph: Graph): Demands {
  const pending = pendingUncertainty(graph)
  const tagged = graph.steps.map((_, v) =>
    graph.reachable[v]
      ? requiredDemand(withAllItems(graph, v), highestPending(pending, v), graph.profile)
      : 0,
  )
  const waived = waivedDemands(graph, tagged)
  const required = waived.size === 0 ? tagged : tagged.map((demand, v) => (waived.has(v) ? 0 : demand))
  const most = required.reduce<Demand>((a, b) => (b > a ? b : a), 0)
  const pivots = graph.profile.rules.get('S5') === 'off' ? [] : pivotsToApprove(graph, required)
  return { required, waived, pending, live: liveSources(graph, required), pivots, most }
}

// The waivers of the document that is analysed: those that have expired are not in it.
function waivedDemands(graph: Graph, tagged: readonly Demand[]): ReadonlyMap<number, Demand> {
  const waived = new Map<number, Demand>()
  for (const { step } of graph.workflow.placing?.waivers ?? []) {
    const v = graph.indexOf.get(step)
    if (v !== undefined && tagged[v]! > 0) waived.set(v, tagged[v]!)
  }
  return waived
}

// A step is live when its uncertainty is at least the profile's threshold (θ_u) and an action that demands something can be reached
// from it without passing a step that settles its label. Handoffs are left out on purpose: whether an approval
// settles a label depends on what it showed, and counting on it would let a suggestion justify itself.
function liveSources(graph: Graph, required: readonly Demand[]): boolean[] {
  const doubtful = graph.steps.map(
    (step, v) => graph.reachable[v]! && (step.uncertainty?.level ?? 0) >= graph.profile.doubtFrom,
  )
  const live = graph.steps.map(() => false)
  for (const start of graph.starts) live[start] = true
  for (const v of staleMakers(graph, required)) live[v] = true
  for (let label = 0; label < LABELS.length; label++) {
    const sources = graph.steps.flatMap((step, v) => (doubtful[v] && labelIndex(step) === label ? [v] : []))
    if (sources.length === 0) continue
    const exposed = exposedTo(graph, required, label)
    for (const v of sources) live[v] = live[v]! || exposed[v]!
  }
  return live
}

// Steps after which earlier authority is about something else than what is done: the world may have changed at them, or
// they make an artefact that an action behind them uses. It ends for every action behind them, not only for the one that
// uses the artefact: with one authority for all, that is on the safe side.
function staleMakers(graph: Graph, required: readonly Demand[]): readonly number[] {
  const makers = new Set<number>()
  const changing = graph.steps.flatMap((step, v) => (step.changesState === true ? [v] : []))
  const making = graph.steps.flatMap((step, v) => (step.produces && step.produces.length > 0 ? [v] : []))
  if (changing.length > 0) {
    const exposed = exposedTo(graph, required, undefined)
    for (const v of changing) if (exposed[v]) makers.add(v)
  }
  for (const artefact of new Set(making.flatMap((v) => graph.steps[v]!.produces ?? []))) {
    const using = required.map((demand, v) => (graph.steps[v]!.uses?.includes(artefact) ? demand : 0))
    const exposed = exposedTo(graph, using, undefined)
    for (const v of making) if (exposed[v] && graph.steps[v]!.produces!.includes(artefact)) makers.add(v)
  }
  return [...makers]
}

// From demands to a placement: fixed suggestions first, then the optimum around them, then what has become
// superfluous, then what only informs (the order of PLACEMENT.md 2C).
import type { Gate } from '../graph/conferred.ts'
import type { Graph } from '../graph/graph.ts'
import { isLastOutput } from '../graph/outputs.ts'
import { isApproved } from '../graph/pivots.ts'
import type { Suggestion } from '../model/finding.ts'
import type { Place } from '../model/handoff.ts'
import type { PlacedHandoff, Placement, WaivedDemand } from '../model/placement.ts'
import type { Authority, HandoffKind } from '../model/scales.ts'
import { strengthOf } from '../model/strength.ts'
import { compareText } from '../support/compare.ts'
import { carriedAuthority } from './authority.ts'
import { uncovered } from './coverage.ts'
import { approveEveryStep, attentionMinutes, gateEveryAction, visitsOf } from './attention.ts'
import type { Demands } from './demands.ts'
import { grantsOf } from './grants.ts'
import type { Grants } from './grants.ts'
import { feasibleDemands } from './feasible.ts'
import { optimiseAged } from './optimise-aged.ts'
import { optimiseCausal } from './optimise-causal.ts'
import { optimise } from './optimise.ts'
import type { Optimum, Solving } from './optimise.ts'
import { APPROVE, mayHoldGate } from './stations.ts'
import type { ChosenGate } from './stations.ts'
import { placeKey } from '../model/handoff.ts'
import { removable } from './removable.ts'
import { withGates } from './repair.ts'
import { neededWalk, walkThrough } from './walks.ts'

/** A suggestion that is fixed before the optimiser runs, and the rule that made it. */
export interface Preset extends Suggestion {
  readonly rule: string
}

export interface PlacementResult {
  readonly placement: Placement
  /** Everything that confers authority once the suggestions are placed. */
  readonly grants: Grants
  readonly gates: readonly Gate[]
  readonly optimum: Optimum
}

/**
 * The best placement on top of what the document has. Exact where `placement.optimal` says so. No suggestion is ever at
 * a forbidden place, and demands that nothing else can meet are listed as impossible.
 */
export function place(
  graph: Graph,
  demands: Demands,
  presets: readonly Preset[],
  solving?: Solving,
): PlacementResult {
  const existing = graph.workflow.handoffs
  const fixed = onePerPlace(presets.filter(({ at }) => !graph.forbidden.has(placeKey(at))))
  const base = grantsOf(graph, [...existing, ...fixed])
  const feasible = feasibleDemands(graph, demands, base)
  const best = graph.aging ? optimiseAged : graph.blocks ? optimiseCausal : optimise
  const optimum = best(graph, feasible.demands, base, solving)
  const gates = merged(graph, fixed, reasoned(graph, feasible.demands, base, optimum.gates))
  const all: readonly Gate[] = [...existing, ...gates]
  const grants = grantsOf(graph, all)
  const remove = removable(graph, demands, all, new Set(gates.map((gate) => placeKey(gate.at))))
  const notices = notifications(graph, demands, grants)
  const handoffs = [...gates, ...notices]
    .map((gate) => described(graph, demands, grants, gate))
    .sort((a, b) => compareText(placeKey(a.at), placeKey(b.at)) || compareText(a.kind, b.kind))
  const placement: Placement = {
    handoffs,
    remove: [...remove],
    waived: waivedDemands(graph, demands),
    impossible: [...feasible.impossible],
    approvalMinutesPerRun: optimum.minutes,
    minutesPerRun: handoffs.reduce((sum, h) => sum + h.minutes, 0) + attentionMinutes(graph).minutes,
    baselines: {
      gateEveryAction: gateEveryAction(graph, demands),
      approveEveryStep: approveEveryStep(graph),
    },
    method: optimum.method,
    optimal: optimum.optimal,
    gap: optimum.minutes === 0 ? 0 : (optimum.minutes - optimum.lowerBound) / optimum.minutes,
  }
  return { placement, grants, gates: all, optimum }
}

function waivedDemands(graph: Graph, { waived }: Demands): WaivedDemand[] {
  return (graph.workflow.placing?.waivers ?? []).flatMap(({ step, reason, owner, expires }) => {
    const strength = strengthOf(waived.get(graph.indexOf.get(step) ?? -1) ?? 0)
    return strength ? [{ step, strength, reason, owner, expires }] : []
  })
}

interface Planned extends Gate {
  readonly rules: readonly string[]
}

interface Reasoned extends ChosenGate {
  /** With a weaker gate an action would be reached with too little authority. */
  readonly covers: boolean
  /** With a weaker gate nobody would have approved that there is no way back. */
  readonly approves: boolean
}

// What a gate is for is what would be missing with a weaker one. Costs a look at the whole for every gate, and only
// where there are ways without a way back.
function reasoned(
  graph: Graph,
  demands: Demands,
  base: Grants,
  gates: readonly ChosenGate[],
): readonly Reasoned[] {
  if (demands.pivots.length === 0) return gates.map((gate) => ({ ...gate, covers: true, approves: false }))
  return gates.map((gate) => {
    const settled = (authority: number): { readonly covered: boolean; readonly approved: boolean } => {
      const weaker = { ...gate, authority: authority as Authority }
      const rest = gates.map((other) => (other === gate ? weaker : other))
      const grants = withGates(graph, base, rest)
      const carried = carriedAuthority(graph, demands, grants)
      const approved = demands.pivots.every((pivot) => isApproved(pivot, { carried, grants }))
      return { covered: uncovered(demands, carried).length === 0, approved }
    }
    const approves = gate.authority >= APPROVE && !settled(APPROVE - 1).approved
    return { ...gate, covers: !approves || !settled(gate.authority - 1).covered, approves }
  })
}

/** Which of two suggestions at one place stays: the one that authorises more. */
const RANK: Readonly<Record<HandoffKind, number>> = {
  exception: 2,
  approval: 1,
  'sign-off': 1,
  brief: 0,
  clarify: 0,
  recovery: 0,
  notify: 0,
}

// One place never shows two suggestions. Among those of rules an exception handoff stays, because the optimiser
// counts on what it confers: whoever takes the case over also answers the question and decides about the failure.
function onePerPlace(presets: readonly Preset[]): Planned[] {
  const planned = new Map<string, Planned>()
  for (const { rule, ...preset } of presets) {
    const key = placeKey(preset.at)
    const other = planned.get(key)
    const kept = other && RANK[other.kind] > RANK[preset.kind] ? other : preset
    planned.set(key, { ...kept, rules: [...new Set([...(other?.rules ?? []), rule])] })
  }
  return [...planned.values()]
}

// Where the optimiser puts a gate on a transition that a rule has claimed, an exception handoff is raised (it
// authorises), and any other kind gives way to the approval, which asks more.
function merged(graph: Graph, fixed: readonly Planned[], chosen: readonly Reasoned[]): Planned[] {
  const planned = new Map(fixed.map((gate) => [placeKey(gate.at), gate]))
  for (const gate of chosen) {
    const key = placeKey(gate.place)
    const claimed = planned.get(key)
    const strength = strengthOf(gate.authority)!
    const kind: HandoffKind =
      claimed?.kind === 'exception'
        ? 'exception'
        : gate.covers
          ? approvalKind(graph, gate.place, gate.authority)
          : 'approval'
    const rules = [
      ...(claimed?.rules ?? []),
      ...(gate.approves ? ['S5'] : []),
      ...(gate.covers ? [kind === 'sign-off' ? 'S9' : 'S2'] : []),
    ]
    planned.set(key, { kind, strength, at: gate.place, rules })
  }
  return [...planned.values()]
}

/** The last thing that leaves the house on a walk is signed off; everything else is approved. The gate is the same. */
export function approvalKind(graph: Graph, place: Place, authority: number): 'approval' | 'sign-off' {
  const isOutput = 'before' in place && isLastOutput(graph, graph.indexOf.get(place.before)!)
  return isOutput && authority >= 2 ? 'sign-off' : 'approval'
}

function notifications(graph: Graph, demands: Demands, grants: Grants): Planned[] {
  const carried = carriedAuthority(graph, demands, grants)
  return demands.required.flatMap((demand, v) => {
    const id = graph.steps[v]!.id
    if (demand !== 0.5 || carried.mid[v]! >= 1 || !mayHoldGate(graph, graph.steps[v]!)) return []
    const told = graph.workflow.handoffs.some((h) => 'before' in h.at && h.at.before === id)
    return told ? [] : [{ kind: 'notify', strength: 'notify', at: { before: id }, rules: ['S11'] } as const]
  })
}

function described(graph: Graph, demands: Demands, grants: Grants, gate: Planned): PlacedHandoff {
  const visits = visitsOf(graph, gate.at)
  const walk = neededWalk(graph, demands, grants, gate) ?? walkThrough(graph, demands, gate.at)
  return {
    kind: gate.kind,
    strength: gate.strength,
    at: gate.at,
    visits,
    minutes: visits * graph.profile.minutes[gate.strength],
    rules: [...gate.rules],
    walk: [...walk],
    why: whyOf(graph, gate, walk),
  }
}

function whyOf(graph: Graph, gate: Planned, walk: readonly string[]): string {
  const nameOf = (id = ''): string => graph.steps[graph.indexOf.get(id) ?? -1]?.name || id
  const first = nameOf(walk[0])
  const last = nameOf(walk.at(-1))
  switch (gate.kind) {
    case 'brief':
      return `Runs that begin at “${first}” can reach “${last}”; somebody confirms what they are for.`
    case 'clarify':
      if (gate.rules.includes('S7b'))
        return 'Two branches that may contradict each other meet, and somebody compares them.'
      return 'It is unclear what is meant, and an action hangs on the answer.'
    case 'exception':
      return 'Only the cases that are not routine pass here, and a person takes them over.'
    case 'recovery':
      return 'Something failed, and a person decides what to do next.'
    case 'notify':
      return `“${last}” can be undone; somebody is told and can undo it.`
    case 'approval':
    case 'sign-off':
      if (gate.rules.every((rule) => rule === 'S5'))
        return 'From here on there is no way back, and somebody approves that.'
      return `Without it “${last}” is reached from “${first}” with too little authority: it needs ${gate.strength}.`
  }
}

// What the reviewers pay: minutes and prompts a run, as the document stands and for the two baselines.
import type { Graph } from '../graph/graph.ts'
import { edgeVisits } from '../graph/graph.ts'
import { placeKey } from '../model/handoff.ts'
import type { Place } from '../model/handoff.ts'
import type { Strength } from '../model/scales.ts'
import { strengthOf } from '../model/strength.ts'
import type { Demands } from './demands.ts'
import { blocks } from './grants.ts'

/** Minutes and prompts a run of the handoffs in the document and of its existing human steps that confer something. */
export function attentionMinutes(graph: Graph): { readonly minutes: number; readonly prompts: number } {
  let minutes = 0
  let prompts = 0
  const add = (visits: number, strength: Strength, party: string | undefined): void => {
    minutes += visits * minutesFor(graph, strength, party)
    if (strength !== 'notify') prompts += visits
  }
  for (const handoff of graph.workflow.handoffs) {
    // A note interrupts nobody, whatever strength it claims.
    const strength = blocks(handoff) ? handoff.strength : 'notify'
    add(visitsOf(graph, handoff.at), strength, handoff.assignee?.role)
  }
  graph.steps.forEach((step, v) => {
    if (step.kind === 'human' && step.grant) add(graph.visits[v]!, step.grant, step.party)
  })
  return { minutes, prompts }
}

/**
 * Minutes a run of the approvals and sign-offs in the document, at the usual minutes, leaving out those at `replaced`
 * (keys of places): the part of human time that can be compared with the baselines below.
 */
export function approvalMinutes(graph: Graph, replaced: ReadonlySet<string>): number {
  return graph.workflow.handoffs.reduce((sum, { kind, strength, at }) => {
    if ((kind !== 'approval' && kind !== 'sign-off') || strength === 'notify' || replaced.has(placeKey(at)))
      return sum
    return sum + visitsOf(graph, at) * graph.profile.minutes[strength]
  }, 0)
}

/** Minutes a run if every action had a gate of its own strength. */
export function gateEveryAction(graph: Graph, demands: Demands): number {
  return demands.required.reduce<number>((sum, demand, v) => {
    const strength = strengthOf(demand)
    return sum + (strength ? graph.visits[v]! * graph.profile.minutes[strength] : 0)
  }, 0)
}

/** Minutes a run if a person approved every step that a machine does. */
export function approveEveryStep(graph: Graph): number {
  const machine = new Set(['step', 'model', 'action', 'agent'])
  return graph.steps.reduce(
    (sum, step, v) => sum + (machine.has(step.kind) ? graph.visits[v]! * graph.profile.minutes.approve : 0),
    0,
  )
}

function minutesFor(graph: Graph, strength: Strength, party: string | undefined): number {
  const found = graph.workflow.parties.find((p) => p.id === party)
  return found?.minutes?.[strength] ?? graph.profile.minutes[strength]
}

/** Expected visits a run of a place; 0 for a place that no run reaches. */
export function visitsOf(graph: Graph, at: Place): number {
  if ('on' in at) {
    const edge = graph.edgeOf.get(at.on)
    return edge && graph.reachable[edge.from] ? edgeVisits(graph, edge) : 0
  }
  return graph.visits[graph.indexOf.get('before' in at ? at.before : at.start) ?? -1] ?? 0
}

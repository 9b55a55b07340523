// What the reviewers pay: minutes and prompts a run, as the document stands and for the two baselines.
import { mostAsked } from '../graph/asked.ts'
import { gatesByPlace } from '../graph/conferred.ts'
import type { Graph } from '../graph/graph.ts'
import { transitionVisits } from '../graph/graph.ts'
import { placeKey } from '../model/handoff.ts'
import type { Handoff, Place } from '../model/handoff.ts'
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
  // A note interrupts nobody, whatever strength it claims.
  const asks = (handoff: Handoff): Strength => (blocks(handoff) ? handoff.strength : 'notify')
  for (const there of gatesByPlace(graph.workflow.handoffs).values()) {
    const visits = visitsOf(graph, there[0]!.at)
    minutes += visits * mostAsked(graph, there, (h) => minutesFor(graph, asks(h), h.assignee?.role))
    prompts += visits * mostAsked(graph, there, (h) => (asks(h) === 'notify' ? 0 : 1))
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
  const counted = graph.workflow.handoffs.filter(
    ({ kind, strength, at }) =>
      (kind === 'approval' || kind === 'sign-off') && strength !== 'notify' && !replaced.has(placeKey(at)),
  )
  return [...gatesByPlace(counted).values()].reduce((sum, there) => {
    const minutes = mostAsked(graph, there, ({ strength }) => graph.profile.minutes[strength])
    return sum + visitsOf(graph, there[0]!.at) * minutes
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
    return transitionVisits(graph, at.on)
  }
  return graph.visits[graph.indexOf.get('before' in at ? at.before : at.start) ?? -1] ?? 0
}

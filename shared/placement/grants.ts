// The gates of a placement as numbers: what passing each step and each transition confers.
import type { Graph } from '../graph/graph.ts'
import type { Handoff, Place } from '../model/handoff.ts'
import type { Authority, HandoffKind, Strength } from '../model/scales.ts'
import { authorityOf } from '../model/strength.ts'

/** Authority conferred before each step (handoff, or the grant of a check or person) and on each edge, by index. */
export interface Grants {
  readonly before: readonly Authority[]
  readonly on: readonly Authority[]
}

/**
 * Kinds that authorise what follows. A brief sets the task, a clarification answers a question and a recovery
 * decides what to do about a failure: none of them releases a particular action.
 */
const AUTHORISING: ReadonlySet<HandoffKind> = new Set(['approval', 'sign-off', 'exception'])

export interface Gate {
  readonly kind: HandoffKind
  readonly strength: Strength
  readonly at: Place
}

/** Grants of the document's own steps with `gates` placed on top. Unknown places confer nothing. */
export function grantsOf(graph: Graph, gates: readonly Gate[]): Grants {
  const before = graph.steps.map((step): Authority => (step.grant ? authorityOf(step.grant) : 0))
  const on = graph.edges.map((): Authority => 0)
  for (const gate of gates) {
    if (!confers(gate)) continue
    const authority = authorityOf(gate.strength)
    if ('before' in gate.at) {
      const index = graph.indexOf.get(gate.at.before)
      if (index !== undefined) before[index] = Math.max(before[index]!, authority) as Authority
    } else if ('on' in gate.at) {
      const index = graph.edgeOf.get(gate.at.on)?.index
      if (index !== undefined) on[index] = Math.max(on[index]!, authority) as Authority
    }
  }
  return { before, on }
}

/** True for a gate that releases what follows it. */
export function confers(gate: Gate): boolean {
  return AUTHORISING.has(gate.kind) && authorityOf(gate.strength) > 0 && !('start' in gate.at)
}

/** True for a handoff that a run waits at. */
export function blocks(handoff: Pick<Handoff, 'kind' | 'strength'>): boolean {
  return handoff.kind !== 'notify' && handoff.strength !== 'notify'
}

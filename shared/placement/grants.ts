// The gates of a placement as numbers: what passing each step and each transition confers.
import { conferredTogether, gatesByPlace } from '../graph/conferred.ts'
import type { Gate } from '../graph/conferred.ts'
import { envelopeGrants } from '../graph/envelope.ts'
import type { Graph } from '../graph/graph.ts'
import type { Handoff, Place } from '../model/handoff.ts'
import type { Authority } from '../model/scales.ts'
import { authorityOf } from '../model/strength.ts'

export type { Gate }

/**
 * Authority conferred before each step (handoffs, the grant of a check or person, the envelope of the brief) and on each
 * edge, by index.
 */
export interface Grants {
  readonly before: readonly Authority[]
  readonly on: readonly Authority[]
}

/** Grants of the document's own steps with `gates` placed on top. Unknown places confer nothing. */
export function grantsOf(graph: Graph, gates: readonly Gate[]): Grants {
  const before = [...ownGrants(graph)]
  const on = graph.edges.map((): Authority => 0)
  for (const { at, authority } of gatesInForce(graph, gates)) {
    if ('before' in at) {
      const index = graph.indexOf.get(at.before)
      if (index !== undefined) before[index] = Math.max(before[index]!, authority) as Authority
    } else if ('on' in at) {
      for (const { index } of graph.edgesOf.get(at.on) ?? []) {
        on[index] = Math.max(on[index]!, authority) as Authority
      }
    }
  }
  return { before, on }
}

/** What the steps confer by themselves, without any handoff. */
export function ownGrants(graph: Graph): readonly Authority[] {
  const envelope = envelopeGrants(graph)
  return graph.steps.map(
    ({ grant }, v) => Math.max(grant ? authorityOf(grant) : 0, envelope[v]!) as Authority,
  )
}

/** Each place where handoffs confer anything, and how much. */
export function gatesInForce(
  graph: Graph,
  gates: readonly Gate[],
): readonly { readonly at: Place; readonly authority: Authority }[] {
  return [...gatesByPlace(gates).values()].flatMap((there) => {
    const authority = conferredTogether(graph, there)
    return authority > 0 ? [{ at: there[0]!.at, authority }] : []
  })
}

/** True for a handoff that a run waits at. */
export function blocks(handoff: Pick<Handoff, 'kind' | 'strength'>): boolean {
  return handoff.kind !== 'notify' && handoff.strength !== 'notify'
}

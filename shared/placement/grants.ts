// The gates of a placement as numbers: what passing each step and each transition confers.
import { conferredAlone, conferredTogether, gatesByPlace } from '../graph/conferred.ts'
import type { Gate } from '../graph/conferred.ts'
import { envelopeGrants } from '../graph/envelope.ts'
import type { Graph } from '../graph/graph.ts'
import type { Handoff, Place } from '../model/handoff.ts'
import type { Authority } from '../model/scales.ts'
import { authorityOf } from '../model/strength.ts'
import { durationMinutes } from '../support/duration.ts'

export type { Gate }

/**
 * Authority conferred before each step (handoffs, the grant of a check or person, the envelope of the brief) and on each
 * edge, by index.
 */
export interface Grants {
  readonly before: readonly Authority[]
  readonly on: readonly Authority[]
  /** Gates that can have expired before they are used. They are not in the other two. */
  readonly fading?: {
    readonly before: ReadonlyMap<number, readonly Fading[]>
    readonly on: ReadonlyMap<number, readonly Fading[]>
  }
}

/** What a gate confers, and for how many minutes. */
export interface Fading {
  readonly authority: Authority
  readonly minutes: number
}

/** Grants of the document's own steps with `gates` placed on top. Unknown places confer nothing. */
export function grantsOf(graph: Graph, gates: readonly Gate[]): Grants {
  const before = [...ownGrants(graph)]
  const on = graph.edges.map((): Authority => 0)
  const lasting = graph.aging ? gates.filter((gate) => !isOutlived(graph, gate)) : gates
  for (const { at, authority } of gatesInForce(graph, lasting)) {
    if ('before' in at) {
      const index = graph.indexOf.get(at.before)
      if (index !== undefined) before[index] = Math.max(before[index]!, authority) as Authority
    } else if ('on' in at) {
      for (const { index } of graph.edgesOf.get(at.on) ?? []) {
        on[index] = Math.max(on[index]!, authority) as Authority
      }
    }
  }
  return graph.aging ? { before, on, fading: fadingGates(graph, gates) } : { before, on }
}

function isOutlived({ aging }: Graph, gate: Gate): boolean {
  return 'id' in gate && typeof gate.id === 'string' && aging!.outlived.has(gate.id)
}

// A tier that also expires is left out: which of several it is that has expired would depend on the values of the run.
function fadingGates(graph: Graph, gates: readonly Gate[]): NonNullable<Grants['fading']> {
  const before = new Map<number, Fading[]>()
  const on = new Map<number, Fading[]>()
  for (const gate of gates) {
    if (!isOutlived(graph, gate) || gate.when !== undefined) continue
    const authority = conferredAlone(graph, gate)
    const minutes = durationMinutes((gate as Handoff).expires ?? '')
    if (authority === 0 || minutes === undefined) continue
    const { at } = gate
    const index = 'before' in at ? graph.indexOf.get(at.before) : undefined
    if (index !== undefined) before.set(index, [...(before.get(index) ?? []), { authority, minutes }])
    for (const edge of ('on' in at && graph.edgesOf.get(at.on)) || []) {
      on.set(edge.index, [...(on.get(edge.index) ?? []), { authority, minutes }])
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

/** The same for one step. */
export function ownGrantAt(graph: Graph, v: number): Authority {
  const { grant } = graph.steps[v]!
  const envelope = graph.workflow.brief.envelope ? envelopeGrants(graph)[v]! : 0
  return Math.max(grant === undefined ? 0 : authorityOf(grant), envelope) as Authority
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

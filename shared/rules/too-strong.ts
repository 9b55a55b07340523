// Gates that are needed, and ask for more than anything that relies on them.
import { conferredTogether, gatesByPlace } from '../graph/conferred.ts'
import { envelopeGrants } from '../graph/envelope.ts'
import { placeKey } from '../model/handoff.ts'
import type { Handoff, Place } from '../model/handoff.ts'
import { authorityOf } from '../model/strength.ts'
import type { Demand } from '../model/strength.ts'
import { expiredBy } from './expiry.ts'
import { existingGates } from './gates.ts'
import type { ExistingGate } from './gates.ts'
import { isMet } from './places.ts'
import type { PlacementContext } from './types.ts'

export interface TooStrong {
  readonly gate: ExistingGate
  readonly handoff: Handoff
  /** What would be enough; never 0, because a gate that nothing needs is not too strong but superfluous. */
  readonly needed: Demand
}

/**
 * Every such gate, in the order of their ids. Those that can go altogether are left out, and are not counted on: lowering
 * all of these and removing all of those leaves everything covered. Cost: O(steps + edges) for every handoff that is
 * stronger than a confirmation.
 */
export function strongerThanNeeded(context: PlacementContext): readonly TooStrong[] {
  const candidates = existingGates(context).flatMap((gate) =>
    gate.handoff &&
    isPlain(gate.handoff) &&
    isMet(context.graph, gate) &&
    // What has run out when it is needed is moved, and not weighed.
    !expiredBy(context, gate) &&
    !context.placement.remove.includes(gate.handoff.id)
      ? [{ gate, handoff: gate.handoff }]
      : [],
  )
  if (candidates.length === 0) return []
  const held = heldPlaces(context)
  const all = grantsThatStay(context)
  return candidates.flatMap(({ gate, handoff }) => {
    if (held.has(placeKey(handoff.at))) return []
    const needed = reliedOn(context, without(context, all, handoff), { handoff, behind: gate.behind })
    return needed > 0 && needed < authorityOf(handoff.strength) ? [{ gate, handoff, needed }] : []
  })
}

// Pinned gates are somebody's decision; tiers, samples and standing permissions have a strength that is not theirs alone.
function isPlain({ kind, strength, pinned, when, sample, standingGrant }: Handoff): boolean {
  const special = pinned === true || when !== undefined || (sample ?? standingGrant ?? null) !== null
  return !special && (kind === 'approval' || kind === 'sign-off') && authorityOf(strength) > 1
}

// Where there is no way back any more an approval is needed for that, whatever the actions behind it demand.
function heldPlaces({ graph, pivots }: PlacementContext): ReadonlySet<string> {
  const before = (v: number): string => placeKey({ before: graph.steps[v]!.id })
  return new Set(
    pivots.flatMap(({ edge, finals }) => [
      ...(edge.transition ? [placeKey({ on: edge.transition.id })] : []),
      before(edge.to),
      ...finals.map(before),
    ]),
  )
}

// The most that is demanded behind a gate, before anything doubtful and before another gate that is as strong as that. On
// a way without a way back, and before what cannot be undone behind it, somebody has to have approved.
function reliedOn(
  { graph, required, live, pivots }: PlacementContext,
  { before, on }: PlacementContext['grants'],
  { handoff, behind }: { readonly handoff: Handoff; readonly behind: number },
): Demand {
  const crossings = new Set(pivots.map(({ edge }) => edge.index))
  const finals = new Set(pivots.flatMap((pivot) => pivot.finals))
  for (const level of [3, 2, 1] as const) {
    if ('on' in handoff.at && before[behind]! >= level) continue
    const seen = new Set([behind])
    const queue = [behind]
    for (const v of queue) {
      if (required[v]! >= level || (level === 2 && finals.has(v))) return level
      if (live[v]) continue
      for (const edge of graph.out[v]!) {
        const barred = on[edge.index]! >= level || before[edge.to]! >= level
        if (barred && !edge.returns) continue
        if (level === 2 && crossings.has(edge.index)) return level
        if (seen.has(edge.to)) continue
        seen.add(edge.to)
        queue.push(edge.to)
      }
    }
  }
  return 0
}

interface Staying extends Pick<PlacementContext, 'grants'> {
  /** What the steps confer by themselves. */
  readonly own: readonly number[]
  readonly byPlace: ReadonlyMap<string, readonly Handoff[]>
}

// What everything confers that cannot go.
function grantsThatStay({ graph, placement }: PlacementContext): Staying {
  const gone = new Set(placement.remove)
  const envelope = envelopeGrants(graph)
  const own = graph.steps.map(({ id, grant }, v) =>
    Math.max(grant && !gone.has(id) ? authorityOf(grant) : 0, envelope[v]!),
  )
  const byPlace = gatesByPlace(graph.workflow.handoffs.filter(({ id }) => !gone.has(id)))
  const grants = { before: [...own], on: graph.edges.map(() => 0) }
  for (const gates of byPlace.values())
    setAt(graph, grants, own, gates[0]!.at, conferredTogether(graph, gates))
  return { grants, own, byPlace }
}

// The same without one of the handoffs.
function without({ graph }: PlacementContext, { grants, own, byPlace }: Staying, { id, at }: Handoff) {
  const others = byPlace.get(placeKey(at))!.filter((h) => h.id !== id)
  const rest = { before: [...grants.before], on: [...grants.on] }
  setAt(graph, rest, own, at, others.length > 0 ? conferredTogether(graph, others) : 0)
  return rest
}

function setAt(
  graph: PlacementContext['graph'],
  { before, on }: { readonly before: number[]; readonly on: number[] },
  own: readonly number[],
  at: Place,
  authority: number,
): void {
  const v = 'before' in at ? graph.indexOf.get(at.before) : undefined
  if (v !== undefined) before[v] = Math.max(own[v]!, authority)
  for (const { index } of ('on' in at && graph.edgesOf.get(at.on)) || []) on[index] = authority
}

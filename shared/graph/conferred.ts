// What handoffs are worth where they stand: whom they ask always, sometimes, or in advance decides what they confer.
//
// Conditions. Several handoffs at one place with conditions are tiers. Whatever the values of a run, it meets the
// strongest of the tiers that hold; so the place confers the least of that over all values, and nothing where some
// values meet no tier. What cannot be compared is taken never to hold.
//
// Samples. Where only a share of runs is looked at, most runs pass unseen: enough for a check on routine work (confirm),
// never a consent to the single case (approve and more). A sample of none confers nothing.
//
// Standing permission. Within its bounds nobody looks at the single case, so it confers confirm at most, like the
// envelope of a brief at a policy check (PLACEMENT.md 1.5); what is above `max` is asked every time, at full strength.
// Once it has expired, nobody can tell whether runs still pass on it: it confers nothing until it is renewed.
import { acts } from '../model/step.ts'
import type { Handoff } from '../model/handoff.ts'
import { placeKey } from '../model/handoff.ts'
import type { Authority, HandoffKind } from '../model/scales.ts'
import { authorityOf } from '../model/strength.ts'
import { hasExpired } from '../support/expiry.ts'
import { casesOf } from '../support/feel-cases.ts'
import type { Graph } from './graph.ts'
import { waysIn } from './graph.ts'

/** What matters of a handoff, or of a suggestion for one, to what it confers. */
export type Gate = Pick<Handoff, 'kind' | 'strength' | 'at'> &
  Pick<Partial<Handoff>, 'when' | 'sample' | 'standingGrant'>

/**
 * Kinds that authorise what follows. A brief sets the task, a clarification answers a question and a recovery
 * decides what to do about a failure: none of them releases a particular action.
 */
const AUTHORISING: ReadonlySet<HandoffKind> = new Set(['approval', 'sign-off', 'exception'])
const CONFIRM = 1

/** True for a handoff of a kind and strength that releases what follows it, whomever it asks. */
export function confers(gate: Pick<Gate, 'kind' | 'strength' | 'at'>): boolean {
  return AUTHORISING.has(gate.kind) && authorityOf(gate.strength) > 0 && !('start' in gate.at)
}

/** What a handoff confers whenever it asks, its condition aside. */
export function conferredAlone(graph: Graph, gate: Gate): Authority {
  if (!confers(gate)) return 0
  const full = authorityOf(gate.strength)
  return Math.min(sampledTo(gate, full), permittedTo(graph, gate, full)) as Authority
}

/** What all `gates`, which stand at one place, confer together. */
export function conferredTogether(graph: Graph, gates: readonly Gate[]): Authority {
  const always = gates.filter(({ when }) => when === undefined)
  const floor = always.reduce<Authority>((most, gate) => atLeast(most, conferredAlone(graph, gate)), 0)
  const tiers = gates.filter(({ when }) => when !== undefined)
  if (tiers.length === 0) return floor
  const worth = tiers.map((gate) => conferredAlone(graph, gate))
  const { cases } = casesOf(
    tiers.map(({ when }) => when!),
    waysInConditions(graph, gates[0]!.at),
  )
  if (cases.length === 0) return floor
  const least = Math.min(...cases.map(({ met }) => Math.max(0, ...met.map((i) => worth[i]!))))
  return atLeast(floor, least as Authority)
}

/** Gates by the place where they stand, in the order in which the places first come up. */
export function gatesByPlace<G extends Gate>(gates: readonly G[]): ReadonlyMap<string, readonly G[]> {
  const places = new Map<string, G[]>()
  for (const gate of gates) {
    const there = places.get(placeKey(gate.at))
    if (there) there.push(gate)
    else places.set(placeKey(gate.at), [gate])
  }
  return places
}

/**
 * The conditions of which one holds whenever a run comes to a place: that of the transition it stands on, or those of
 * all ways to its step. Empty where runs can come without any.
 */
export function waysInConditions(graph: Graph, at: Gate['at']): readonly string[] {
  const edge = 'on' in at ? graph.edgeOf.get(at.on) : undefined
  const v = 'before' in at ? graph.indexOf.get(at.before) : undefined
  const ways = edge ? [edge] : v === undefined ? [] : waysIn(graph, v)
  const conditions = ways.map(({ transition }) => transition?.condition?.trim() ?? '')
  return conditions.includes('') ? [] : conditions
}

/** True where a standing permission of this handoff is over on the day on which the document is judged. */
export function permissionIsOver({ workflow }: Graph, { standingGrant }: Gate): boolean {
  return hasExpired(standingGrant?.expires, workflow.asOf)
}

function sampledTo({ sample }: Gate, full: Authority): number {
  if (!sample || sample.rate === 1) return full
  return sample.rate === 0 ? 0 : Math.min(full, CONFIRM)
}

function permittedTo(graph: Graph, gate: Gate, full: Authority): number {
  if (!gate.standingGrant) return full
  if (permissionIsOver(graph, gate)) return 0
  const magnitude = magnitudeBehind(graph, gate.at)
  const { max } = gate.standingGrant
  const isAlwaysAsked = max !== undefined && magnitude !== undefined && magnitude > max
  return isAlwaysAsked ? full : Math.min(full, CONFIRM)
}

function magnitudeBehind(graph: Graph, at: Gate['at']): number | undefined {
  const v =
    'before' in at ? graph.indexOf.get(at.before) : 'on' in at ? graph.edgeOf.get(at.on)?.to : undefined
  const step = v === undefined ? undefined : graph.steps[v]!
  return step && acts(step) ? step.consequence?.magnitude : undefined
}

function atLeast(a: Authority, b: Authority): Authority {
  return a > b ? a : b
}

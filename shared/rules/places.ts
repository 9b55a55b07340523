// Small questions that several rules ask about handoffs and where they stand.
import type { Edge } from '../graph/edge.ts'
import type { Graph } from '../graph/graph.ts'
import type { Handoff } from '../model/handoff.ts'
import type { Strength } from '../model/scales.ts'
import { strengthOf } from '../model/strength.ts'
import type { Demand } from '../model/strength.ts'

/** The handoffs on a transition that a run waits at. */
export function waitsOn(graph: Graph, edge: Edge): readonly Handoff[] {
  const id = edge.transition?.id
  return graph.workflow.handoffs.filter((h) => 'on' in h.at && h.at.on === id && isBlocking(h))
}

/** True for a handoff that a run waits at. */
export function isBlocking(handoff: Pick<Handoff, 'kind' | 'strength'>): boolean {
  return handoff.kind !== 'notify' && handoff.strength !== 'notify'
}

/** The step that a run goes on with after a handoff; undefined when its place is not in the graph. */
export function stepBehind(graph: Graph, handoff: Pick<Handoff, 'at'>): number | undefined {
  if ('before' in handoff.at) return graph.indexOf.get(handoff.at.before)
  if ('start' in handoff.at) return graph.indexOf.get(handoff.at.start)
  return graph.edgeOf.get(handoff.at.on)?.to
}

/** True where some run comes by a gate: to its step, or along the transition that it stands on. */
export function isMet(
  graph: Graph,
  { behind, handoff }: { readonly behind: number; readonly handoff: Pick<Handoff, 'at'> | undefined },
): boolean {
  const edge = handoff && 'on' in handoff.at ? graph.edgeOf.get(handoff.at.on) : undefined
  return graph.reachable[edge ? edge.from : behind]!
}

/** A step's name in quotation marks, for messages. */
export function named(graph: Graph, v: number): string {
  const { name, id } = graph.steps[v]!
  return `“${name === '' ? id : name}”`
}

/** How a transition is called in messages: by its label, or by its two ends. */
export function namedEdge(graph: Graph, edge: Edge): string {
  const label = edge.transition?.label
  return label ? `“${label}”` : `${named(graph, edge.from)} → ${named(graph, edge.to)}`
}

const STRENGTH_PHRASES: Readonly<Record<Strength, string>> = {
  notify: 'a note to somebody',
  confirm: 'a confirmation',
  approve: 'an approval',
  'two-person': 'an approval by two people',
}

/** What a demand calls for, as the end of "it needs …"; `nobody` where it calls for nothing. */
export function neededFor(demand: Demand): string {
  const strength = strengthOf(demand)
  return strength ? STRENGTH_PHRASES[strength] : 'nobody'
}

/** The strongest of several demands; 0 where there is none. */
export function strongestOf(demands: readonly Demand[]): Demand {
  return demands.reduce<Demand>((most, demand) => (demand > most ? demand : most), 0)
}

/** Names as one phrase: `a`, `a and b`, `a, b and c`; from the fifth on they are only counted. */
export function listed(names: readonly string[]): string {
  const shown = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names
  const last = shown.at(-1) ?? ''
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`
}

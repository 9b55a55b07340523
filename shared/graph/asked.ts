// How much handoffs at one place ask of people in one visit, where some of them ask only sometimes.
import type { Handoff } from '../model/handoff.ts'
import { casesOf } from '../support/feel-cases.ts'
import { waysInConditions } from './conferred.ts'
import type { Graph } from './graph.ts'

/** The share of visits, 0 to 1, at which a handoff asks anybody, its condition aside. */
export function askedShare({ sample }: Pick<Handoff, 'sample'>): number {
  return sample?.rate ?? 1
}

/**
 * What handoffs that stand at one place come to in one visit, each counting for its `weight` times the share of visits that
 * it looks at. Which values come how often is not known: of the tiers that exclude each other, the dearest that can come
 * together count.
 */
export function mostAsked<H extends Pick<Handoff, 'at' | 'when' | 'sample'>>(
  graph: Graph,
  handoffs: readonly H[],
  weight: (handoff: H) => number,
): number {
  const cost = (handoff: H): number => weight(handoff) * askedShare(handoff)
  const sum = (list: readonly H[]): number => list.reduce((total, handoff) => total + cost(handoff), 0)
  const tiers = handoffs.filter(({ when }) => when !== undefined)
  const always = sum(handoffs.filter(({ when }) => when === undefined))
  if (tiers.length === 0) return always
  const { cases, undecided } = casesOf(
    tiers.map(({ when }) => when!),
    waysInConditions(graph, tiers[0]!.at),
  )
  const unknown = sum(tiers.filter((_, i) => undecided.has(i)))
  return always + unknown + Math.max(0, ...cases.map(({ met }) => sum(met.map((i) => tiers[i]!))))
}

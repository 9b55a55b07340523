// Which actions have happened, with nobody asked, by the time a gate is come to.
import { reach } from '../graph/reach.ts'
import type { Counterexample } from '../model/placement.ts'
import type { ExistingGate } from './gates.ts'
import { isMet } from './places.ts'
import type { DesignContext } from './types.ts'

/**
 * The uncovered actions before a gate that every way to it comes past, where no demanding action follows: what is asked
 * there is an audit. Empty for any other gate.
 */
export function actedUnasked(
  { graph, required, counterexamples }: DesignContext,
  gate: Pick<ExistingGate, 'behind' | 'handoff'>,
): readonly Counterexample[] {
  const { behind } = gate
  if (!isMet(graph, gate) || counterexamples.length === 0) return []
  const demanding = (v: number): boolean => required[v]! >= 1
  const ahead = reach([behind], graph.out)
  if (graph.steps.some((_, v) => ahead[v] && demanding(v))) return []
  const withoutActions = graph.out.map((edges, v) => (demanding(v) ? [] : edges))
  if (reach(graph.starts, withoutActions)[behind]) return []
  return counterexamples.filter(({ action }) => reach([graph.indexOf.get(action)!], graph.out)[behind])
}

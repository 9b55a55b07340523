// Where a question is put about what a step may have got wrong, and whether somebody is asked already.
import type { Edge } from '../graph/edge.ts'
import { waysIn } from '../graph/graph.ts'
import type { Graph } from '../graph/graph.ts'
import { clears } from '../graph/uncertainty.ts'
import { placeKey } from '../model/handoff.ts'
import type { Place } from '../model/handoff.ts'
import { isBlocking, waitsOn } from './places.ts'
import type { DesignContext } from './types.ts'

/**
 * Directly after the source whoever decides there sees the guess, whatever the handoff is called: a second one at the
 * same place would be ceremony. Further on only a question counts, or an ambiguity way out of the decision that follows
 * (one without a handoff is reported by itself and need not be reported twice).
 */
export function isAsked({ graph }: DesignContext, way: Edge, label: number): boolean {
  const place = placeOn(graph, way)
  const here = graph.workflow.handoffs.some(
    (h) => place && placeKey(h.at) === placeKey(place) && isBlocking(h),
  )
  if (here || waitsOn(graph, way).length > 0) return true
  return way.kind === 'ambiguity' || asks(graph, way) || asksAfter(graph, way.to, label)
}

function asksAfter(graph: Graph, first: number, label: number): boolean {
  const seen = new Set([first])
  const todo = [first]
  for (let v = todo.pop(); v !== undefined; v = todo.pop()) {
    if (clears(graph.steps[v]!, label) || graph.steps[v]!.kind === 'action') continue
    for (const edge of graph.out[v]!) {
      if (edge.kind === 'ambiguity' || asks(graph, edge)) return true
      if (seen.has(edge.to)) continue
      seen.add(edge.to)
      todo.push(edge.to)
    }
  }
  return false
}

function asks(graph: Graph, edge: Edge): boolean {
  if (waitsOn(graph, edge).some((h) => h.kind === 'clarify')) return true
  const id = graph.steps[edge.to]!.id
  return graph.workflow.handoffs.some(
    (h) => 'before' in h.at && h.at.before === id && h.kind === 'clarify' && isBlocking(h),
  )
}

/** Earliest for doubt: before the step that follows, or on the transition where other ways lead to that step as well. */
export function placeOn(graph: Graph, way: Edge): Place | undefined {
  const only = waysIn(graph, way.to).length === 1
  if (only && graph.steps[way.to]!.kind !== 'end') return { before: graph.steps[way.to]!.id }
  return way.transition && { on: way.transition.id }
}

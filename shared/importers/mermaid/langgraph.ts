// LangGraph draws its graphs as Mermaid; the names it gives to start and end tell them apart from drawings by hand.
import type { ChartGraph } from './graph.ts'
import { decoded } from './labels.ts'

export function isLangGraph(graph: ChartGraph): boolean {
  return graph.nodes.has('__start__') || graph.nodes.has('__end__')
}

/** `__start__`, also that of a graph inside of another: `inner:__start__`. */
export function isLangGraphStart(id: string): boolean {
  return id === '__start__'
}

export function isLangGraphEnd(id: string): boolean {
  return id === '__end__'
}

/** The marks at the beginning and end of a graph inside of another are passed through. */
export function isInnerMark(id: string): boolean {
  return /:__(?:start|end)__$/.test(decoded(id))
}

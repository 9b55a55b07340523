// Ways by which a step that failed is run again without anybody having decided that it should be.
import type { Edge } from '../graph/edge.ts'
import type { Graph } from '../graph/graph.ts'
import type { Handoff } from '../model/handoff.ts'
import { isBlocking, waitsOn } from './places.ts'

/** The kinds of transition that are taken because something did not work. */
export const FAILING: ReadonlySet<Edge['kind']> = new Set(['retry', 'error', 'timeout'])

interface Came {
  readonly edge: Edge
  /** The state before it: a step, and whether anything had failed by then. */
  readonly from: string
}

/**
 * A walk from `v` back to `v` by a failure, past nobody who decides about it and past nothing that undoes `v`; undefined when there is
 * none. `barred` transitions are not taken. Breadth-first over (step, failed yet), O(edges × handoffs on them).
 */
export function unaskedRepeat(
  graph: Graph,
  v: number,
  barred: ReadonlySet<Edge>,
): readonly Edge[] | undefined {
  const asked = stepsAskedBefore(graph, v)
  const undo = graph.steps[v]!.compensatedBy
  const cameBy = new Map<string, Came | undefined>([[`${v} false`, undefined]])
  const queue: (readonly [at: number, failed: boolean])[] = [[v, false]]
  for (const [u, failed] of queue) {
    for (const edge of graph.out[u]!) {
      const to = graph.steps[edge.to]!
      const stops = asked.has(edge.to) || to.kind === 'human' || to.id === undo
      if (barred.has(edge) || edge.returns || stops || waitsOn(graph, edge).length > 0) continue
      const state = [edge.to, failed || FAILING.has(edge.kind)] as const
      const key = `${state[0]} ${state[1]}`
      if (cameBy.has(key)) continue
      cameBy.set(key, { edge, from: `${u} ${failed}` })
      if (edge.to === v && state[1]) return wayBack(key, cameBy)
      queue.push(state)
    }
  }
  return undefined
}

/** The transitions on which somebody has to decide, so that `v` is never repeated unasked. */
export function repeatingEdges(graph: Graph, v: number): readonly Edge[] {
  const found = new Set<Edge>()
  for (;;) {
    const walk = unaskedRepeat(graph, v, found)
    const failure = walk?.find((edge) => FAILING.has(edge.kind))
    if (!failure) return [...found]
    found.add(failure)
  }
}

// Steps in front of which somebody is asked. An approval of the action itself is the same question once more, and one that
// is bound to what is done holds for the second time as it is: nobody decides there whether it has happened already.
function stepsAskedBefore(graph: Graph, v: number): ReadonlySet<number> {
  return new Set(
    graph.workflow.handoffs.flatMap((handoff) => {
      if (!('before' in handoff.at) || !isBlocking(handoff)) return []
      const step = graph.indexOf.get(handoff.at.before)
      return step === undefined || (step === v && APPROVING.has(handoff.kind)) ? [] : [step]
    }),
  )
}

const APPROVING: ReadonlySet<Handoff['kind']> = new Set(['approval', 'sign-off'])

/** True where whoever approves `v` is asked every time, the approval not being bound to what is done. */
export function isAskedEachTime({ workflow, steps }: Graph, v: number): boolean {
  return workflow.handoffs.some(
    ({ at, kind, strength, binding }) =>
      'before' in at &&
      at.before === steps[v]!.id &&
      APPROVING.has(kind) &&
      isBlocking({ kind, strength }) &&
      binding === undefined,
  )
}

function wayBack(last: string, cameBy: ReadonlyMap<string, Came | undefined>): readonly Edge[] {
  const edges: Edge[] = []
  for (let came = cameBy.get(last); came; came = cameBy.get(came.from)) edges.unshift(came.edge)
  return edges
}

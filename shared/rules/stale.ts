// What comes between a gate and the action that it was meant for, and makes it stale.
import type { Graph } from '../graph/graph.ts'
import type { ExistingGate } from './gates.ts'
import type { DesignContext } from './types.ts'

export interface Change {
  readonly action: number
  /** The last step on the way that makes the approval stale. */
  readonly by: number
  /** It makes what the action uses, the world may be another one after it, or it may be wrong itself. */
  readonly how: 'made' | 'world' | 'doubt'
  readonly artefacts: readonly string[]
  /** From behind the gate to the action. */
  readonly walk: readonly number[]
}

/** The change on the shortest walk from a gate to an action that it does not cover. */
export function changedBy(
  { graph, live }: DesignContext,
  gate: ExistingGate,
  action: string,
): Change | undefined {
  const target = graph.indexOf.get(action)!
  const walk = shortestWalk(graph, gate.behind, target)
  const by = walk?.slice(0, -1).findLast((v) => live[v])
  if (!walk || by === undefined) return undefined
  const { produces = [], changesState } = graph.steps[by]!
  const artefacts = produces.filter((one) => graph.steps[target]!.uses?.includes(one))
  const how = artefacts.length > 0 ? 'made' : changesState === true ? 'world' : 'doubt'
  return { action: target, by, how, artefacts, walk }
}

/**
 * True where a gate was about something that was there to be seen: it is bound to it, shows it, or is a person who
 * approves. Any other gate in front of a step that thinks is a look at the thinking.
 */
export function isAboutSomething(graph: Graph, { handoff, behind }: ExistingGate): boolean {
  if (handoff) return handoff.binding !== undefined || (handoff.evidence?.length ?? 0) > 0
  const { grant, uses = [] } = graph.steps[behind]!
  return grant === 'approve' || grant === 'two-person' || uses.length > 0
}

function shortestWalk(graph: Graph, from: number, to: number): readonly number[] | undefined {
  const cameFrom = new Map<number, number>()
  const queue = [from]
  for (const v of queue) {
    for (const edge of graph.out[v]!) {
      if (cameFrom.has(edge.to)) continue
      cameFrom.set(edge.to, v)
      if (edge.to === to) return wayBack(from, to, cameFrom)
      queue.push(edge.to)
    }
  }
  return undefined
}

function wayBack(from: number, to: number, cameFrom: ReadonlyMap<number, number>): readonly number[] {
  const walk = [to]
  for (let v = cameFrom.get(to); v !== undefined; v = v === from ? undefined : cameFrom.get(v))
    walk.unshift(v)
  return walk
}

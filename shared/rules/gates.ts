// The gates that a document already has: its handoffs that release something, and its human steps that confer.
import { conferredAlone, conferredTogether } from '../graph/conferred.ts'
import type { Graph } from '../graph/graph.ts'
import type { FindingPlace } from '../model/finding.ts'
import { placeKey } from '../model/handoff.ts'
import type { Handoff } from '../model/handoff.ts'
import { authorityOf } from '../model/strength.ts'
import { named, stepBehind } from './places.ts'
import type { DesignContext } from './types.ts'

export interface ExistingGate {
  readonly place: FindingPlace
  readonly name: string
  readonly authority: number
  /** The step at whose door it stands, by number. */
  readonly behind: number
  readonly handoff: Handoff | undefined
}

/** Approvals, sign-offs and exception handoffs, and human steps with a grant; in document order of ids. */
export function existingGates({ graph }: Pick<DesignContext, 'graph'>): readonly ExistingGate[] {
  const handoffs = graph.workflow.handoffs.flatMap((handoff): ExistingGate[] => {
    const behind = stepBehind(graph, handoff)
    if (behind === undefined || !['approval', 'sign-off', 'exception'].includes(handoff.kind)) return []
    const name = `The gate “${handoff.title || handoff.id}”`
    return [{ place: { handoff: handoff.id }, name, authority: conferredBy(graph, handoff), behind, handoff }]
  })
  const people = graph.steps.flatMap((step, v): ExistingGate[] => {
    if (step.kind !== 'human' || !step.grant) return []
    const authority = authorityOf(step.grant)
    return [{ place: { step: step.id }, name: named(graph, v), authority, behind: v, handoff: undefined }]
  })
  return [...handoffs, ...people]
}

// A tier is worth what all tiers of its place confer together: nothing where they leave a gap.
function conferredBy(graph: Graph, handoff: Handoff): number {
  if (handoff.when === undefined) return conferredAlone(graph, handoff)
  const key = placeKey(handoff.at)
  return conferredTogether(
    graph,
    graph.workflow.handoffs.filter(({ at }) => placeKey(at) === key),
  )
}

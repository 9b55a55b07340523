// Where the envelope of the brief stands in for a person, as the checker reads it.
import { conferredBy } from './conferred-by.ts'
import { isOver } from './gate-claims.ts'
import type { Step } from '../../model/step.ts'
import type { Workflow } from '../../model/workflow.ts'

/**
 * Checks of the policy that let a run pass on the brief's word: one that is still good, and that somebody said yes to at
 * every start from which a run can come to the check.
 */
export function checksOnTheBrief(
  workflow: Workflow,
  steps: ReadonlyMap<string, Step>,
  waysOn: (id: string) => readonly string[],
  asOf: string | undefined,
): readonly string[] {
  const { envelope } = workflow.brief
  if (!envelope || conferredBy(envelope.level) === 0 || isOver(envelope.expires, asOf)) return []
  const confirmed = new Set<string>()
  for (const handoff of workflow.handoffs) {
    if (handoff.kind !== 'brief' || !('start' in handoff.at) || conferredBy(handoff.strength) === 0) continue
    if (handoff.when === undefined && !handoff.sample && !handoff.standingGrant)
      confirmed.add(handoff.at.start)
  }
  const unbriefed = new Set(
    [...steps.values()].flatMap(({ id, kind }) => (kind === 'start' && !confirmed.has(id) ? [id] : [])),
  )
  for (const id of unbriefed) for (const next of waysOn(id)) unbriefed.add(next)
  return [...steps.values()].flatMap(({ id, kind, clears }) =>
    kind === 'check' && clears?.includes('policy') && !unbriefed.has(id) ? [id] : [],
  )
}

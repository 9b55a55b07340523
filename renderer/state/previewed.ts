// An analysis that suggests the handoffs of one point of the curve, so that the canvas draws them before they are placed.
import type { Analysis } from '../../shared/model/analysis.ts'
import type { Place } from '../../shared/model/handoff.ts'
import type { ParetoPoint } from '../../shared/model/pareto.ts'
import { profileOf } from '../../shared/model/profile.ts'
import type { Workflow } from '../../shared/model/workflow.ts'

/** The analysis with the handoffs of `point` in place of its suggestions. Nothing else about it changes. */
export function previewed(workflow: Workflow, analysis: Analysis, point: ParetoPoint): Analysis {
  const { minutes } = profileOf(workflow.profile)
  const handoffs = point.handoffs.map((handoff) => {
    const visits = visitsAt(analysis, handoff.at)
    const more = { rules: [], walk: [], why: '' }
    return { ...handoff, ...more, visits, minutes: visits * minutes[handoff.strength] }
  })
  return { ...analysis, placement: { ...analysis.placement, handoffs } }
}

function visitsAt({ steps, transitions }: Analysis, at: Place): number {
  if ('on' in at) return transitions[at.on]?.visits ?? 0
  return steps['before' in at ? at.before : at.start]?.visits ?? 0
}

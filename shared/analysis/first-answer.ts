// The first answer after an edit, as it is shown until the rest is there: with what was last said about attention.
import type { Analysis, FirstAnswer } from '../model/analysis.ts'
import type { Finding } from '../model/finding.ts'
import type { Workflow } from '../model/workflow.ts'
import { RULES } from '../rules/index.ts'
import { compareFindings } from '../rules/run.ts'

const OF_ATTENTION: ReadonlySet<string> = new Set(
  RULES.filter(({ phase }) => phase === 'attention').map(({ id }) => id),
)

/**
 * `first` with the findings about attention of the analysis `before` the edit: no finding is gone for a moment only to
 * come back. Those about something that is not in `workflow` any more are left out.
 */
export function firstAfter(before: Analysis, workflow: Workflow, first: FirstAnswer): FirstAnswer {
  const older = before.findings.filter(({ rule }) => OF_ATTENTION.has(rule))
  if (older.length === 0) return first
  const kept = older.filter((finding) => isThere(workflow, finding))
  return { ...first, findings: [...first.findings, ...kept].sort(compareFindings) }
}

function isThere({ steps, transitions, handoffs }: Workflow, { place }: Finding): boolean {
  if ('step' in place) return steps.some(({ id }) => id === place.step)
  if ('transition' in place) return transitions.some(({ id }) => id === place.transition)
  return 'handoff' in place ? handoffs.some(({ id }) => id === place.handoff) : true
}

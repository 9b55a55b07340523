// The suggestions that are still open: those that nobody has set aside.
import type { Analysis } from '../model/analysis.ts'
import type { Finding } from '../model/finding.ts'
import { placeKey } from '../model/handoff.ts'
import type { Workflow } from '../model/workflow.ts'

/** Suggested handoffs that nobody has dismissed. */
export function openSuggestions(
  workflow: Pick<Workflow, 'dispositions'>,
  analysis: Analysis | null,
): Analysis['placement']['handoffs'] {
  if (!analysis) return []
  if (workflow.dispositions.length === 0) return analysis.placement.handoffs
  const aside = new Set(
    workflow.dispositions.filter(({ status }) => status !== 'accepted').map(({ finding }) => finding),
  )
  return analysis.placement.handoffs.filter((placed) => {
    const reasons = findingsAt(analysis, placeKey(placed.at))
    return reasons.length === 0 || reasons.some(({ id }) => !aside.has(id))
  })
}

/** The findings that ask for a handoff at a place. */
export function findingsAt(analysis: Analysis, key: string): readonly Finding[] {
  return analysis.findings.filter(({ suggestion }) => suggestion && placeKey(suggestion.at) === key)
}

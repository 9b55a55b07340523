// The suggestions that are still open: those that nobody has set aside.
import type { Analysis } from '../model/analysis.ts'
import type { Finding } from '../model/finding.ts'
import { placeKey } from '../model/handoff.ts'
import { applyDispositions } from './dispositions.ts'
import type { DecidedWorkflow, DecisionOptions } from './dispositions.ts'

/** Suggested handoffs that nobody has set aside by a decision that holds. */
export function openSuggestions(
  workflow: DecidedWorkflow,
  analysis: Analysis | null,
  options: DecisionOptions = {},
): Analysis['placement']['handoffs'] {
  if (!analysis) return []
  if (workflow.dispositions.length === 0 && !options.workspace?.length) return analysis.placement.handoffs
  const { dismissed } = applyDispositions(analysis.findings, workflow, options)
  const aside = new Set(dismissed.map(({ finding }) => finding.id))
  return analysis.placement.handoffs.filter((placed) => {
    const reasons = findingsAt(analysis, placeKey(placed.at))
    return reasons.length === 0 || reasons.some(({ id }) => !aside.has(id))
  })
}

/** The findings that ask for a handoff at a place. */
export function findingsAt(analysis: Analysis, key: string): readonly Finding[] {
  return analysis.findings.filter(({ suggestion }) => suggestion && placeKey(suggestion.at) === key)
}

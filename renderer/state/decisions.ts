// What a person does about suggestions and findings. Each of these is one command, and so one undo step.
import type { Place } from '../../shared/model/handoff.ts'
import type { PlacedHandoff } from '../../shared/model/placement.ts'
import type { Finding } from '../../shared/model/finding.ts'
import { analyses, analysisOf } from './analysis.ts'
import { documents } from './documents.ts'
import { runCommand } from './edit.ts'

/** Reasons that are offered for dismissing a finding; any other text is as good. */
export const DISMISS_REASONS = [
  'Covered outside this workflow',
  'The tag overstates the harm',
  'Accepted risk',
  'Not applicable here',
] as const

/** A text that is the same for the same place: `before:large_refund`, `on:t4`, `start:start`. */
export function placeKey(place: Place): string {
  if ('before' in place) return `before:${place.before}`
  return 'on' in place ? `on:${place.on}` : `start:${place.start}`
}

/** Findings that still want an answer, and those that a person has dealt with. */
export interface SortedFindings {
  readonly open: readonly Finding[]
  readonly settled: readonly Finding[]
}

/** Places every suggested handoff and removes those that are no longer needed, as one undo step. */
export function placeHandoffs(): boolean {
  const analysis = activeAnalysis()
  return analysis !== null && runCommand({ kind: 'place-handoffs', placement: analysis.placement })
}

/** Places one suggested handoff. */
export function acceptSuggestion(suggestion: PlacedHandoff): boolean {
  return runCommand({ kind: 'add-handoff', handoff: suggestion })
}

/** Keeps in the document that a person dismissed a finding, why, and on which facts. */
export function dismissFinding(finding: Finding, decision: Decision): boolean {
  return runCommand({ kind: 'set-disposition', finding, decision })
}

/** Takes a decision about a finding back, so that it is open again. */
export function reopenFinding(finding: string): boolean {
  return runCommand({ kind: 'clear-disposition', finding })
}

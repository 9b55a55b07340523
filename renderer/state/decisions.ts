// What a person does about suggestions and findings. Each of these is one command, and so one undo step.
import { acceptCommand } from '../../shared/analysis/accept.ts'
import type { Accepted } from '../../shared/commands/complete-handoff.ts'
import { findingsAt, openSuggestions } from '../../shared/analysis/open-suggestions.ts'
import { commandLabel } from '../../shared/commands/apply.ts'
import type { Command } from '../../shared/commands/index.ts'
import type { Cover, Disposition, DispositionScope } from '../../shared/model/disposition.ts'
import type { Analysis } from '../../shared/model/analysis.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import type { Finding, Fix } from '../../shared/model/finding.ts'
import { analyses, analysisOf } from './analysis.ts'
import { activeTab, documents, workflowOf } from './documents.ts'
import { runCommand } from './edit.ts'
import { placeKey } from '../../shared/model/handoff.ts'
import { authorName } from './author.ts'
import { focusField, setPane, updateTabView, view, viewOf } from './view.ts'
import { decideEverywhere, decisionOptions, forgetEverywhere } from './surroundings.ts'

export interface DecisionAboutFinding {
  readonly status: Disposition['status']
  /** Why, in the person's own words. */
  readonly reason: string
  /** Absent = this place. */
  readonly scope?: DispositionScope
  /** What takes care of it instead; only with "covered-by". */
  readonly coveredBy?: Cover
  /** Until when a finding is put off (a day, or RFC 3339, UTC); only with "snoozed". */
  readonly until?: string
}

/**
 * Places every suggested handoff, as one undo step. What is no longer needed stays: taking away somebody's gate is
 * a decision of its own. False when there is nothing to do.
 */
export function placeHandoffs(): boolean {
  const now = present()
  if (!now) return false
  const handoffs = openSuggestions(now.workflow, now.analysis, decisionOptions())
  return handoffs.length > 0 && settled(runCommand(acceptedCommand(now, handoffs)))
}

/** Places one suggested handoff, of the placement or of a finding. */
export function acceptSuggestion(suggestion: Accepted): boolean {
  const now = present()
  return now !== null && settled(runCommand(acceptedCommand(now, [suggestion])))
}

/** Places one suggested handoff, and opens it in the inspector so that it can be changed at once. */
export function changeSuggestion(suggestion: Accepted): boolean {
  const before = new Set(present()?.workflow.handoffs.map(({ id }) => id))
  if (!acceptSuggestion(suggestion)) return false
  const tab = activeTab(documents.getState())
  if (!tab) return false
  const { handoffs } = workflowOf(tab)
  // Nothing is new where a gate that was too weak has been raised: that gate is the one to open then.
  const handoff =
    handoffs.find(({ id }) => !before.has(id)) ??
    handoffs.find(
      ({ at, strength }) => placeKey(at) === placeKey(suggestion.at) && strength === suggestion.strength,
    )
  if (!handoff) return false
  setPane('right', true)
  focusField(tab.id, { kind: 'handoff', element: handoff.id, field: 'title' })
  return true
}

/** Takes out a handoff or a human step that is no longer needed; what comes before it leads on to what comes after. */
export function acceptRemoval(id: string): boolean {
  const isHandoff = present()?.workflow.handoffs.some((handoff) => handoff.id === id) ?? false
  return runCommand(
    isHandoff ? { type: 'removeHandoffs', ids: [id] } : { type: 'removeSteps', ids: [id], heal: true },
  )
}

/** Keeps what a person decided about a finding, why, and on which facts: in the document, or beside all documents. */
export function decideFinding(finding: Finding, decision: DecisionAboutFinding): boolean {
  const disposition = dispositionFor(finding, decision)
  if (disposition.scope !== 'workspace') return runCommand({ type: 'setDisposition', disposition })
  decideEverywhere(disposition)
  return true
}

/** The decision as it would be kept. One about a whole rule lets through what is more severe than all that is there. */
export function dispositionFor(finding: Finding, { scope, ...decision }: DecisionAboutFinding): Disposition {
  const wide = scope === 'file' || scope === 'workspace'
  const common = { ...decision, by: authorName(), at: new Date().toISOString() }
  if (!wide) return { ...common, finding: finding.id, facts: finding.fingerprint }
  const { rule } = finding
  const worst = present()?.analysis.findings.find((each) => each.rule === rule)?.severity
  return { ...common, finding: rule, scope, facts: '', upTo: worst ?? finding.severity }
}

/** Dismisses a suggested handoff: every finding that asks for it, as one undo step. */
export function dismissSuggestion(key: string, decision: DecisionAboutFinding): boolean {
  const now = present()
  const findings = now ? findingsAt(now.analysis, key) : []
  if (findings.length === 0) return false
  const commands = findings.map((finding): Command => ({
    type: 'setDisposition',
    disposition: dispositionFor(finding, decision),
  }))
  return runCommand({ type: 'batch', label: 'dismiss suggestion', commands })
}

/** Does what a finding asks for: places its handoff, or takes out the one that it speaks against. */
export function acceptFinding(finding: Finding): boolean {
  if (finding.suggestion) return acceptSuggestion(finding.suggestion)
  if (finding.kind !== 'remove') return false
  if ('handoff' in finding.place) return acceptRemoval(finding.place.handoff)
  return 'step' in finding.place && acceptRemoval(finding.place.step)
}

/** Mends what a finding is about, as one undo step. The command is checked like any other. */
export function applyFix(fix: Fix): boolean {
  return runCommand(fix.command as unknown as Command)
}

/** Takes a decision back, so that what it set aside is open again. */
export function restoreDecision({ finding, scope }: Disposition): boolean {
  if (scope !== 'workspace') return runCommand({ type: 'clearDisposition', finding })
  forgetEverywhere(finding)
  return true
}

/** Lets a decision about a place that is gone speak of another finding, on the facts of today. */
export function reattachDecision(disposition: Disposition, finding: Finding): boolean {
  return runCommand({
    type: 'batch',
    label: 're-attach decision',
    commands: [
      { type: 'clearDisposition', finding: disposition.finding },
      {
        type: 'setDisposition',
        disposition: { ...disposition, finding: finding.id, facts: finding.fingerprint },
      },
    ],
  })
}

/** A walk that was shown because of what has just been settled would be a false alarm, and its ghost is gone. */
function settled(done: boolean): boolean {
  const { active } = documents.getState()
  if (!done || active === null) return done
  const { selection } = viewOf(view.getState(), active)
  updateTabView(active, { walk: null, selection: { ...selection, suggestion: null, finding: null } })
  return done
}

/** Places suggestions and keeps who accepted which findings, when, and on which facts; one undo step. */
function acceptedCommand({ workflow, analysis }: Present, suggestions: readonly Accepted[]): Command {
  const place = acceptCommand(workflow, suggestions)
  const findings = suggestions.flatMap(({ at }) => findingsAt(analysis, placeKey(at)))
  if (findings.length === 0) return place
  const decisions = findings.map((finding): Command => ({
    type: 'setDisposition',
    disposition: dispositionFor(finding, { status: 'accepted', reason: '' }),
  }))
  return { type: 'batch', label: commandLabel(place), commands: [place, ...decisions] }
}

interface Present {
  readonly workflow: Workflow
  readonly analysis: Analysis
}

function present(): Present | null {
  const tab = activeTab(documents.getState())
  const { analysis } = analysisOf(analyses.getState(), tab?.id ?? null)
  return tab && analysis ? { workflow: workflowOf(tab), analysis } : null
}

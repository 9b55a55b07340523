// F8: goes from one open finding to the next, selects it, shows its walk, and moves the view to where it is.
import { applyDispositions } from '../../shared/analysis/dispositions.ts'
import type { Finding } from '../../shared/model/finding.ts'
import { analyses, analysisOf } from './analysis.ts'
import { activeTab, documents, workflowOf } from './documents.ts'
import { announce } from './messages.ts'
import { decisionOptions } from './surroundings.ts'
import { EMPTY_SELECTION, showBottom, updateTabView, view, viewOf } from './view.ts'
import { words } from '../words/words.ts'

/** Selects the open finding after (or before) the one that is selected, around the ends. */
export function stepFinding(by: 1 | -1): void {
  const tab = activeTab(documents.getState())
  const { analysis } = analysisOf(analyses.getState(), tab?.id ?? null)
  if (!tab || !analysis) return
  const { open } = applyDispositions(analysis.findings, workflowOf(tab), decisionOptions())
  const selected = viewOf(view.getState(), tab.id).selection.finding
  const at = open.findIndex(({ id }) => id === selected)
  const finding = open[at === -1 ? (by === 1 ? 0 : open.length - 1) : (at + by + open.length) % open.length]
  if (!finding) {
    announce(words.messages.noFindings)
    return
  }
  showBottom('findings')
  selectFinding(tab.id, finding)
  announce(words.common.say(finding.message))
}

/** Selects a finding together with the element it is about, and shows its walk. */
export function selectFinding(tab: string, finding: Finding): void {
  const { place } = finding
  updateTabView(tab, {
    selection: {
      ...EMPTY_SELECTION,
      finding: finding.id,
      ...('step' in place && { steps: [place.step] }),
      ...('transition' in place && { transitions: [place.transition] }),
      ...('handoff' in place && { handoffs: [place.handoff] }),
    },
    walk: finding.path && finding.path.length > 1 ? { steps: finding.path, why: finding.message } : null,
  })
}

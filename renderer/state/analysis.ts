// What the analysis says about each open document. Computed in a worker; always about some revision, and says which.
import { createStore } from 'zustand/vanilla'
import type { Analysis } from '../../shared/model/analysis.ts'
import type { Workflow } from '../../shared/model/workflow.ts'

export interface TabAnalysis {
  /**
   * The last answer; null until the first one. Just after an edit its first part (FirstAnswer) may be newer than the
   * rest: then it is not `whole`, and what it says of attention and of the proof is that of the revision before.
   */
  readonly analysis: Analysis | null
  /** The last answer, where all of it is of one revision; null where there is none, or the last try has failed. */
  readonly whole: Analysis | null
  /** The revision that `whole` speaks of. */
  readonly of: Workflow | null
  /** True while the document has moved on and the answer for it is still being computed. */
  readonly stale: boolean
  /** Why the analysis of the present revision failed, or null. */
  readonly error: string | null
}

export interface AnalysisState {
  readonly tabs: Readonly<Record<string, TabAnalysis>>
}

export const NO_ANALYSIS: TabAnalysis = { analysis: null, whole: null, of: null, stale: true, error: null }

export const analyses = createStore<AnalysisState>()(() => ({
  tabs: Object.create(null) as Record<string, TabAnalysis>,
}))

export function analysisOf(state: AnalysisState, tab: string | null): TabAnalysis {
  return (tab !== null && state.tabs[tab]) || NO_ANALYSIS
}

export function updateAnalysis(tab: string, change: Partial<TabAnalysis>): void {
  analyses.setState((state) => ({ tabs: { ...state.tabs, [tab]: { ...analysisOf(state, tab), ...change } } }))
}

export function forgetAnalysis(tab: string): void {
  analyses.setState((state) => {
    const tabs = { ...state.tabs }
    delete tabs[tab]
    return { tabs }
  })
}

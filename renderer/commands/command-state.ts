// What the conditions of commands are asked with, as of now.
import { analyses, analysisOf } from '../state/analysis.ts'
import { activeTab, documents } from '../state/documents.ts'
import { view, viewOf } from '../state/view.ts'
import type { CommandState } from './app-command.ts'

export function commandState(): CommandState {
  const state = documents.getState()
  const app = view.getState()
  return {
    tab: activeTab(state),
    view: viewOf(app, state.active),
    app,
    analysis: analysisOf(analyses.getState(), state.active),
    closedTabs: state.closed.length,
  }
}

// Looks commands up and runs them: the only way a menu, a key or the palette does anything.
import { analyses, analysisOf } from '../state/analysis.ts'
import { activeTab, documents } from '../state/documents.ts'
import { showProblem } from '../state/messages.ts'
import { view, viewOf } from '../state/view.ts'
import type { AppCommand, CommandState } from './app-command.ts'
import { COMMANDS } from './index.ts'

const byId: ReadonlyMap<string, AppCommand> = new Map(COMMANDS.map((command) => [command.id, command]))

/** What `when` and `checked` are asked with, as of now. */
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

/** The command of that id. Throws for an id that is not in the table, which is a mistake in the code. */
export function command(id: string): AppCommand {
  const found = byId.get(id)
  if (!found) throw new Error(`no command is called ${id}`)
  return found
}

/** Runs a command if it can be used now; returns whether it could. Whatever it throws is shown, never lost. */
export function runAppCommand(id: string): boolean {
  const found = command(id)
  if (!found.when(commandState())) return false
  try {
    found.run()
  } catch (error) {
    showProblem(`${found.label} did not work`, error)
  }
  return true
}

// Looks commands up and runs them: the only way a menu, a key or the palette does anything.
import { showProblem } from '../state/messages.ts'
import type { AppCommand } from './app-command.ts'
import { commandState } from './command-state.ts'
import { COMMANDS } from './index.ts'
import { words } from '../words/words.ts'

const byId: ReadonlyMap<string, AppCommand> = new Map(COMMANDS.map((command) => [command.id, command]))

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
    showProblem(words.messages.didNotWork(found.label), error)
  }
  return true
}

// Every app command, in the order of the menus. One file per group.
import type { AppCommand } from './app-command.ts'
import { arrangeCommands } from './arrange-commands.ts'
import { editCommands } from './edit-commands.ts'
import { foldCommands } from './fold-commands.ts'
import { fileCommands } from './file-commands.ts'
import { handoffCommands } from './handoff-commands.ts'
import { helpCommands } from './help-commands.ts'
import { insertCommands } from './insert-commands.ts'
import { menuCommand } from './menu-command.ts'
import { rulingCommands } from './ruling-commands.ts'
import { simulateCommands } from './simulate-commands.ts'
import { tagCommands } from './tag-commands.ts'
import { viewCommands } from './view-commands.ts'

export const COMMANDS: readonly AppCommand[] = [
  ...fileCommands,
  ...editCommands,
  menuCommand,
  ...insertCommands,
  ...arrangeCommands,
  ...foldCommands,
  ...tagCommands,
  ...handoffCommands,
  ...rulingCommands,
  ...viewCommands,
  ...simulateCommands,
  ...helpCommands,
]

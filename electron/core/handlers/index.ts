// Every topic of the contract and the file that answers it; a call nobody answers does not compile.
import type { Handlers } from '../dispatcher.ts'
import type { PendingFiles } from '../pending-files.ts'
import type { ShellPorts } from '../ports.ts'
import type { Samples } from '../samples.ts'
import type { Journal } from '../store/journal.ts'
import type { Recents } from '../store/recents.ts'
import { appHandlers } from './app.ts'
import { fileHandlers } from './files.ts'
import type { FileParts } from './files.ts'
import { journalHandlers } from './journal.ts'
import { recentsHandlers } from './recents.ts'
import { samplesHandlers } from './samples.ts'
import { settingsHandlers } from './settings.ts'
import { shellHandlers } from './shell.ts'

export interface HandlerParts extends FileParts {
  readonly ports: ShellPorts
  readonly notices: readonly string[]
  readonly pending: PendingFiles
  readonly samples: Samples
  readonly journal: Journal
  readonly recents: Recents
}

export function createHandlers(parts: HandlerParts): Handlers {
  return {
    ...appHandlers(parts.ports, parts.notices, parts.pending),
    ...fileHandlers(parts),
    ...journalHandlers(parts.journal),
    ...recentsHandlers(parts.recents),
    ...samplesHandlers(parts.samples),
    ...settingsHandlers(parts.settings),
    ...shellHandlers(parts.ports, parts.settings),
  }
}

// Every step the library has taken, oldest first. Steps that were released are never changed, only followed.
import type { Migration } from '../migrate.ts'
import { recentsAndSettings } from './0001-recents-and-settings.ts'
import { recoveryJournal } from './0002-recovery-journal.ts'
import { windowState } from './0003-window-state.ts'

export const migrations: readonly Migration[] = [recentsAndSettings, recoveryJournal, windowState]

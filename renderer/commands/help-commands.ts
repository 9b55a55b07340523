// The palette, the shortcut sheet, and what this is.
import { IconCommand, IconInfoCircle, IconKeyboard } from '@tabler/icons-react'
import { openDialog } from '../state/dialogs.ts'
import { words } from '../words/en.ts'
import type { AppCommand } from './app-command.ts'
import { always } from './conditions.ts'

const labels = words.commands

export const helpCommands: readonly AppCommand[] = [
  {
    id: 'help.palette',
    label: labels.helpPalette,
    group: 'Help',
    keys: ['Mod+K'],
    icon: IconCommand,
    words: 'command search actions',
    when: always,
    run: () => openDialog({ kind: 'palette', query: '' }),
  },
  {
    id: 'help.shortcuts',
    label: labels.helpShortcuts,
    group: 'Help',
    keys: ['?'],
    icon: IconKeyboard,
    words: 'keys keyboard cheat sheet',
    when: always,
    run: () => openDialog({ kind: 'shortcuts' }),
  },
  {
    id: 'help.about',
    label: labels.helpAbout,
    group: 'Help',
    keys: [],
    icon: IconInfoCircle,
    words: 'version licence',
    when: always,
    run: () => openDialog({ kind: 'about' }),
  },
]

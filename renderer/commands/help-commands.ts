// The palette, the shortcut sheet, and what this is.
import { IconCommand, IconHelp, IconInfoCircle, IconKeyboard } from '@tabler/icons-react'
import { openDialog } from '../state/dialogs.ts'
import { words } from '../words/words.ts'
import type { AppCommand } from './app-command.ts'
import { always } from './conditions.ts'

const labels = words.commands

export const helpCommands: readonly AppCommand[] = [
  {
    id: 'help.palette',
    get label() {
      return labels.helpPalette
    },
    group: 'Help',
    keys: ['Mod+K'],
    icon: IconCommand,
    words: 'command search actions',
    when: always,
    run: () => openDialog({ kind: 'palette', query: '' }),
  },
  {
    id: 'help.shortcuts',
    get label() {
      return labels.helpShortcuts
    },
    group: 'Help',
    keys: ['?'],
    icon: IconKeyboard,
    words: 'keys keyboard cheat sheet',
    when: always,
    run: () => openDialog({ kind: 'shortcuts' }),
  },
  {
    id: 'help.keys',
    get label() {
      return labels.helpKeys
    },
    group: 'Help',
    keys: [],
    icon: null,
    words: 'shortcuts rebind customise customize single letter change keys',
    when: always,
    run: () => openDialog({ kind: 'keys' }),
  },
  {
    id: 'help.pages',
    get label() {
      return labels.helpPages
    },
    group: 'Help',
    keys: ['F1'],
    icon: IconHelp,
    words: 'documentation manual guide rules',
    when: always,
    run: () => openDialog({ kind: 'help', page: 'first-five-minutes' }),
  },
  {
    id: 'help.about',
    get label() {
      return labels.helpAbout
    },
    group: 'Help',
    keys: [],
    icon: IconInfoCircle,
    words: 'version licence',
    when: always,
    run: () => openDialog({ kind: 'about' }),
  },
]

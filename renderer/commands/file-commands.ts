// Files and tabs.
import {
  IconArrowBackUp,
  IconDeviceFloppy,
  IconFileExport,
  IconFileImport,
  IconFilePlus,
  IconFolderOpen,
  IconPhotoDown,
  IconSettings,
  IconX,
} from '@tabler/icons-react'
import { close } from '../state/close.ts'
import { openDialog } from '../state/dialogs.ts'
import { documents } from '../state/documents.ts'
import { openWithDialog } from '../state/open.ts'
import { save, saveAs } from '../state/save.ts'
import { reimport } from '../state/reimport.ts'
import { activateNext, newDocument, reopenClosed } from '../state/tabs.ts'
import { words } from '../words/words.ts'
import type { AppCommand } from './app-command.ts'
import { always, canEdit, hasDocument } from './conditions.ts'

const labels = words.commands

export const fileCommands: readonly AppCommand[] = [
  {
    id: 'file.new',
    get label() {
      return labels.fileNew
    },
    group: 'File',
    keys: ['Mod+Alt+N'],
    icon: IconFilePlus,
    words: 'create document tab',
    when: always,
    run: () => void newDocument(),
  },
  {
    id: 'file.open',
    get label() {
      return labels.fileOpen
    },
    group: 'File',
    keys: ['Mod+O'],
    icon: IconFolderOpen,
    words: 'file load',
    when: always,
    run: () => void openWithDialog(),
  },
  {
    id: 'file.save',
    get label() {
      return labels.fileSave
    },
    group: 'File',
    keys: ['Mod+S'],
    icon: IconDeviceFloppy,
    words: 'write disk',
    when: hasDocument,
    run: () => withActive((id) => void save(id)),
  },
  {
    id: 'file.saveAs',
    get label() {
      return labels.fileSaveAs
    },
    group: 'File',
    keys: ['Mod+Shift+S'],
    icon: null,
    words: 'copy rename',
    when: hasDocument,
    run: () => withActive((id) => void saveAs(id)),
  },
  {
    id: 'file.import',
    get label() {
      return labels.fileImport
    },
    group: 'File',
    keys: [],
    icon: IconFileImport,
    words: 'paste n8n mermaid text',
    when: always,
    run: () => openDialog({ kind: 'import' }),
  },
  {
    id: 'file.reimport',
    get label() {
      return labels.fileReimport
    },
    group: 'File',
    keys: [],
    icon: null,
    words: 'update refresh merge n8n mermaid',
    when: canEdit,
    run: () => void reimport(),
  },
  {
    id: 'file.export.policy',
    get label() {
      return labels.fileExportPolicy
    },
    group: 'File',
    keys: ['Mod+E'],
    icon: IconFileExport,
    words: 'json runtime certificate',
    when: hasDocument,
    run: () => openDialog({ kind: 'export', what: 'policy' }),
  },
  {
    id: 'file.export.svg',
    get label() {
      return labels.fileExportSvg
    },
    group: 'File',
    keys: [],
    icon: IconPhotoDown,
    words: 'picture drawing image',
    when: hasDocument,
    run: () => openDialog({ kind: 'export', what: 'drawing' }),
  },
  {
    id: 'file.settings',
    get label() {
      return labels.fileSettings
    },
    group: 'File',
    keys: ['Mod+,'],
    icon: IconSettings,
    words: 'language theme appearance preferences options deutsch english',
    when: always,
    run: () => openDialog({ kind: 'settings' }),
  },
  {
    id: 'file.close',
    get label() {
      return labels.fileClose
    },
    group: 'File',
    keys: ['Mod+F4'],
    icon: IconX,
    words: 'tab',
    when: hasDocument,
    run: () => withActive((id) => void close(id)),
  },
  {
    id: 'file.reopen',
    get label() {
      return labels.fileReopen
    },
    group: 'File',
    keys: ['Mod+Shift+T'],
    icon: IconArrowBackUp,
    words: 'closed tab restore',
    when: ({ closedTabs }) => closedTabs > 0,
    run: reopenClosed,
  },
  {
    id: 'file.nextTab',
    get label() {
      return labels.fileNextTab
    },
    group: 'File',
    keys: ['Mod+PageDown'],
    icon: null,
    words: 'switch document',
    when: hasDocument,
    run: () => activateNext(1),
  },
  {
    id: 'file.previousTab',
    get label() {
      return labels.filePreviousTab
    },
    group: 'File',
    keys: ['Mod+PageUp'],
    icon: null,
    words: 'switch document',
    when: hasDocument,
    run: () => activateNext(-1),
  },
]

function withActive(act: (id: string) => void): void {
  const { active } = documents.getState()
  if (active !== null) act(active)
}

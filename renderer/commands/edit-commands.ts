// Undo, the clipboard, and what is done to a selection.
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconClipboard,
  IconCopy,
  IconCut,
  IconCopyPlus,
  IconForms,
  IconSelectAll,
  IconTrash,
} from '@tabler/icons-react'
import { copyText, cutText, pasteText } from '../canvas/clipboard.ts'
import { setBusy } from '../canvas/canvas-store.ts'
import { deleteSelection, duplicateSelection, present, selectAllSteps } from '../canvas/edits.ts'
import { redo, undo } from '../state/edit.ts'
import { showProblem } from '../state/messages.ts'
import { words } from '../words/words.ts'
import type { AppCommand } from './app-command.ts'
import { canDesign, canEdit, hasOneStep, hasSelection, hasSteps } from './conditions.ts'

const labels = words.commands

export const editCommands: readonly AppCommand[] = [
  {
    id: 'edit.undo',
    get label() {
      return labels.editUndo
    },
    group: 'Edit',
    keys: ['Mod+Z'],
    icon: IconArrowBackUp,
    words: 'back revert',
    when: (state) => canEdit(state) && state.tab?.history.past !== undefined,
    run: () => void undo(),
  },
  {
    id: 'edit.redo',
    get label() {
      return labels.editRedo
    },
    group: 'Edit',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    icon: IconArrowForwardUp,
    words: 'again forward',
    when: (state) => canEdit(state) && state.tab?.history.future !== undefined,
    run: () => void redo(),
  },
  {
    id: 'edit.cut',
    get label() {
      return labels.editCut
    },
    group: 'Edit',
    keys: ['Mod+X'],
    icon: IconCut,
    words: 'clipboard',
    when: (state) => canDesign(state) && hasSteps(state),
    run: () => void keep(cutText(), deleteSelection),
  },
  {
    id: 'edit.copy',
    get label() {
      return labels.editCopy
    },
    group: 'Edit',
    keys: ['Mod+C'],
    icon: IconCopy,
    words: 'clipboard',
    when: hasSteps,
    run: () => void keep(copyText(), () => undefined),
  },
  {
    id: 'edit.paste',
    get label() {
      return labels.editPaste
    },
    group: 'Edit',
    keys: ['Mod+V'],
    icon: IconClipboard,
    words: 'clipboard mermaid n8n',
    when: canDesign,
    run: () => void paste(),
  },
  {
    id: 'edit.duplicate',
    get label() {
      return labels.editDuplicate
    },
    group: 'Edit',
    keys: ['Mod+D'],
    icon: IconCopyPlus,
    words: 'copy twin',
    when: (state) => canDesign(state) && hasSteps(state),
    run: duplicateSelection,
  },
  {
    id: 'edit.delete',
    get label() {
      return labels.editDelete
    },
    group: 'Edit',
    keys: ['Delete', 'Backspace'],
    icon: IconTrash,
    words: 'remove',
    when: (state) => canDesign(state) && hasSelection(state),
    run: deleteSelection,
  },
  {
    id: 'edit.selectAll',
    get label() {
      return labels.editSelectAll
    },
    group: 'Edit',
    keys: ['Mod+A'],
    icon: IconSelectAll,
    words: 'everything',
    when: ({ tab }) => tab !== null,
    run: selectAllSteps,
  },
  {
    id: 'edit.rename',
    get label() {
      return labels.editRename
    },
    group: 'Edit',
    keys: ['F2'],
    icon: IconForms,
    words: 'name title',
    when: hasOneStep,
    run: () => {
      const step = present()?.selection.steps[0]
      if (step !== undefined) setBusy({ kind: 'rename', step })
    },
  },
]

async function keep(text: string | null, next: () => void): Promise<void> {
  if (text === null) return
  try {
    await navigator.clipboard.writeText(text)
    next()
  } catch (error) {
    showProblem(labels.clipboardRefused, error)
  }
}

async function paste(): Promise<void> {
  try {
    pasteText(await navigator.clipboard.readText())
  } catch (error) {
    showProblem(labels.clipboardRefused, error)
  }
}

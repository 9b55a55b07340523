// Undo, the clipboard, and what is done to a selection.
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconClipboard,
  IconCopy,
  IconCut,
  IconCopyPlus,
  IconForms,
  IconPhoto,
  IconReplace,
  IconSelectAll,
  IconTrash,
} from '@tabler/icons-react'
import { copyText, cutText, pasteText } from '../canvas/clipboard.ts'
import { setBusy } from '../canvas/canvas-store.ts'
import type { Busy } from '../canvas/canvas-store.ts'
import { copyPicture } from '../canvas/copy-picture.ts'
import type { PictureKind } from '../canvas/copy-picture.ts'
import { deleteSelection, duplicateSelection, present, selectAllSteps } from '../canvas/edits.ts'
import { redo, undo } from '../state/edit.ts'
import { showMessage, showProblem } from '../state/messages.ts'
import { EMPTY_SELECTION } from '../state/view.ts'
import type { Selection } from '../state/view.ts'
import { words } from '../words/words.ts'
import type { AppCommand } from './app-command.ts'
import { canDesign, canEdit, hasSelection, hasSteps, hasStepsOrNotes } from './conditions.ts'

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
    when: (state) => canDesign(state) && hasStepsOrNotes(state),
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
    when: hasStepsOrNotes,
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
    when: (state) => canDesign(state) && hasStepsOrNotes(state),
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
    when: (state) => canDesign(state) && renamed(state.view.selection) !== null,
    run: () => {
      const busy = renamed(present()?.selection ?? EMPTY_SELECTION)
      if (busy) setBusy(busy)
    },
  },
  {
    id: 'edit.retype',
    get label() {
      return labels.editRetype
    },
    group: 'Edit',
    keys: ['R'],
    icon: IconReplace,
    words: 'kind type replace morph convert',
    when: (state) => canDesign(state) && hasSteps(state),
    run: () => setBusy({ kind: 'retype', steps: present()?.selection.steps ?? [] }),
  },
  picture('svg'),
  picture('png'),
]

function picture(kind: PictureKind): AppCommand {
  return {
    id: `edit.copy.${kind}`,
    get label() {
      return kind === 'svg' ? words.commands.editCopySvg : words.commands.editCopyPng
    },
    group: 'Edit',
    keys: kind === 'png' ? ['Mod+Shift+C'] : [],
    icon: IconPhoto,
    words: 'image screenshot drawing clipboard bitmap',
    when: ({ tab }) => tab !== null && tab.history.present.steps.length > 0,
    run: () => void copyPicture(kind),
  }
}

/** What is typed into in place for a selection of one thing that has words. */
function renamed({ steps, transitions, notes }: Selection): Busy | null {
  if (steps.length + transitions.length + notes.length !== 1) return null
  const [step, transition, note] = [steps[0], transitions[0], notes[0]]
  if (step !== undefined) return { kind: 'rename', step }
  if (transition !== undefined) return { kind: 'way', transition }
  return note === undefined ? null : { kind: 'note', note }
}

async function keep(text: string | null, next: () => void): Promise<void> {
  if (text === null) return
  try {
    await navigator.clipboard.writeText(text)
    next()
  } catch (error) {
    showRefusal(error, words.editing.clipboardRefusedWrite)
  }
}

async function paste(): Promise<void> {
  try {
    const text = await navigator.clipboard.readText()
    if (text.trim() === '') showMessage({ tone: 'info', title: words.editing.clipboardEmpty })
    else pasteText(text)
  } catch (error) {
    showRefusal(error, words.editing.clipboardRefusedRead)
  }
}

function showRefusal(error: unknown, advice: string): void {
  const refused = error instanceof DOMException && error.name === 'NotAllowedError'
  if (refused) showMessage({ tone: 'problem', title: words.editing.clipboardRefused, text: advice })
  else showProblem(words.editing.clipboardRefused, error)
}

// The only door through which a document changes: commands, undo and redo. Every change goes to the recovery journal.
import type { Command } from '../../shared/commands/index.ts'
import {
  redo as redoHistory,
  run as runHistory,
  sealBurst,
  undo as undoHistory,
} from '../../shared/commands/history.ts'
import type { History } from '../../shared/commands/history.ts'
import type { HistoryChange } from '../../shared/commands/history-log.ts'
import { activeTab, documents, findTab, tellReplaced, updateTab } from './documents.ts'
import type { DocumentTab } from './documents.ts'
import { recordEdit } from './journal.ts'
import { announce, showMessage } from './messages.ts'
import { words } from '../words/words.ts'

export interface EditOptions {
  /** Edits of the same key in a row become one undo step (typing in one field, dragging with the arrow keys). */
  readonly coalesce?: string
  /** The tab to edit; the active one unless named. */
  readonly tab?: string
}

/**
 * Runs a command on the active document. Returns true when the document changed. A refusal is shown with its reason
 * and leaves the document as it was.
 */
export function runCommand(command: Command, options: EditOptions = {}): boolean {
  const tab = editableTab(options.tab)
  if (!tab) return false
  const result = runHistory(
    tab.history,
    command,
    options.coalesce === undefined ? {} : { coalesce: options.coalesce },
  )
  if (!result.ok) {
    showMessage({
      tone: 'problem',
      title: words.messages.refused,
      text: result.faults.map((fault) => fault.message).join(' '),
    })
    return false
  }
  return commit(tab, result.value, result.value.past === tab.history.past ? 'more' : 'new')
}

/**
 * The edits that come now are an undo step of their own, whatever their key: a field was left, or the keys that moved
 * something were let go.
 */
export function endBurst(id?: string): void {
  const state = documents.getState()
  const tab = id === undefined ? activeTab(state) : findTab(state, id)
  const history = tab && sealBurst(tab.history)
  if (tab && history !== tab.history) updateTab(tab.id, { history: history! })
}

/** One step back. Returns false when there is none. */
export function undo(): boolean {
  const tab = editableTab(undefined)
  if (!tab || !commit(tab, undoHistory(tab.history), 'undo')) return false
  announce(words.messages.undone)
  tellReplaced()
  return true
}

/** One step forward again. Returns false when there is none. */
export function redo(): boolean {
  const tab = editableTab(undefined)
  if (!tab || !commit(tab, redoHistory(tab.history), 'redo')) return false
  announce(words.messages.redone)
  tellReplaced()
  return true
}

function editableTab(id: string | undefined): DocumentTab | null {
  const state = documents.getState()
  const tab = id === undefined ? activeTab(state) : findTab(state, id)
  if (!tab) return null
  if (tab.readOnly !== null) {
    showMessage({ tone: 'info', title: words.messages.readOnly, text: tab.readOnly })
    return null
  }
  return tab
}

function commit(tab: DocumentTab, history: History, kind: HistoryChange['kind']): boolean {
  if (history === tab.history) return false
  updateTab(tab.id, { history })
  recordEdit(tab.id, tab.history, { kind, after: history })
  return true
}

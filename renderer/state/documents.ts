// The open documents: one tab each, with its whole history. Only the files beside this one change this store: edits go
// through `edit.ts`, files through `open.ts`, `save.ts` and `disk.ts`, tabs through `tabs.ts`.
import { createStore } from 'zustand/vanilla'
import type { History } from '../../shared/commands/history.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import type { ImportReport } from '../../shared/importers/types.ts'
import { fileStep, statusOf } from './file-state.ts'
import type { FileEvent, FileState, FileStep, SaveStatus } from './file-state.ts'

export interface DocumentTab extends FileState {
  /** Stable for the life of the document, across restarts too: the recovery journal knows it by this. */
  readonly id: string
  /** What the tab shows: the file's name without its folder, or the name of an untitled document. */
  readonly name: string
  readonly path: string | null
  /** Knows the revision that is on disk, by identity: undoing back to it is "saved" again. */
  readonly history: History
  /** The revision that this tab began with: a sample that nobody touched is not worth asking about. */
  readonly first: Workflow
  /** Why the document cannot be edited (a newer version, a file without write permission), or null. */
  readonly readOnly: string | null
  /** What the importer said, for a document that came from another format. */
  readonly importReport: ImportReport | null
}

export interface DocumentsState {
  readonly tabs: readonly DocumentTab[]
  readonly active: string | null
  /** Closed tabs, last closed last. */
  readonly closed: readonly DocumentTab[]
  /** False until the recovery journal was looked at. */
  readonly ready: boolean
}

export const documents = createStore<DocumentsState>()(() => ({
  tabs: [],
  active: null,
  closed: [],
  ready: false,
}))

/** The workflow that a tab shows. */
export function workflowOf(tab: DocumentTab): Workflow {
  return tab.history.present
}

/** True when closing the tab would lose an edit. A sample or a new document that nobody touched is not dirty. */
export function isDirty(tab: DocumentTab): boolean {
  return tab.recovered || tab.conflict !== null || hasEdits(tab)
}

/** True when the document is not what its file held, or what it began with. */
export function hasEdits({ history, first }: DocumentTab): boolean {
  return history.present !== (history.saved ?? first)
}

/** Exactly one of the four words of the status bar. A document that was never saved is unsaved. */
export function saveStatus(tab: DocumentTab): SaveStatus {
  return statusOf(tab, tab.history.present !== tab.history.saved)
}

export function findTab(state: DocumentsState, id: string | null): DocumentTab | null {
  return state.tabs.find((tab) => tab.id === id) ?? null
}

export function activeTab(state: DocumentsState): DocumentTab | null {
  return findTab(state, state.active)
}

/** Replaces part of one tab. */
export function updateTab(id: string, change: Partial<DocumentTab>): void {
  documents.setState((state) => ({
    tabs: state.tabs.map((tab) => (tab.id === id ? { ...tab, ...change } : tab)),
  }))
}

/** Takes in what became of a document's file; answers what is to be done about it. */
export function stepFile(id: string, event: FileEvent): FileStep['effect'] {
  const tab = findTab(documents.getState(), id)
  if (!tab) return 'none'
  const { savedHash, recovered, conflict } = tab
  const { state, effect } = fileStep({ savedHash, recovered, conflict }, event)
  updateTab(id, state)
  return effect
}

const replaced = new Set<() => void>()

/**
 * Calls `listener` whenever a document became another one than the edits made of it: by undo, redo, or its file. Text
 * that is still in a field is older than the document then.
 */
export function onReplaced(listener: () => void): () => void {
  replaced.add(listener)
  return () => void replaced.delete(listener)
}

export function tellReplaced(): void {
  for (const listener of replaced) listener()
}

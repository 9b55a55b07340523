// The open documents: one tab each, with its whole history. Only `edit.ts`, `files.ts` and `tabs.ts` change this store.
import { createStore } from 'zustand/vanilla'
import { isDirty as isHistoryDirty } from '../../shared/commands/history.ts'
import type { History } from '../../shared/commands/history.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import type { ImportReport } from '../../shared/importers/types.ts'

export type SaveStatus = 'saved' | 'unsaved' | 'recovered' | 'conflict'

export interface DocumentTab {
  /** Stable for the life of the document, across restarts too: the recovery journal knows it by this. */
  readonly id: string
  /** What the tab shows: the file's name without its folder, or the name of an untitled document. */
  readonly name: string
  readonly path: string | null
  /** Hash of the bytes on disk when they were last read or written; null for a document without a file. */
  readonly savedHash: string | null
  /** Knows the revision that is on disk, by identity: undoing back to it is "saved" again. */
  readonly history: History
  /** The revision that this tab began with: a sample that nobody touched is not worth asking about. */
  readonly first: Workflow
  /** Why the document cannot be edited (a newer version, a file without write permission), or null. */
  readonly readOnly: string | null
  /** True from recovery until the next save. */
  readonly recovered: boolean
  /** The file holds other bytes than this document was read from, and there are edits here: somebody must choose. */
  readonly conflict: boolean
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
  return tab.recovered || tab.conflict || tab.history.present !== (tab.history.saved ?? tab.first)
}

/** Exactly one of the four words of the status bar. */
export function saveStatus(tab: DocumentTab): SaveStatus {
  if (tab.conflict) return 'conflict'
  if (tab.recovered) return 'recovered'
  return isHistoryDirty(tab.history) ? 'unsaved' : 'saved'
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

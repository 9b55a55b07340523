// Saving: never over what somebody else wrote without a word, and never losing an edit where it fails.
import { markSaved } from '../../shared/commands/history.ts'
import { HostError } from '../../shared/host/wire.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { words } from '../words/words.ts'
import { openDialog } from './dialogs.ts'
import type { ConflictAnswer } from './dialogs.ts'
import { fileChanged, reload, setWriting, watch } from './disk.ts'
import { documents, findTab, stepFile, updateTab, workflowOf } from './documents.ts'
import type { DocumentTab } from './documents.ts'
import { documentText } from './document-text.ts'
import { host } from './host.ts'
import { recordSave } from './journal.ts'
import { announce, showMessage } from './messages.ts'
import { openPath } from './open.ts'
import { baseName, besideName, EXTENSION, pickSave, withoutExtension } from './pick.ts'
import { activate } from './tabs.ts'
import { chooseSide } from './compare.ts'
import { setMode } from './view.ts'

/** What the disk may hold: what we last saw there, nothing, or anything at all. */
type Base = 'as-known' | 'nothing' | 'anything'
type WriteOutcome = 'written' | 'conflict' | 'failed'

/** Saves a document to its file, or asks for one. Resolves to true when it is on disk. */
export async function save(id: string): Promise<boolean> {
  const tab = findTab(documents.getState(), id)
  if (!tab) return false
  if (tab.path === null || tab.readOnly !== null) return saveAs(id)
  const outcome = await writeTo(tab, tab.path, 'as-known')
  // Asked after the write is over, because the answer may be to write again.
  return outcome === 'conflict' ? settleConflict(id) : outcome === 'written'
}

/** Saves only where nothing has to be asked: over the bytes we know, or not at all. */
export async function saveQuietly(id: string): Promise<boolean> {
  const tab = findTab(documents.getState(), id)
  return tab?.path != null && (await writeTo(tab, tab.path, 'as-known')) === 'written'
}

/** Asks where to save a document and saves it there. Resolves to true when it is on disk. */
export async function saveAs(id: string): Promise<boolean> {
  const tab = findTab(documents.getState(), id)
  if (!tab) return false
  const path = await pickSave(`${withoutExtension(tab.name)}.${EXTENSION}`, EXTENSION)
  // The person just chose this very file, and the dialog asked about replacing it.
  return path !== null && (await writeTo(tab, path, 'anything')) === 'written'
}

/**
 * Saves what is here beside the file, under a name that is free, and opens what is on disk in a tab of its own.
 * Resolves to true when ours is on disk.
 */
async function keepBoth(id: string): Promise<boolean> {
  const tab = findTab(documents.getState(), id)
  if (!tab || tab.path === null) return saveAs(id)
  const theirs = tab.conflict === 'gone' ? null : tab.path
  for (let n = 1; n < 100; n++) {
    const outcome = await writeTo(tab, besideName(tab.path, n), 'nothing')
    if (outcome === 'failed') return false
    if (outcome === 'conflict') continue
    if (theirs !== null && (await openPath(theirs)) !== null) activate(id)
    return true
  }
  return saveAs(id)
}

/** Asks what to do about a file that holds something else than this window knows. */
async function settleConflict(id: string): Promise<boolean> {
  const answer = await new Promise<ConflictAnswer>((resolve) =>
    openDialog({ kind: 'conflict', tab: id, answer: resolve }),
  )
  const tab = findTab(documents.getState(), id)
  if (!tab || tab.path === null) return false
  if (answer === 'overwrite') return (await writeTo(tab, tab.path, 'anything')) === 'written'
  if (answer === 'keep-both') return keepBoth(id)
  if (answer === 'save-as') return saveAs(id)
  if (answer === 'reload') await reload(id)
  if (answer === 'compare') {
    setMode(id, 'compare')
    await chooseSide(id, 'saved')
  }
  return false
}

/** The write that is under way for each document. */
const writing = new Map<string, Promise<WriteOutcome>>()

/**
 * Writes one after the other: a second save that begins with the hash from before the first would take our own write
 * for somebody else's.
 */
async function writeTo(tab: DocumentTab, path: string, base: Base): Promise<WriteOutcome> {
  while (writing.has(tab.id)) await writing.get(tab.id)
  const job = writeNow(findTab(documents.getState(), tab.id) ?? tab, path, base)
  writing.set(tab.id, job)
  return job
}

async function writeNow(tab: DocumentTab, path: string, base: Base): Promise<WriteOutcome> {
  // The revision is fixed before the first wait: an edit made while the file is written stays unsaved.
  const saved = workflowOf(tab)
  const baseHash = base === 'as-known' ? tab.savedHash : null
  setWriting(tab.id, true)
  try {
    const text = await documentText(saved)
    const { hash } = await host().call('file.write', { path, text, baseHash, overwrite: base === 'anything' })
    afterSave(tab.id, path, hash, saved)
    return 'written'
  } catch (error) {
    if (error instanceof HostError && error.code === 'conflict') {
      if (base === 'as-known') stepFile(tab.id, { kind: 'refused', hash: hashOnDisk(error) })
      return 'conflict'
    }
    sayWhy(tab, error)
    return 'failed'
  } finally {
    writing.delete(tab.id)
    setWriting(tab.id, false)
  }
}

function afterSave(id: string, path: string, hash: string, saved: Workflow): void {
  const before = findTab(documents.getState(), id)
  if (!before) return
  updateTab(id, { path, name: baseName(path), history: markSaved(before.history, saved), readOnly: null })
  stepFile(id, { kind: 'agreed', hash })
  if (before.path !== path) watch(before.path, path)
  announce(words.files.saved)
  recordSave(id, saved)
  // Another tab of this window may show the same file; the watcher tells a window nothing of its own writes.
  void fileChanged(path, hash)
  // A list that cannot be written takes nothing from the save.
  void host()
    .call('recents.add', { path })
    .catch(() => undefined)
}

function hashOnDisk({ details }: HostError): string | null {
  const found =
    typeof details === 'object' && details !== null && 'hash' in details ? details.hash : undefined
  return typeof found === 'string' ? found : null
}

// A full disk, a folder that went away, a file that became read-only: another place may take it.
function sayWhy(tab: DocumentTab, error: unknown): void {
  showMessage({
    tone: 'problem',
    title: words.files.notSaved(tab.name),
    text: `${error instanceof Error ? error.message : String(error)} ${words.files.safe}`,
    action: { label: words.files.saveElsewhere, run: () => void saveAs(tab.id) },
  })
}

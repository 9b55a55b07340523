// What others do to a file that is open here: seen by its content, followed where nothing would be lost, and a
// conflict where something would.
import { startHistory } from '../../shared/commands/history.ts'
import { readDocument } from '../../shared/document/read.ts'
import { HostError } from '../../shared/host/wire.ts'
import type { Fault } from '../../shared/support/result.ts'
import { documents, findTab, hasEdits, stepFile, tellReplaced, updateTab } from './documents.ts'
import { host } from './host.ts'
import { beginJournal } from './journal.ts'
import { announce, showMessage, showProblem } from './messages.ts'
import { placed } from './placed.ts'
import { words } from '../words/words.ts'

/** Documents that are being written: what is said of their files meanwhile is about our own bytes. */
const ours = new Set<string>()

/** Marks a document while this window writes it. */
export function setWriting(id: string, writing: boolean): void {
  if (writing) ours.add(id)
  else ours.delete(id)
}

/** Called when a file holds these bytes; null: it is gone. A document without edits follows it, another one waits. */
export async function fileChanged(path: string, hash: string | null): Promise<void> {
  for (const tab of documents.getState().tabs) {
    if (tab.path !== path || ours.has(tab.id)) continue
    if (stepFile(tab.id, { kind: 'seen', hash, edited: hasEdits(tab) }) === 'read') await reload(tab.id)
  }
}

/** Looks at the file of a document now, for one that comes back after a while without a watcher. Never rejects. */
export async function lookAtFile(path: string): Promise<void> {
  try {
    const { hash } = await host().call('file.read', { path })
    await fileChanged(path, hash)
  } catch (error) {
    // Unreadable for the moment is not a change; saving compares again.
    if (error instanceof HostError && error.code === 'not-found') await fileChanged(path, null)
  }
}

/** Reads the file again and drops the edits made here. */
export async function reload(id: string): Promise<void> {
  const tab = findTab(documents.getState(), id)
  if (!tab || tab.path === null) return
  try {
    const file = await host().call('file.read', { path: tab.path })
    const read = readDocument(file.text)
    if (!read.ok) {
      // What is here is the last that could be read.
      stepFile(id, { kind: 'refused', hash: file.hash })
      return showFaults(words.messages.unreadableNow(tab.name), read.faults)
    }
    const workflow = placed(read.value.workflow)
    // A new history: undo must not lead from what is on disk now into what this window had before.
    updateTab(id, { history: startHistory(workflow, { saved: true }), first: workflow })
    stepFile(id, { kind: 'agreed', hash: file.hash })
    tellReplaced()
    void beginJournal(id)
    announce(words.messages.readAgain(tab.name))
  } catch (error) {
    showProblem(words.messages.notReadAgain(tab.name), error)
  }
}

/** Watches a file for changes by others, and no longer the one that the document had before. */
export function watch(before: string | null, path: string | null): void {
  // Another tab may show the same file.
  const shown = documents.getState().tabs.some((tab) => tab.path === before)
  if (before !== null && !shown)
    void host()
      .call('file.unwatch', { path: before })
      .catch(() => undefined)
  // Without a watcher saving still compares before it overwrites, so this may fail quietly.
  if (path !== null)
    void host()
      .call('file.watch', { path })
      .catch(() => undefined)
}

/** Says what is wrong with a text, the first three faults by name. */
export function showFaults(title: string, faults: readonly Fault[]): void {
  const shown = faults
    .slice(0, 3)
    .map((fault) => (fault.path === '' ? fault.message : `${fault.path}: ${fault.message}`))
  const text = words.messages.faults(shown.join(' '), faults.length - shown.length)
  showMessage({ tone: 'problem', title, text })
}

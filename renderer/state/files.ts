// Between documents and files: open, save, save as, and what happens when the file changes under us.
import { markSaved, startHistory } from '../../shared/commands/history.ts'
import { readDocument } from '../../shared/document/read.ts'
import { writeDocument } from '../../shared/document/write.ts'
import { HostError } from '../../shared/host/wire.ts'
import { importText } from '../../shared/importers/index.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import type { Fault } from '../../shared/support/result.ts'
import { openDialog } from './dialogs.ts'
import type { ConflictAnswer } from './dialogs.ts'
import { documents, findTab, isDirty, updateTab, workflowOf } from './documents.ts'
import type { DocumentTab } from './documents.ts'
import { capabilities, host } from './host.ts'
import { beginJournal, endJournal } from './journal.ts'
import { announce, showMessage, showProblem } from './messages.ts'
import { placed } from './placed.ts'
import { activate, addTab } from './tabs.ts'

/** The extension of our own documents, without the dot. */
const EXTENSION = 'handoff'
interface FileFilter {
  readonly name: string
  /** Without the dot. */
  readonly extensions: readonly string[]
}

const OPEN_FILTERS: readonly FileFilter[] = [
  { name: 'Workflows', extensions: [EXTENSION, 'json', 'mmd', 'mermaid', 'md', 'txt'] },
  { name: 'All files', extensions: ['*'] },
]

export interface OpenSource {
  readonly text: string
  /** The file's name; the tab shows it. */
  readonly name: string
  readonly path?: string
  readonly hash?: string
  readonly writable?: boolean
}

/**
 * Opens text: one of our documents, or anything an importer recognises (then as an untitled document, never over the
 * source). Returns the tab's id, or null after showing why it could not be read.
 */
export function openText(source: OpenSource): string | null {
  return looksLikeOurs(source) ? openOurs(source) : openForeign(source)
}

/** Opens a file, or brings the tab that already shows it to the front. Returns the tab's id, or null. */
export async function openPath(path: string): Promise<string | null> {
  const open = documents.getState().tabs.find((tab) => tab.path === path)
  if (open) {
    activate(open.id)
    return open.id
  }
  try {
    const file = await host().call('file.read', { path })
    const tab = openText(file)
    if (tab !== null) await host().call('recents.add', { path })
    return tab
  } catch (error) {
    showProblem(`${baseName(path)} could not be opened`, error)
    return null
  }
}

/** Asks for files and opens them. */
export async function openWithDialog(): Promise<void> {
  for (const path of await pickOpen()) await openPath(path)
}

/** Opens one of the samples as an untitled document. */
export async function openSample(id: string): Promise<string | null> {
  try {
    const [{ text }, { samples }] = await Promise.all([
      host().call('samples.read', { id }),
      host().call('samples.list', {}),
    ])
    return openText({ text, name: samples.find((sample) => sample.id === id)?.name ?? id })
  } catch (error) {
    showProblem('The sample could not be opened', error)
    return null
  }
}

/** Saves a document to its file, or asks for one. Resolves to true when it is on disk. */
export async function save(id: string): Promise<boolean> {
  const tab = findTab(documents.getState(), id)
  if (!tab) return false
  if (tab.path === null || tab.readOnly !== null) return saveAs(id)
  return writeTo(tab, tab.path, 'saved')
}

/** Asks where to save a document and saves it there. Resolves to true when it is on disk. */
export async function saveAs(id: string): Promise<boolean> {
  const tab = findTab(documents.getState(), id)
  if (!tab) return false
  const path = await pickSave(suggestedName(tab), EXTENSION)
  // The person just chose this very file, and the dialog asked about replacing it.
  return path === null ? false : writeTo(tab, path, 'anything')
}

/** Saves any text to a file that the person picks; for exports. Resolves to the path, or null. */
export async function exportText(suggested: string, extension: string, text: string): Promise<string | null> {
  const path = await pickSave(suggested, extension)
  if (path === null) return null
  try {
    await host().call('file.write', { path, text, baseHash: null, overwrite: true })
    showMessage({ tone: 'success', title: `Exported ${baseName(path)}`, text: path })
    return path
  } catch (error) {
    showProblem('The export could not be written', error)
    return null
  }
}

/** Asks for one text file and reads it; null where none was picked or it could not be read. */
export async function pickText(
  filter: FileFilter,
): Promise<{ readonly name: string; readonly text: string } | null> {
  const [path] = await pickOpen([filter], false)
  if (path === undefined) return null
  try {
    return await host().call('file.read', { path })
  } catch (error) {
    showProblem(`${baseName(path)} could not be read`, error)
    return null
  }
}

/** Called when a watched file holds other bytes: a clean document follows it, an edited one becomes a conflict. */
export async function fileChanged(path: string, hash: string | null): Promise<void> {
  const tab = documents.getState().tabs.find((other) => other.path === path)
  // While we write it, what the watcher says is about our own bytes.
  if (!tab || hash === tab.savedHash || writing.has(tab.id)) return
  if (hash === null || isDirty(tab)) updateTab(tab.id, { conflict: true })
  else await reload(tab.id)
}

/** Reads the file again and drops the edits made here. */
export async function reload(id: string): Promise<void> {
  const tab = findTab(documents.getState(), id)
  if (!tab || tab.path === null) return
  try {
    const file = await host().call('file.read', { path: tab.path })
    const read = readDocument(file.text)
    if (!read.ok) return showFaults(`${tab.name} changed on disk and can no longer be read`, read.faults)
    const workflow = placed(read.value.workflow)
    // A new history: undo must not lead from what is on disk now into what this window had before.
    updateTab(id, {
      history: startHistory(workflow, { saved: true }),
      first: workflow,
      savedHash: file.hash,
      conflict: false,
      recovered: false,
    })
    void endJournal(id)
    announce(`${tab.name} was read again from disk`)
  } catch (error) {
    showProblem(`${tab.name} could not be read again`, error)
  }
}

type WriteOutcome = 'written' | 'conflict' | 'failed'

/** The write that is under way for each document. */
const writing = new Map<string, Promise<WriteOutcome>>()

/**
 * Writes one after the other: a second save that begins with the hash from before the first would take our own write
 * for somebody else's.
 */
async function writeTo(tab: DocumentTab, path: string, base: 'saved' | 'anything'): Promise<boolean> {
  while (writing.has(tab.id)) await writing.get(tab.id)
  const now = findTab(documents.getState(), tab.id) ?? tab
  const job = writeNow(
    now,
    path,
    base === 'saved' ? { baseHash: now.savedHash, overwrite: false } : { baseHash: null, overwrite: true },
  )
  writing.set(tab.id, job)
  const outcome = await job
  // Asked after the write is over, because the answer may be to write again.
  return outcome === 'conflict' ? settleConflict(now) : outcome === 'written'
}

async function writeNow(
  tab: DocumentTab,
  path: string,
  against: { readonly baseHash: string | null; readonly overwrite: boolean },
): Promise<WriteOutcome> {
  // The revision is fixed before the first wait: an edit made while the file is written stays unsaved.
  const saved = workflowOf(tab)
  try {
    const { hash } = await host().call('file.write', { path, text: writeDocument(saved), ...against })
    await afterSave(tab.id, path, hash, saved)
    return 'written'
  } catch (error) {
    if (error instanceof HostError && error.code === 'conflict') return 'conflict'
    showProblem(`${tab.name} could not be saved. Your edits are safe in the recovery journal.`, error)
    return 'failed'
  } finally {
    writing.delete(tab.id)
  }
}

async function afterSave(id: string, path: string, hash: string, saved: Workflow): Promise<void> {
  const before = findTab(documents.getState(), id)
  if (!before) return
  updateTab(id, {
    path,
    name: baseName(path),
    savedHash: hash,
    history: markSaved(before.history, saved),
    recovered: false,
    conflict: false,
    readOnly: null,
  })
  if (before.path !== path) watch(before.path, path)
  announce('Saved')
  await host().call('recents.add', { path })
  const now = findTab(documents.getState(), id)
  // Edits made meanwhile need a journal that starts at what is on disk now.
  if (now && workflowOf(now) !== saved) await beginJournal(id)
  else void endJournal(id)
}

async function settleConflict(tab: DocumentTab): Promise<boolean> {
  updateTab(tab.id, { conflict: true })
  const answer = await new Promise<ConflictAnswer>((resolve) =>
    openDialog({ kind: 'conflict', tab: tab.id, answer: resolve }),
  )
  if (answer === 'overwrite') return writeTo(tab, tab.path!, 'anything')
  if (answer === 'save-as') return saveAs(tab.id)
  if (answer === 'reload') await reload(tab.id)
  return false
}

function openOurs(source: OpenSource): string | null {
  const read = readDocument(source.text)
  if (!read.ok) {
    showFaults(`${source.name} could not be read`, read.faults)
    return null
  }
  const { workflow, readOnlyBecause } = read.value
  const { path, hash } = source
  const tab = addTab({
    workflow,
    name: source.name,
    path: path ?? null,
    savedHash: hash ?? null,
    readOnly: readOnlyBecause ?? (source.writable === false ? 'The file may not be written to.' : null),
  })
  if (path !== undefined) watch(null, path)
  return tab
}

function openForeign(source: OpenSource): string | null {
  const imported = importText(source.text, { name: withoutExtension(source.name) })
  if (!imported.ok) {
    showFaults(`${source.name} could not be imported`, imported.faults)
    return null
  }
  const { workflow, report } = imported.value
  const tab = addTab({ workflow, name: withoutExtension(source.name), importReport: report })
  openDialog({ kind: 'import-report', tab })
  return tab
}

function looksLikeOurs(source: OpenSource): boolean {
  return source.name.endsWith(`.${EXTENSION}`) || /^\s*\{[^{}[\]]*"format"\s*:\s*"handoff"/.test(source.text)
}

async function pickOpen(
  filters: readonly FileFilter[] = OPEN_FILTERS,
  multiple = true,
): Promise<readonly string[]> {
  if (capabilities().nativeDialogs) {
    const { paths } = await host().call('file.pickOpen', {
      filters: filters.map(({ name, extensions }) => ({ name, extensions: [...extensions] })),
      multiple,
    })
    return paths
  }
  const path = await new Promise<string | null>((answer) =>
    openDialog({ kind: 'browse-open', extensions: filters[0]!.extensions, answer }),
  )
  return path === null ? [] : [path]
}

async function pickSave(suggested: string, extension: string): Promise<string | null> {
  if (!capabilities().nativeDialogs) {
    return new Promise((answer) =>
      openDialog({ kind: 'browse-save', suggestedName: suggested, extension, answer }),
    )
  }
  const filters = [{ name: extension, extensions: [extension] }]
  const { path } = await host().call('file.pickSave', { suggestedName: suggested, filters })
  return path
}

/** Watches a file for changes by others, and no longer the one that the document had before. */
export function watch(before: string | null, path: string): void {
  if (before !== null)
    void host()
      .call('file.unwatch', { path: before })
      .catch(() => undefined)
  // Without a watcher saving still compares before it overwrites, so this may fail quietly.
  void host()
    .call('file.watch', { path })
    .catch(() => undefined)
}

function showFaults(title: string, faults: readonly Fault[]): void {
  const shown = faults
    .slice(0, 3)
    .map((fault) => (fault.path === '' ? fault.message : `${fault.path}: ${fault.message}`))
  const more = faults.length > 3 ? ` And ${faults.length - 3} more.` : ''
  showMessage({ tone: 'problem', title, text: `${shown.join(' ')}${more} Nothing was changed.` })
}

function suggestedName(tab: DocumentTab): string {
  return `${withoutExtension(tab.name)}.${EXTENSION}`
}

function withoutExtension(name: string): string {
  return name.replace(/\.[a-z0-9]{1,10}$/i, '')
}

function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path
}

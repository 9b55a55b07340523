// Opening: a file, a sample, a dropped text; one of our documents, or anything an importer knows.
import { readDocument } from '../../shared/document/read.ts'
import { importText } from '../../shared/importers/index.ts'
import { openDialog } from './dialogs.ts'
import { showFaults, watch } from './disk.ts'
import { documents } from './documents.ts'
import { host } from './host.ts'
import { showProblem } from './messages.ts'
import { baseName, EXTENSION, pickOpen, withoutExtension } from './pick.ts'
import { activate, addTab } from './tabs.ts'
import { words } from '../words/words.ts'

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
    showProblem(words.messages.notOpened(baseName(path)), error)
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
    showProblem(words.messages.noSample, error)
    return null
  }
}

function openOurs(source: OpenSource): string | null {
  const read = readDocument(source.text)
  if (!read.ok) {
    showFaults(words.messages.notRead(source.name), read.faults)
    return null
  }
  const { workflow, readOnlyBecause } = read.value
  const { path, hash } = source
  const tab = addTab({
    workflow,
    name: source.name,
    path: path ?? null,
    savedHash: hash ?? null,
    readOnly: readOnlyBecause ?? (source.writable === false ? words.messages.notWritable : null),
  })
  if (path !== undefined) watch(null, path)
  return tab
}

function openForeign(source: OpenSource): string | null {
  const imported = importText(source.text, { name: withoutExtension(source.name) })
  if (!imported.ok) {
    showFaults(words.messages.notImported(source.name), imported.faults)
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

// Asking a person for files: with the dialogs of the system, or with our own browser where there are none.
import { openDialog } from './dialogs.ts'
import { capabilities, host } from './host.ts'
import { showMessage, showProblem } from './messages.ts'
import { words } from '../words/words.ts'

/** The extension of our own documents, without the dot. */
export const EXTENSION = 'handoff'

interface FileFilter {
  readonly name: string
  /** Without the dot. */
  readonly extensions: readonly string[]
}

const openFilters = (): readonly FileFilter[] => [
  { name: words.messages.workflows, extensions: [EXTENSION, 'json', 'mmd', 'mermaid', 'md', 'txt'] },
  { name: words.messages.allFiles, extensions: ['*'] },
]

/** Asks for files to open; none where the person thought better of it. */
export async function pickOpen(
  filters: readonly FileFilter[] = openFilters(),
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

/** Asks where to save; null where the person thought better of it. The dialog asks before a file is replaced. */
export async function pickSave(suggested: string, extension: string): Promise<string | null> {
  if (!capabilities().nativeDialogs) {
    return new Promise((answer) =>
      openDialog({ kind: 'browse-save', suggestedName: suggested, extension, answer }),
    )
  }
  const filters = [{ name: extension, extensions: [extension] }]
  const { path } = await host().call('file.pickSave', { suggestedName: suggested, filters })
  return path
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
    showProblem(words.messages.notRead(baseName(path)), error)
    return null
  }
}

/** Saves any text to a file that the person picks; for exports. Resolves to the path, or null. */
export async function exportText(suggested: string, extension: string, text: string): Promise<string | null> {
  const path = await pickSave(suggested, extension)
  if (path === null) return null
  try {
    await host().call('file.write', { path, text, baseHash: null, overwrite: true })
    showMessage({ tone: 'success', title: words.messages.exported(baseName(path)), text: path })
    return path
  } catch (error) {
    showProblem(words.messages.notExported, error)
    return null
  }
}

export function withoutExtension(name: string): string {
  return name.replace(/\.[a-z0-9]{1,10}$/i, '')
}

export function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path
}

/** `refunds (my edits).handoff`, then `refunds (my edits 2).handoff`, in the same folder. */
export function besideName(path: string, n: number): string {
  const name = baseName(path)
  const dot = name.lastIndexOf('.')
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
  const mine = n === 1 ? words.files.mine : `${words.files.mine} ${n}`
  return `${path.slice(0, path.length - name.length)}${stem} (${mine})${ending}`
}

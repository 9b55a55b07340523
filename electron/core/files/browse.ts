// Lists a folder for the in-app file browser.
import path from 'node:path'
import type { CallOut } from '../../../shared/host/contract.ts'
import { fileError } from './file-error.ts'
import type { FileSystem } from './file-system.ts'

/** Entries listed of one folder; the answer says when there are more. */
export const MAX_ENTRIES = 2_000

/** Folders first, then by name as people sort it. Hidden entries are left out. Throws a HostError. */
export async function browseFolder(fs: FileSystem, folder: string): Promise<CallOut<'file.browse'>> {
  try {
    const found = await fs.readdir(folder, { withFileTypes: true })
    const visible = found.filter((entry) => !entry.name.startsWith('.'))
    const listed = await Promise.all(
      visible.slice(0, MAX_ENTRIES).map(async (entry) => {
        const full = path.join(folder, entry.name)
        const folderLike = entry.isSymbolicLink() ? await leadsToFolder(fs, full) : entry.isDirectory()
        return { name: entry.name, path: full, folder: folderLike }
      }),
    )
    listed.sort((a, b) => Number(b.folder) - Number(a.folder) || byName.compare(a.name, b.name))
    const parent = path.dirname(folder)
    return {
      path: folder,
      parent: parent === folder ? null : parent,
      entries: listed,
      truncated: visible.length > MAX_ENTRIES,
    }
  } catch (error) {
    throw fileError(error, folder, 'listed')
  }
}

const byName = new Intl.Collator('en', { numeric: true })

async function leadsToFolder(fs: FileSystem, link: string): Promise<boolean> {
  return fs.stat(link).then(
    (stat) => stat.isDirectory(),
    () => false,
  )
}

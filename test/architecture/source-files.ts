// Reads the checkout into a map from path to text, which is all that the walls look at: a planted file is one entry.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** Paths from the top of the checkout, with forward slashes, and the text of each file. */
export type Files = ReadonlyMap<string, string>

/** The top of the checkout. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

const SOURCE = /\.(?:[cm]?[jt]s|[jt]sx)$/
const NOT_OURS = new Set(['node_modules', 'out', 'dist', 'coverage', '.git', '.cache'])

/** Every source file of the checkout. Test data and resources are no source. */
export function readSourceFiles(): Files {
  const files = new Map<string, string>()
  collect('', files)
  return files
}

function collect(folder: string, files: Map<string, string>): void {
  for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
    const name = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory() && !NOT_OURS.has(entry.name)) collect(name, files)
    else if (entry.isFile() && SOURCE.test(name)) files.set(name, readFileSync(path.join(root, name), 'utf8'))
  }
}

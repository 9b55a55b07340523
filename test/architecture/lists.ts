// Checks the folders that hold one thing a file: what is in the folder is on its list, and has a test.
import { importsOf } from './imports.ts'
import type { Files } from './source-files.ts'
import { isUnder } from './walls.ts'

export interface ListedFolder {
  readonly folder: string
  /** What is in the folder and is none of the things: their type, what they share, the code that runs them. */
  readonly helpers: readonly string[]
}

/** Every folder with an explicit list in its `index.ts`. */
export const LISTED_FOLDERS: readonly ListedFolder[] = [
  {
    folder: 'shared/rules',
    helpers: ['types.ts', 'severities.ts', 'run.ts', 'example.ts', 'loops.ts', 'places.ts'],
  },
  { folder: 'shared/importers', helpers: ['types.ts', 'support'] },
  { folder: 'shared/exporters', helpers: ['types.ts'] },
  {
    folder: 'shared/commands',
    helpers: [
      'apply.ts',
      'changes.ts',
      'edit.ts',
      'entries.ts',
      'fragment.ts',
      'heal.ts',
      'history.ts',
      'layout.ts',
      'new-handoffs.ts',
      'plain-json.ts',
      'remove.ts',
      'settle.ts',
      'words.ts',
    ],
  },
  { folder: 'shared/document/versions', helpers: ['migrate.ts'] },
  { folder: 'electron/cli/commands', helpers: [] },
  { folder: 'electron/core/store/migrations', helpers: [] },
]

/** Faults of the lists of `files`: things that are not listed, not tested, or that do not exist. */
export function listFaults(
  files: Files,
  folders: readonly ListedFolder[] = LISTED_FOLDERS,
): readonly string[] {
  return folders.flatMap((listed) => faultsOf(listed, files))
}

/** Importers that import each other, and exporters that do. What two of them need belongs in a helper. */
export function siblingImports(files: Files): readonly string[] {
  const folders = LISTED_FOLDERS.filter(({ folder }) => /importers|exporters/.test(folder))
  return folders.flatMap((listed) => [...files].flatMap(([file, text]) => siblingFaults(listed, file, text)))
}

function faultsOf({ folder, helpers }: ListedFolder, files: Files): readonly string[] {
  const entries = entriesOf(folder, files)
  if (entries.length === 0) return []
  const index = files.get(`${folder}/index.ts`)
  if (index === undefined) return [`${folder}: has no index.ts that lists what is in it`]
  const listed = listedEntries(folder, index)
  const things = entries.filter((entry) => entry !== 'index.ts' && !helpers.includes(entry))
  return [
    ...things
      .filter((thing) => !listed.has(thing))
      .map((thing) => `${folder}/${thing}: is not on the list in index.ts`),
    ...things
      .filter((thing) => !isTested(thing, files))
      .map((thing) => `${folder}/${thing}: no test names it`),
    ...helpers
      .filter((name) => listed.has(name))
      .map((name) => `${folder}/${name}: is a helper, and yet on the list`),
    ...scansOf(folder, index),
  ]
}

function entriesOf(folder: string, files: Files): readonly string[] {
  const names = [...files.keys()].filter((file) => isUnder(file, folder)).map((file) => entryOf(folder, file))
  return [...new Set(names)]
}

/** The file or folder directly inside `folder` that holds `file`. */
function entryOf(folder: string, file: string): string {
  return file.slice(folder.length + 1).split('/')[0] ?? ''
}

// A list names things, not types: an import that vanishes with the types lists nothing.
function listedEntries(folder: string, index: string): ReadonlySet<string> {
  const imports = importsOf(`${folder}/index.ts`, index).filter(
    (one) => !one.typeOnly && one.file !== undefined,
  )
  const inside = imports.filter((one) => isUnder(one.file!, folder))
  return new Set(inside.map((one) => entryOf(folder, one.file!)))
}

function scansOf(folder: string, index: string): readonly string[] {
  return /import\.meta\.glob|readdir/.test(index)
    ? [`${folder}/index.ts: lists by hand, never by a scan`]
    : []
}

// A test names a thing by its file (`add-step`) or by what the file exports (`addStep`).
function isTested(thing: string, files: Files): boolean {
  const name = thing.replace(/\.tsx?$/, '')
  const camel = name.replace(/-+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
  const pattern = new RegExp(`(?<![\\w-])(?:${escape(name)}|${escape(camel)})(?![\\w-])`)
  return [...files].some(
    ([file, text]) => /^test\/.*\.test\.tsx?$/.test(file) && !isOurs(file) && pattern.test(text),
  )
}

// The test of the walls names files of the house as examples; that is no test of them.
function isOurs(file: string): boolean {
  return file === 'test/architecture.test.ts'
}

function siblingFaults({ folder, helpers }: ListedFolder, file: string, text: string): readonly string[] {
  const own = isUnder(file, folder) ? entryOf(folder, file) : 'index.ts'
  if (own === 'index.ts' || helpers.includes(own)) return []
  const others = importsOf(file, text).filter((one) => {
    if (one.file === undefined || !isUnder(one.file, folder)) return false
    const entry = entryOf(folder, one.file)
    return entry !== own && !helpers.includes(entry)
  })
  return others.map(
    (one) => `${file}:${one.line}: may not import ${one.file}: each of ${folder} stands alone`,
  )
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

// Checks the folders that hold one thing a file: what is in the folder is on its list, and has a test.
import { importsOf } from './imports.ts'
import type { Files } from './source-files.ts'
import { isUnder } from './walls.ts'

export interface ListedFolder {
  readonly folder: string
  /** What is in the folder and is none of the things, by name: their type, what they share, the code that runs them. */
  readonly helpers: readonly string[]
}

/** Every folder with an explicit list in its `index.ts`. */
export const LISTED_FOLDERS: readonly ListedFolder[] = [
  {
    folder: 'shared/rules',
    helpers: [
      'pack-facts',
      'packs',
      'types',
      'severities',
      'run',
      'example',
      'gates',
      'loops',
      'places',
      'uncovered',
      'ungated',
      'fixes',
      'repeats',
      'tireless',
      'twice-after-pause',
      'stale',
      'expiry',
      'too-late',
      'superfluous',
      'released',
      'asking',
      'fingerprint',
      'refused-by-way',
      'principals',
      'staffing',
      'decision-conditions',
      'too-strong',
    ],
  },
  { folder: 'shared/importers', helpers: ['types', 'support'] },
  { folder: 'shared/exporters', helpers: ['types'] },
  {
    folder: 'shared/commands',
    helpers: [
      'apply',
      'changes',
      'complete-handoff',
      'edit',
      'entries',
      'fragment',
      'groups',
      'heal',
      'history',
      'history-log',
      'layout',
      'merging',
      'new-handoffs',
      'placing',
      'plain-json',
      'remove',
      'settle',
      'words',
    ],
  },
  { folder: 'shared/document/versions', helpers: ['migrate'] },
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

/** Helpers that are named here and are gone from their folder. */
export function goneHelpers(files: Files): readonly string[] {
  return LISTED_FOLDERS.flatMap(({ folder, helpers }) => {
    const entries = entriesOf(folder, files)
    const gone = helpers.filter((name) => entries.length > 0 && !entries.includes(name))
    return gone.map((name) => `${folder}/${name}: is named as a helper and does not exist`)
  })
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
  const things = entries.filter((entry) => entry !== 'index' && !helpers.includes(entry))
  return [
    ...things
      .filter((thing) => !listed.has(thing))
      .map((thing) => `${folder}/${thing}: is not on the list in index.ts`),
    ...things
      .filter((thing) => !isTested(thing, files))
      .map((thing) => `${folder}/${thing}: no test names it`),
    ...scansOf(folder, index),
  ]
}

function entriesOf(folder: string, files: Files): readonly string[] {
  const names = [...files.keys()].filter((file) => isUnder(file, folder)).map((file) => entryOf(folder, file))
  return [...new Set(names)]
}

/** The thing that `file` belongs to: `n8n.ts` and everything in `n8n/` are one. */
function entryOf(folder: string, file: string): string {
  return (file.slice(folder.length + 1).split('/')[0] ?? '').replace(/\.tsx?$/, '')
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
function isTested(name: string, files: Files): boolean {
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
  const own = isUnder(file, folder) ? entryOf(folder, file) : 'index'
  if (own === 'index' || helpers.includes(own)) return []
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

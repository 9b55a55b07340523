// Decisions about whole rules that hold for every document of a folder: `.baton/dispositions.json`, beside the document
// or in the nearest folder above it. They are never kept in other people's files.
import path from 'node:path'
import { checkSchema } from '../../shared/document/schema-faults.ts'
import { parseJson } from '../../shared/document/parse-json.ts'
import { WorkspaceDecisionsSchema } from '../../shared/model/disposition.ts'
import type { Disposition } from '../../shared/model/disposition.ts'
import { nodeFileSystem } from '../core/files/file-system.ts'
import { readTextFile } from '../core/files/read-file.ts'
import { HostError } from '../../shared/host/wire.ts'
import { faultText, InputError, STDIN } from './input.ts'
import type { Terminal } from './command.ts'

const WORKSPACE_FILE = path.join('.baton', 'dispositions.json')

interface Kept {
  /** Where they are kept; undefined where there is no such file. */
  readonly file: string | undefined
  readonly dispositions: readonly Disposition[]
}

const NONE: Kept = { file: undefined, dispositions: [] }

/** The decisions that hold around a document; around standard input, those of the folder. Throws an InputError. */
export async function workspaceDecisions(document: string, terminal: Terminal): Promise<Kept> {
  const start = document === STDIN ? terminal.folder : path.dirname(path.resolve(terminal.folder, document))
  for (const folder of foldersUpFrom(start)) {
    const file = path.join(folder, WORKSPACE_FILE)
    const text = await textOf(file)
    if (text !== undefined) return { file, dispositions: decisionsIn(text, file) }
  }
  return NONE
}

function foldersUpFrom(start: string): readonly string[] {
  const folders = [start]
  for (let folder = start; path.dirname(folder) !== folder;) {
    folder = path.dirname(folder)
    folders.push(folder)
  }
  return folders
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return (await readTextFile(nodeFileSystem, file)).text
  } catch (error) {
    if (error instanceof HostError && error.code === 'not-found') return undefined
    throw new InputError(file, error instanceof Error ? error.message : String(error))
  }
}

function decisionsIn(text: string, file: string): readonly Disposition[] {
  const parsed = parseJson(text)
  const checked = parsed.ok ? checkSchema(WorkspaceDecisionsSchema, parsed.value.value) : parsed
  if (checked.ok) return checked.value.dispositions
  throw new InputError(
    file,
    faultText(checked.faults.map(({ path: at, message }) => ({ path: `${file}: ${at}`, message }))),
  )
}

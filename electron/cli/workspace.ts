// Decisions about whole rules that hold for every document of a folder: `.baton/dispositions.json`, beside the document
// or in the nearest folder above it. They are never kept in other people's files.
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { checkSchema } from '../../shared/document/schema-faults.ts'
import { parseJson } from '../../shared/document/parse-json.ts'
import { WorkspaceDecisionsSchema } from '../../shared/model/disposition.ts'
import type { Disposition } from '../../shared/model/disposition.ts'
import { contentHash } from '../core/files/content-hash.ts'
import { nodeFileSystem } from '../core/files/file-system.ts'
import { readTextFile } from '../core/files/read-file.ts'
import { saveFile } from '../core/files/write-file.ts'
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
  return decisionsAround(start)
}

/** The decisions of the nearest file in `folder` or above it. Throws an InputError. */
export async function decisionsAround(folder: string): Promise<Kept> {
  for (const each of foldersUpFrom(folder)) {
    const file = path.join(each, WORKSPACE_FILE)
    const text = await textOf(file)
    if (text !== undefined) return { file, dispositions: decisionsIn(text, file) }
  }
  return NONE
}

/**
 * Keeps these decisions in the file that holds around `folder`, or in a new one in it. Answers the name of the file. A
 * file that somebody else wrote meanwhile is left as it is. Throws an InputError, or a HostError from saving.
 */
export async function keepDecisions(
  folder: string,
  change: (now: readonly Disposition[]) => readonly Disposition[],
): Promise<string> {
  const { file: there, dispositions } = await decisionsAround(folder)
  const file = there ?? path.join(folder, WORKSPACE_FILE)
  const text = there === undefined ? undefined : await textOf(there)
  const rest = text === undefined ? {} : (JSON.parse(text) as object)
  const next = { ...rest, version: 1, dispositions: change(dispositions) }
  await mkdir(path.dirname(file), { recursive: true })
  await saveFile(nodeFileSystem, {
    path: file,
    text: `${JSON.stringify(next, null, 2)}\n`,
    baseHash: text === undefined ? null : contentHash(Buffer.from(text, 'utf8')),
    replace: 'unchanged',
  })
  return file
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

// A file on the command line as a workflow: a document of ours, or a file of another tool, imported on the fly.
import path from 'node:path'
import { readDocument } from '../../shared/document/read.ts'
import { MAX_DOCUMENT_BYTES } from '../../shared/host/contract.ts'
import { importText } from '../../shared/importers/index.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import type { Fault } from '../../shared/support/result.ts'
import { nodeFileSystem } from '../core/files/file-system.ts'
import { readTextFile } from '../core/files/read-file.ts'
import type { Terminal } from './command.ts'
import { plain } from './terminal.ts'

/** Standard input, by the usual name. */
export const STDIN = '-'

export interface Input {
  readonly file: string
  readonly workflow: Workflow
  /** The text as it was read. */
  readonly text: string
  /** True for a document of a newer version, which must not be written. */
  readonly readOnly: boolean
  readonly imported: boolean
}

/** Why a file could not be used; `message` holds one line for each fault, each with its place. */
export class InputError extends Error {
  readonly file: string
  constructor(file: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.file = file
  }
}

/** Text of a file or of standard input. Throws an InputError. */
export async function readText(file: string, terminal: Terminal): Promise<string> {
  if (file === STDIN) return readStdin(terminal)
  try {
    return (await readTextFile(nodeFileSystem, path.resolve(terminal.folder, file))).text
  } catch (error) {
    throw new InputError(file, error instanceof Error ? error.message : String(error), { cause: error })
  }
}

async function readStdin(terminal: Terminal): Promise<string> {
  const text = await terminal.stdin(MAX_DOCUMENT_BYTES).catch(() => {
    throw new InputError(STDIN, 'standard input is not text in UTF-8')
  })
  if (text !== undefined) return text
  throw new InputError(STDIN, `standard input is longer than ${MAX_DOCUMENT_BYTES / 1024 / 1024} MB`)
}

/** Reads a workflow. Throws an InputError with every fault and its place. */
export async function readInput(file: string, terminal: Terminal): Promise<Input> {
  const text = await readText(file, terminal)
  const opened = readDocument(text)
  if (opened.ok) {
    const { workflow, readOnly } = opened.value
    return { file, workflow, text, readOnly, imported: false }
  }
  if (looksLikeOurs(text)) throw new InputError(file, faultText(opened.faults))
  const imported = importText(text, { name: path.basename(file, path.extname(file)) })
  if (!imported.ok) throw new InputError(file, faultText(imported.faults))
  return { file, workflow: imported.value.workflow, text, readOnly: false, imported: true }
}

/** One line for each fault: the place, then what is wrong. */
export function faultText(faults: readonly Fault[]): string {
  return faults.map(({ path: at, message }) => plain(at === '' ? message : `${at}: ${message}`)).join('\n')
}

function looksLikeOurs(text: string): boolean {
  return /"format"\s{0,20}:\s{0,20}"handoff"/.test(text.slice(0, 2_000_000))
}

// Where results go: standard output, or a file that is written so that a crash leaves the old one.
import path from 'node:path'
import { nodeFileSystem } from '../core/files/file-system.ts'
import { saveFile } from '../core/files/write-file.ts'
import type { CliOption, Terminal } from './command.ts'
import { STDIN } from './input.ts'

/** The version of everything that `--format json` prints; a change that breaks a reader raises it. */
export const OUTPUT_VERSION = 1

/** The option that every command with a result has. */
export const FORMAT_OPTION: CliOption = {
  type: 'string',
  value: 'text|json',
  says: 'how to print the result',
}

/** Prints a value as JSON: two spaces, one newline at the end. */
export function printJson(terminal: Terminal, value: unknown): void {
  terminal.out(`${JSON.stringify(value, null, 2)}\n`)
}

/** Writes to a file, or to standard output where the name is `-` or absent. */
export async function writeTo(terminal: Terminal, file: string | undefined, text: string): Promise<void> {
  if (file === undefined || file === STDIN) {
    terminal.out(text)
    return
  }
  const target = path.resolve(terminal.folder, file)
  await saveFile(nodeFileSystem, { path: target, text, baseHash: null, replace: 'always' })
}

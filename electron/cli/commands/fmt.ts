// baton fmt: the canonical form of documents, in place; the same workflow always has the same bytes.
import { readDocument } from '../../../shared/document/read.ts'
import { writeDocument } from '../../../shared/document/write.ts'
import { UsageError } from '../command.ts'
import type { CliCommand, ExitCode, Terminal, Words } from '../command.ts'
import { faultText, InputError, readText, STDIN } from '../input.ts'
import { writeTo } from '../output.ts'
import { plain } from '../terminal.ts'

export const fmt: CliCommand = {
  name: 'fmt',
  usage: 'fmt FILE… [--check]',
  says: 'Writes documents in their canonical form.',
  options: { check: { type: 'boolean', says: 'change nothing; exit code 1 where something would change' } },
  run: runFmt,
}

async function runFmt(words: Words, terminal: Terminal): Promise<ExitCode> {
  if (words.files.length === 0) throw new UsageError('Give at least one file.')
  const checks = words.options['check'] === true
  const codes: ExitCode[] = []
  for (const file of words.files) codes.push(await formatFile(file, checks, terminal))
  return codes.includes(2) ? 2 : codes.includes(1) ? 1 : 0
}

async function formatFile(file: string, checks: boolean, terminal: Terminal): Promise<ExitCode> {
  try {
    const text = await readText(file, terminal)
    const opened = readDocument(text)
    if (!opened.ok) throw new InputError(file, faultText(opened.faults))
    if (opened.value.readOnly)
      throw new InputError(file, opened.value.readOnlyBecause ?? 'it may not be written')
    const canonical = writeDocument(opened.value.workflow)
    if (checks) {
      if (canonical === text) return 0
      terminal.out(`${plain(file)} is not in canonical form\n`)
      return 1
    }
    if (file === STDIN || canonical !== text) await writeTo(terminal, file, canonical)
    return 0
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    terminal.err(
      `${error.message
        .split('\n')
        .map((line) => `${plain(file)}: ${line}`)
        .join('\n')}\n`,
    )
    return 2
  }
}

// The command line: finds the command, reads its words, runs it, and answers with 0, 1 or 2.
import { parseArgs } from 'node:util'
import { HostError } from '../../shared/host/wire.ts'
import { findInstallation } from '../core/installation.ts'
import { parseConfig, UsageError } from './command.ts'
import type { CliCommand, ExitCode, Terminal, Words } from './command.ts'
import { COMMANDS } from './commands/index.ts'
import { commandHelp, generalHelp, nearest } from './help.ts'
import { InputError } from './input.ts'
import { plain } from './terminal.ts'

process.stdout.on('error', ignoreClosedPipe)
process.stderr.on('error', ignoreClosedPipe)
process.exitCode = await main(process.argv.slice(2), terminalOf(process))

async function main(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    terminal.out(generalHelp(COMMANDS))
    return name === undefined ? 2 : 0
  }
  if (name === '--version' || name === '-V') {
    terminal.out(`${findInstallation(import.meta.dirname).version}\n`)
    return 0
  }
  const command = COMMANDS.find((each) => each.name === name)
  if (!command) {
    const near = nearest(
      name,
      COMMANDS.map((each) => each.name),
    )
    terminal.err(`baton: there is no command “${plain(name)}”${near ? `; did you mean ${near}?` : ''}\n`)
    return 2
  }
  return runCommand(command, rest, terminal)
}

async function runCommand(
  command: CliCommand,
  args: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  try {
    const words = readWords(command, args)
    if (words.options['help'] === true) {
      terminal.out(commandHelp(command))
      return 0
    }
    return await command.run(words, terminal)
  } catch (error) {
    terminal.err(`${explained(command, error)}\n`)
    return 2
  }
}

function readWords(command: CliCommand, args: readonly string[]): Words {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: parseConfig(command),
      allowPositionals: true,
    })
    return { files: positionals, options: values as Words['options'] }
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error })
  }
}

function explained(command: CliCommand, error: unknown): string {
  if (error instanceof UsageError) return `baton ${command.name}: ${plain(error.message)}`
  if (error instanceof HostError) return `baton ${command.name}: ${plain(error.message)}`
  if (error instanceof InputError) {
    const lines = error.message.split('\n').map((line) => `${plain(error.file)}: ${line}`)
    return lines.join('\n')
  }
  const message = error instanceof Error ? error.message : String(error)
  return `baton ${command.name}: something went wrong inside Baton: ${plain(message)}`
}

function terminalOf({ stdout, stderr, stdin, env, cwd }: NodeJS.Process): Terminal {
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    stdin: (most) => readAll(stdin, most),
    colours: stdout.isTTY && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
    progress: stderr.isTTY,
    folder: cwd(),
  }
}

// Stops reading beyond the limit, so that a pipe that never ends is refused like a file that is too long.
async function readAll(stdin: NodeJS.ReadStream, most: number): Promise<string | undefined> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of stdin) {
    parts.push(Buffer.from(part as Uint8Array))
    bytes += parts.at(-1)!.length
    if (bytes > most) return undefined
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts))
}

// `baton check … | head` closes the pipe while we write; that is no failure of ours.
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}

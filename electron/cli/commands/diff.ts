// baton diff: what is different between two workflows, and what that changes for people.
import { anyFails, differenceToday, LIMITS } from '../base.ts'
import { choiceOption, UsageError } from '../command.ts'
import type { CliCommand, ExitCode, Terminal, Words } from '../command.ts'
import { behaviourLines, changeLines, looseningLines } from '../difference-text.ts'
import { readInput, STDIN } from '../input.ts'
import { FORMAT_OPTION, OUTPUT_VERSION, printJson } from '../output.ts'
import { painter } from '../terminal.ts'

export const diff: CliCommand = {
  name: 'diff',
  usage: 'diff BEFORE AFTER [--fail-on error|warning|info|never] [--format text|json]',
  says: 'What changed between two workflows, and who is no longer asked.',
  options: {
    'fail-on': {
      type: 'string',
      value: 'LEVEL',
      says: 'from which severity on what is looser makes the exit code 1 (default error)',
    },
    format: FORMAT_OPTION,
  },
  run: runDiff,
}

async function runDiff(words: Words, terminal: Terminal): Promise<ExitCode> {
  const [first, second, ...others] = words.files
  if (first === undefined || second === undefined || others.length > 0)
    throw new UsageError(`Give exactly two files: baton ${diff.usage}`)
  if (first === STDIN && second === STDIN) throw new UsageError('Only one side can be standard input.')
  const limit = choiceOption(words, 'fail-on', LIMITS)
  const format = choiceOption(words, 'format', ['text', 'json'])
  const before = await readInput(first, terminal)
  const after = await readInput(second, terminal)
  const difference = await differenceToday(before.workflow, after.workflow)
  const { behavioural } = difference
  if (format === 'json') printJson(terminal, { version: OUTPUT_VERSION, ...difference })
  else {
    const paint = painter(terminal.colours)
    const lines = [
      ...looseningLines(behavioural.loosened, paint),
      ...behaviourLines(behavioural, paint),
      ...changeLines(difference, paint),
    ]
    terminal.out(`${lines.join('\n')}\n`)
  }
  return anyFails(behavioural.loosened, limit) ? 1 : 0
}

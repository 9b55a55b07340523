// What a command of the command line is, and what it gets to work with.
import type { ParseArgsConfig } from 'node:util'

/** 0 clean, 1 findings at or above the limit, 2 could not run. */
export type ExitCode = 0 | 1 | 2

type OptionConfig = NonNullable<ParseArgsConfig['options']>

export interface CliOption {
  readonly type: 'string' | 'boolean'
  readonly short?: string
  /** How the value is called in the help: `FILE`, `N`. */
  readonly value?: string
  readonly says: string
}

export interface Words {
  readonly files: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | undefined>>
}

/** The terminal, as a command sees it; tests hand in their own. */
export interface Terminal {
  /** Standard output. Resolves when the text is handed over; a closed pipe is not an error. */
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** All of standard input; undefined where it holds more than `most` bytes. Throws where it is no UTF-8. */
  readonly stdin: (most: number) => Promise<string | undefined>
  /** True where colours may be used on standard output. */
  readonly colours: boolean
  /** True where standard error is a terminal that can show progress. */
  readonly progress: boolean
  readonly folder: string
}

export interface CliCommand {
  readonly name: string
  readonly usage: string
  readonly says: string
  readonly options: Readonly<Record<string, CliOption>>
  readonly run: (words: Words, terminal: Terminal) => Promise<ExitCode>
}

/** Something that the person at the terminal can mend: shown as it is, exit code 2. */
export class UsageError extends Error {}

/** The options in the form that node:util wants. */
export function parseConfig(command: CliCommand): OptionConfig {
  const entries = Object.entries(command.options).map(([name, { type, short }]) => [
    name,
    short === undefined ? { type } : { type, short },
  ])
  return Object.fromEntries([...entries, ['help', { type: 'boolean', short: 'h' }]]) as OptionConfig
}

/** A text option, or undefined where it is not given. */
export function textOption({ options }: Words, name: string): string | undefined {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}

/** One of `choices`, the first where the option is not given. Throws a UsageError that lists them. */
export function choiceOption<T extends string>(words: Words, name: string, choices: readonly [T, ...T[]]): T {
  const value = textOption(words, name)
  if (value === undefined) return choices[0]
  const found = choices.find((choice) => choice === value)
  if (found === undefined) throw new UsageError(`--${name} ${value}: choose one of ${choices.join(', ')}.`)
  return found
}

/** A whole number between `least` and `most`; undefined where the option is not given. */
export function countOption(words: Words, name: string, least: number, most: number): number | undefined {
  const value = textOption(words, name)
  if (value === undefined) return undefined
  const count = /^\d{1,12}$/.test(value) ? Number(value) : Number.NaN
  if (!(count >= least && count <= most)) {
    throw new UsageError(`--${name} ${value}: give a whole number from ${least} to ${most}.`)
  }
  return count
}

/** The one file of a command that takes exactly one. */
export function onlyFile({ files }: Words, usage: string): string {
  const [file, ...others] = files
  if (file === undefined || others.length > 0) throw new UsageError(`Give exactly one file: baton ${usage}`)
  return file
}

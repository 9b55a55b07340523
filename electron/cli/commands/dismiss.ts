// baton dismiss: sets a rule aside for every document of a folder, in `.baton/dispositions.json`.
import os from 'node:os'
import path from 'node:path'
import { isMoment } from '../../../shared/model/disposition.ts'
import type { Disposition } from '../../../shared/model/disposition.ts'
import { SEVERITIES } from '../../../shared/model/finding.ts'
import { GUARDS } from '../../../shared/model/profile.ts'
import { RULES } from '../../../shared/rules/index.ts'
import { choiceOption, textOption, UsageError } from '../command.ts'
import type { CliCommand, ExitCode, Terminal, Words } from '../command.ts'
import { nearest } from '../help.ts'
import { FORMAT_OPTION, OUTPUT_VERSION, printJson } from '../output.ts'
import { plain } from '../terminal.ts'
import { decisionsAround, keepDecisions } from '../workspace.ts'

export const dismiss: CliCommand = {
  name: 'dismiss',
  usage:
    'dismiss [RULE --reason TEXT [--by NAME] [--until DAY] [--up-to LEVEL] | RULE --take-back] [--in FOLDER]',
  says: 'Sets a rule aside in every document of a folder; without one, lists what is set aside there.',
  options: {
    reason: { type: 'string', value: 'TEXT', says: 'why; it is shown wherever the rule would have spoken' },
    by: { type: 'string', value: 'NAME', says: 'who decides it (default: who is logged in)' },
    until: {
      type: 'string',
      value: 'DAY',
      says: 'only put off: from this day on (2027-01-31) it speaks again',
    },
    'up-to': {
      type: 'string',
      value: 'LEVEL',
      says: 'error, warning or info: what is more severe comes through (default warning)',
    },
    'take-back': { type: 'boolean', says: 'let the rule speak again' },
    in: {
      type: 'string',
      value: 'FOLDER',
      says: 'whose documents (default: here); the file in it or nearest above it is used, or a new one made in it',
    },
    format: FORMAT_OPTION,
  },
  run: runDismiss,
}

async function runDismiss(words: Words, terminal: Terminal): Promise<ExitCode> {
  const [rule, ...others] = words.files
  if (others.length > 0) throw new UsageError('Give one rule.')
  const folder = path.resolve(terminal.folder, textOption(words, 'in') ?? '.')
  const format = choiceOption(words, 'format', ['text', 'json'])
  const change = rule === undefined ? undefined : changeOf(knownRule(rule), words)
  const file = change && (await keepDecisions(folder, change))
  const kept = await decisionsAround(folder)
  if (format === 'json') {
    printJson(terminal, { version: OUTPUT_VERSION, file: kept.file ?? null, dispositions: kept.dispositions })
    return 0
  }
  terminal.out(kept.dispositions.length === 0 ? 'Nothing is set aside here.\n' : linesOf(kept.dispositions))
  if (file !== undefined) terminal.err(`written to ${plain(file)}\n`)
  return 0
}

/** A rule of Baton, or one of a pack as its findings call it: `payments/two-people`. */
function knownRule(typed: string): string {
  if (/^[\w.-]+\/[\w.-]+$/.test(typed)) return typed
  const rule = RULES.find(({ id }) => id.toLowerCase() === typed.toLowerCase())?.id
  if (rule === undefined) {
    if (typed.includes('@'))
      throw new UsageError(`${typed} is about one place: decide about it in the document.`)
    const near = nearest(
      typed.toUpperCase(),
      RULES.map(({ id }) => id),
    )
    throw new UsageError(`There is no rule “${typed}”${near ? `; did you mean ${near}?` : ''}`)
  }
  if (GUARDS.has(rule))
    throw new UsageError(
      `${rule} guards coverage: it can only be decided about one place at a time, in the document.`,
    )
  return rule
}

type Change = (now: readonly Disposition[]) => readonly Disposition[]

function changeOf(rule: string, words: Words): Change {
  const without: Change = (now) => now.filter(({ finding }) => finding !== rule)
  if (words.options['take-back'] === true) {
    return (now) => {
      const rest = without(now)
      if (rest.length === now.length) throw new UsageError(`${rule} is not set aside here.`)
      return rest
    }
  }
  const decision = decisionOf(rule, words)
  return (now) => [...without(now), decision].sort((a, b) => (a.finding < b.finding ? -1 : 1))
}

function decisionOf(rule: string, words: Words): Disposition {
  const reason = textOption(words, 'reason')?.trim() ?? ''
  if (reason === '') throw new UsageError('Say why: --reason TEXT.')
  const until = textOption(words, 'until')
  if (until !== undefined && !isMoment(until))
    throw new UsageError(`--until ${until}: give a day such as 2027-01-31.`)
  const upTo = textOption(words, 'up-to') === undefined ? 'warning' : choiceOption(words, 'up-to', SEVERITIES)
  return {
    finding: rule,
    scope: 'workspace',
    status: until === undefined ? 'dismissed' : 'snoozed',
    reason,
    by: textOption(words, 'by') ?? os.userInfo().username,
    at: new Date().toISOString(),
    facts: '',
    upTo,
    ...(until !== undefined && { until }),
  }
}

function linesOf(dispositions: readonly Disposition[]): string {
  return dispositions
    .map(({ finding, status, until, reason, by, upTo }) => {
      const how = status === 'snoozed' ? `put off until ${until ?? '?'}` : 'set aside'
      const most = upTo === undefined ? '' : `, up to ${upTo}`
      return `${plain(finding)}  ${plain(how)}${most}: ${plain(reason)}${by === '' ? '' : ` (${plain(by)})`}\n`
    })
    .join('')
}

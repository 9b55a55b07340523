// baton check: what is wrong with the design, and what is not covered.
import { applyDispositions } from '../../../shared/analysis/dispositions.ts'
import { analyse } from '../../../shared/analysis/analyse.ts'
import { SEVERITIES } from '../../../shared/model/finding.ts'
import type { Finding, Severity } from '../../../shared/model/finding.ts'
import type { Analysis } from '../../../shared/model/analysis.ts'
import { choiceOption, UsageError } from '../command.ts'
import type { CliCommand, ExitCode, Terminal, Words } from '../command.ts'
import { InputError, readInput } from '../input.ts'
import { FORMAT_OPTION, OUTPUT_VERSION, printJson } from '../output.ts'
import { counted, minutesText, painter, plain } from '../terminal.ts'
import type { Style } from '../terminal.ts'

const LIMITS = ['error', 'warning', 'info', 'never'] as const
type Limit = (typeof LIMITS)[number]

export const check: CliCommand = {
  name: 'check',
  usage: 'check FILE… [--fail-on error|warning|info|never] [--format text|json] [--quiet]',
  says: 'Findings and coverage of one or several workflows.',
  options: {
    'fail-on': {
      type: 'string',
      value: 'LEVEL',
      says: 'from which severity on the exit code is 1 (default error)',
    },
    format: FORMAT_OPTION,
    quiet: { type: 'boolean', short: 'q', says: 'print only what makes the exit code 1' },
  },
  run: runCheck,
}

interface Checked {
  readonly file: string
  readonly analysis: Analysis
  /** Findings that nobody has set aside. */
  readonly open: readonly Finding[]
  readonly dismissed: number
}

interface Unreadable {
  readonly file: string
  readonly faults: readonly string[]
}

async function runCheck(words: Words, terminal: Terminal): Promise<ExitCode> {
  if (words.files.length === 0) throw new UsageError('Give at least one file.')
  const limit = choiceOption(words, 'fail-on', LIMITS)
  const format = choiceOption(words, 'format', ['text', 'json'])
  const results: (Checked | Unreadable)[] = []
  for (const file of words.files) results.push(await checkFile(file, terminal))
  if (format === 'json') printJson(terminal, { version: OUTPUT_VERSION, files: results.map(toJson) })
  else
    terminal.out(
      results.map((result) => toText(result, terminal, words.options['quiet'] === true, limit)).join(''),
    )
  if (results.some((result) => 'faults' in result)) return 2
  return results.some((result) => 'open' in result && result.open.some((finding) => fails(finding, limit)))
    ? 1
    : 0
}

async function checkFile(file: string, terminal: Terminal): Promise<Checked | Unreadable> {
  try {
    const { workflow } = await readInput(file, terminal)
    const analysis = analyse(workflow)
    const { open, dismissed } = applyDispositions(analysis.findings, workflow)
    return { file, analysis, open, dismissed: dismissed.length }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    terminal.err(
      `${error.message
        .split('\n')
        .map((line) => `${plain(file)}: ${line}`)
        .join('\n')}\n`,
    )
    return { file, faults: error.message.split('\n') }
  }
}

function fails({ severity }: Finding, limit: Limit): boolean {
  return limit !== 'never' && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(limit)
}

function toJson(result: Checked | Unreadable): unknown {
  if ('faults' in result) return result
  const { file, analysis, open, dismissed } = result
  const { covered, counterexamples, placement } = analysis
  return { file, findings: open, dismissed, covered, counterexamples, placement }
}

const STYLES: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', info: 'blue' }

function toText(result: Checked | Unreadable, terminal: Terminal, quiet: boolean, limit: Limit): string {
  if ('faults' in result) return ''
  const paint = painter(terminal.colours)
  const { file, analysis, open, dismissed } = result
  const shown = quiet ? open.filter((finding) => fails(finding, limit)) : open
  const lines = shown.flatMap((finding) => [
    `  ${paint(STYLES[finding.severity], finding.severity.padEnd(7))} ${paint('bold', plain(finding.id))}  ${plain(finding.message)}`,
    ...(finding.path && finding.path.length > 1
      ? [paint('dim', `          ${plain(finding.path.join(' → '))}`)]
      : []),
  ])
  const counts = SEVERITIES.map((severity) =>
    counted(open.filter((f) => f.severity === severity).length, severity === 'info' ? 'note' : severity),
  )
  const covered = analysis.covered
    ? paint('green', 'covered')
    : paint('red', `${counted(analysis.counterexamples.length, 'action')} not covered`)
  const { placement } = analysis
  const cost = `${minutesText(placement.approvalMinutesPerRun)} of approvals a run when placed · ${minutesText(placement.baselines.gateEveryAction)} with every action gated · ${minutesText(placement.baselines.approveEveryStep)} with every step approved`
  const aside = dismissed > 0 ? ` · ${dismissed} dismissed` : ''
  const summary = quiet ? [] : [`  ${counts.join(', ')}${aside} · ${covered}`, paint('dim', `  ${cost}`)]
  if (lines.length + summary.length === 0) return ''
  return `${[paint('bold', plain(file)), ...lines, ...summary].join('\n')}\n`
}

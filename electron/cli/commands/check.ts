// baton check: what is wrong with the design, and what is not covered.
import { applyDispositions, countByStatus } from '../../../shared/analysis/dispositions.ts'
import type { DisposedFindings } from '../../../shared/analysis/dispositions.ts'
import { DISPOSITION_STATUSES } from '../../../shared/model/disposition.ts'
import type { DispositionStatus } from '../../../shared/model/disposition.ts'
import { SEVERITIES } from '../../../shared/model/finding.ts'
import type { Severity } from '../../../shared/model/finding.ts'
import { sensitivity } from '../../../shared/analysis/sensitivity.ts'
import type { Analysis } from '../../../shared/model/analysis.ts'
import type { Difference, Loosening } from '../../../shared/model/difference.ts'
import type { Sensitivity } from '../../../shared/model/sensitivity.ts'
import type { RulePack } from '../../../shared/model/rule-pack.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { analysisToday, today } from '../analysis.ts'
import { attentionLines } from '../attention-text.ts'
import { anyFails, differenceToday, fails, LIMITS, readBase } from '../base.ts'
import type { Limit } from '../base.ts'
import { choiceOption, textOption, UsageError } from '../command.ts'
import type { CliCommand, ExitCode, Terminal, Words } from '../command.ts'
import { looseningLines } from '../difference-text.ts'
import { InputError, readInput } from '../input.ts'
import { FORMAT_OPTION, OUTPUT_VERSION, printJson } from '../output.ts'
import { PROFILE_OPTION, underProfile } from '../profile-option.ts'
import { progressBar } from '../progress.ts'
import { RULES_OPTION, rulesOption, withRules } from '../rules-option.ts'
import { counted, minutesText, painter, plain } from '../terminal.ts'
import type { Style } from '../terminal.ts'

import { workspaceDecisions } from '../workspace.ts'

type Paint = ReturnType<typeof painter>

export const check: CliCommand = {
  name: 'check',
  usage:
    'check FILE… [--profile NAME] [--rules FILE] [--base REF] [--sensitivity] [--fail-on error|warning|info|never] [--show-dismissed] [--format text|json] [--quiet]',
  says: 'Findings and coverage of one or several workflows.',
  options: {
    'fail-on': {
      type: 'string',
      value: 'LEVEL',
      says: 'from which severity on the exit code is 1 (default error)',
    },
    'show-dismissed': {
      type: 'boolean',
      says: 'also list what people have set aside, in the document and in .baton/dispositions.json beside or above it',
    },
    profile: PROFILE_OPTION,
    rules: RULES_OPTION,
    base: {
      type: 'string',
      value: 'REF',
      says: 'a git revision of the same file, or another file: what is looser than there counts like a finding',
    },
    sensitivity: {
      type: 'boolean',
      says: 'also say what the placement hangs on: each single tag with other values, one at a time and without a solver',
    },
    format: FORMAT_OPTION,
    quiet: { type: 'boolean', short: 'q', says: 'print only what makes the exit code 1' },
  },
  run: runCheck,
}

interface Checked {
  readonly file: string
  readonly workflow: Workflow
  readonly analysis: Analysis
  readonly disposed: DisposedFindings
  /** Where it was asked for. */
  readonly sensitivity?: Sensitivity
  readonly base?: Base
}

interface Base {
  readonly reference: string
  /** Absent where the revision does not hold the file. */
  readonly difference?: Difference
}

interface Unreadable {
  readonly file: string
  readonly faults: readonly string[]
}

async function runCheck(words: Words, terminal: Terminal): Promise<ExitCode> {
  if (words.files.length === 0) throw new UsageError('Give at least one file.')
  const limit = choiceOption(words, 'fail-on', LIMITS)
  const format = choiceOption(words, 'format', ['text', 'json'])
  const show = words.options['show-dismissed'] === true
  const quiet = words.options['quiet'] === true
  const rules = await rulesOption(words, terminal)
  const results: (Checked | Unreadable)[] = []
  for (const file of words.files) results.push(await checkFile(file, { words, rules, terminal }))
  if (format === 'json')
    printJson(terminal, { version: OUTPUT_VERSION, files: results.map((each) => toJson(each, show)) })
  else terminal.out(results.map((result) => toText(result, terminal, { quiet, show, limit })).join(''))
  if (results.some((result) => 'faults' in result)) return 2
  return results.some(
    (result) =>
      'disposed' in result &&
      (result.disposed.open.some((finding) => fails(finding, limit)) || anyFails(loosenedIn(result), limit)),
  )
    ? 1
    : 0
}

interface CheckOptions {
  readonly words: Words
  readonly rules: RulePack | undefined
  readonly terminal: Terminal
}

async function checkFile(
  file: string,
  { words, rules, terminal }: CheckOptions,
): Promise<Checked | Unreadable> {
  try {
    const { workflow: read } = await readInput(file, terminal)
    const workflow = withRules(underProfile(words, read), rules)
    const analysis = await analysisToday(workflow)
    const { dispositions } = await workspaceDecisions(file, terminal)
    const options = { now: new Date().toISOString(), workspace: dispositions }
    const disposed = applyDispositions(analysis.findings, workflow, options)
    return {
      file,
      workflow,
      analysis,
      disposed,
      ...(await comparedWithBase(file, { words, rules, terminal }, workflow, analysis)),
      ...(words.options['sensitivity'] === true && { sensitivity: worked(workflow, terminal) }),
    }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    terminal.err(
      `${error.message
        .split('\n')
        .map((line) => `${plain(error.file)}: ${line}`)
        .join('\n')}\n`,
    )
    return { file, faults: error.message.split('\n') }
  }
}

function worked(workflow: Workflow, terminal: Terminal): Sensitivity {
  const work = sensitivity(workflow, { asOf: today() })
  let step = work.next()
  const bar = progressBar(terminal, step.done ? 0 : step.value.total)
  for (; !step.done; step = work.next()) bar.update(step.value.done)
  bar.end()
  return step.value
}

/** The base under its own profile: a change must not loosen the rules that it is judged by. */
async function comparedWithBase(
  file: string,
  { words, rules, terminal }: CheckOptions,
  workflow: Workflow,
  analysis: Analysis,
): Promise<{ readonly base?: Base }> {
  const reference = textOption(words, 'base')
  if (reference === undefined) return {}
  const read = await readBase(file, reference, terminal)
  if (!read) {
    terminal.err(`${plain(file)}: not in ${plain(reference)}, so there is nothing to compare it with\n`)
    return { base: { reference } }
  }
  const before = withRules(underProfile(words, read), rules)
  return { base: { reference, difference: await differenceToday(before, workflow, analysis) } }
}

function loosenedIn({ base }: Checked): readonly Loosening[] {
  return base?.difference?.behavioural.loosened ?? []
}

function toJson(result: Checked | Unreadable, show: boolean): unknown {
  if ('faults' in result) return result
  const { file, analysis, disposed } = result
  const { covered, counterexamples, placement, reviewing } = analysis
  const { open, dismissed, returned, orphaned } = disposed
  return {
    file,
    findings: open,
    dismissed: dismissed.length,
    decisions: { ...countByStatus(dismissed), returned: returned.length, orphaned: orphaned.length },
    ...(show && {
      aside: dismissed.map(({ finding, disposition }) => ({ finding, disposition })),
      orphaned,
    }),
    covered,
    counterexamples,
    placement,
    reviewing,
    ...(result.sensitivity && { sensitivity: result.sensitivity }),
    ...(result.base && { base: result.base }),
  }
}

const STYLES: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', info: 'blue' }

interface TextOptions {
  readonly quiet: boolean
  readonly show: boolean
  readonly limit: Limit
}

function toText(
  result: Checked | Unreadable,
  terminal: Terminal,
  { quiet, show, limit }: TextOptions,
): string {
  if ('faults' in result) return ''
  const paint = painter(terminal.colours)
  const { file, analysis, disposed } = result
  const { open } = disposed
  const shown = quiet ? open.filter((finding) => fails(finding, limit)) : open
  const lines = shown.flatMap((finding) => [
    `  ${paint(STYLES[finding.severity], finding.severity.padEnd(7))} ${paint('bold', plain(finding.id))}  ${plain(finding.message)}`,
    ...(finding.path && finding.path.length > 1
      ? [paint('dim', `          ${plain(finding.path.join(' → '))}`)]
      : []),
  ])
  const loosened = loosenedIn(result).filter((each) => !quiet || fails(each, limit))
  lines.push(...looseningLines(loosened, paint))
  if (show) lines.push(...asideLines(disposed).map((line) => paint('dim', line)))
  const counts = SEVERITIES.map((severity) =>
    counted(open.filter((f) => f.severity === severity).length, severity === 'info' ? 'note' : severity),
  )
  const covered = analysis.covered
    ? paint('green', 'covered')
    : paint('red', `${counted(analysis.counterexamples.length, 'action')} not covered`)
  const { placement } = analysis
  const risks = placement.waived.length
  const excused = risks > 0 ? paint('yellow', `, ${counted(risks, 'accepted risk')}`) : ''
  const { approvalMinutesPerRun, approvalMinutesWhenPlaced } = analysis.attention
  const own =
    placement.handoffs.length > 0
      ? `${minutesText(approvalMinutesWhenPlaced)} of approvals a run when what is suggested is placed`
      : `${minutesText(approvalMinutesPerRun)} of approvals a run`
  const cost = `${own} · ${minutesText(placement.baselines.gateEveryAction)} with every action gated · ${minutesText(placement.baselines.approveEveryStep)} with every step approved`
  const aside = asideCounts(disposed)
  const attention = attentionLines(analysis, result.workflow).map((line) => paint('dim', `  ${line}`))
  const summary = quiet
    ? []
    : [`  ${counts.join(', ')}${aside} · ${covered}${excused}`, paint('dim', `  ${cost}`), ...attention]
  if (lines.length + summary.length === 0) return ''
  const hangsOn = result.sensitivity ? sensitivityLines(result.sensitivity, paint) : []
  return `${[paint('bold', plain(file)), ...lines, ...summary, ...hangsOn].join('\n')}\n`
}

const STATUS_WORDS = {
  accepted: 'accepted',
  dismissed: 'dismissed',
  'covered-by': 'covered',
  snoozed: 'snoozed',
} as const satisfies Readonly<Record<DispositionStatus, string>>

/** ` · 2 dismissed, 1 snoozed`; empty where nothing is set aside. */
function asideCounts({ dismissed, returned, orphaned }: DisposedFindings): string {
  const counts = countByStatus(dismissed)
  const parts = [
    ...DISPOSITION_STATUSES.flatMap((status) =>
      counts[status] > 0 ? [`${counts[status]} ${STATUS_WORDS[status]}`] : [],
    ),
    ...(returned.length > 0 ? [`${returned.length} come back`] : []),
    ...(orphaned.length > 0 ? [`${orphaned.length} decided about nothing`] : []),
  ]
  return parts.length === 0 ? '' : ` · ${parts.join(', ')}`
}

function asideLines({ dismissed, orphaned }: DisposedFindings): string[] {
  return [
    ...dismissed.map(({ finding, disposition }) => {
      const { status, scope, until, reason } = disposition
      const wide =
        scope === 'file' ? ', whole rule here' : scope === 'workspace' ? ', whole rule everywhere' : ''
      const how = `${STATUS_WORDS[status]}${status === 'snoozed' && until ? ` until ${until}` : ''}${wide}`
      return `  ${how}: ${plain(finding.id)}  ${plain(finding.message)}${reason === '' ? '' : ` (${plain(reason)})`}`
    }),
    ...orphaned.map(
      ({ finding, reason }) =>
        `  about nothing: ${plain(finding)}${reason === '' ? '' : ` (${plain(reason)})`}`,
    ),
  ]
}

function sensitivityLines({ tried, unproven, untagged, effects }: Sensitivity, paint: Paint): string[] {
  const head = `  ${counted(effects.length, 'change')} of ${tried} would move something, each tag taken alone:`
  return [
    ...untagged.map(({ message }) => `  ${paint('yellow', 'untagged')} ${plain(message)}`),
    effects.length === 0
      ? paint('dim', `  None of ${tried} changes to a single tag would move anything.`)
      : head,
    ...effects.map(({ message }) => `    ${plain(message)}`),
    ...(unproven > 0
      ? [
          paint(
            'dim',
            `  For ${unproven} of ${tried} the placement is good but not proven the cheapest, so that less might move than is said.`,
          ),
        ]
      : []),
    paint('dim', '  Two tags that are wrong at once are not tried.'),
  ]
}

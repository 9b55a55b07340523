// baton suggest: the best placement, and on request the document with it.
import { acceptCommand } from '../../../shared/analysis/accept.ts'
import { paretoCurve } from '../../../shared/analysis/pareto.ts'
import { applyCommand } from '../../../shared/commands/apply.ts'
import { writeDocument } from '../../../shared/document/write.ts'
import type { Analysis } from '../../../shared/model/analysis.ts'
import type { Place } from '../../../shared/model/handoff.ts'
import type { ParetoCurve } from '../../../shared/model/pareto.ts'
import type { Placement } from '../../../shared/model/placement.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { analysisToday, today } from '../analysis.ts'
import { attentionLines } from '../attention-text.ts'
import { choiceOption, onlyFile, textOption } from '../command.ts'
import type { CliCommand, ExitCode, Terminal, Words } from '../command.ts'
import { readInput, STDIN } from '../input.ts'
import { FORMAT_OPTION, OUTPUT_VERSION, printJson, writeTo } from '../output.ts'
import { targetOf } from '../target.ts'
import { PROFILE_OPTION, underProfile } from '../profile-option.ts'
import { counted, minutesText, painter, plain } from '../terminal.ts'

export const suggest: CliCommand = {
  name: 'suggest',
  usage: 'suggest FILE [--profile NAME] [--apply] [-o OUT] [--pareto] [--format text|json]',
  says: 'The best placement of handoffs, with its certificate.',
  options: {
    apply: { type: 'boolean', says: 'write the handoffs into the document (FILE itself, or OUT)' },
    out: {
      type: 'string',
      short: 'o',
      value: 'OUT',
      says: 'where the document goes; “-” is standard output',
    },
    pareto: {
      type: 'boolean',
      says: 'also what asking more or fewer people would leave: minutes against harm',
    },
    profile: PROFILE_OPTION,
    format: FORMAT_OPTION,
  },
  run: runSuggest,
}

async function runSuggest(words: Words, terminal: Terminal): Promise<ExitCode> {
  const file = onlyFile(words, suggest.usage)
  const out = textOption(words, 'out')
  const format = choiceOption(words, 'format', ['text', 'json'])
  const read = await readInput(file, terminal)
  // What is placed for a profile is only right under it, so that the document follows it from then on.
  const input = { ...read, workflow: underProfile(words, read.workflow) }
  const analysis = await analysisToday(input.workflow)
  const applies = words.options['apply'] === true || out !== undefined
  const target = applies ? targetOf(input, out) : undefined
  // The document itself is the output then, and a report beside it would spoil it.
  if (target !== STDIN) {
    const { placement, certificate, reviewing } = analysis
    const pareto =
      words.options['pareto'] === true ? paretoCurve(input.workflow, { asOf: today() }) : undefined
    if (format === 'json')
      printJson(terminal, {
        version: OUTPUT_VERSION,
        placement,
        certificate,
        reviewing,
        ...(pareto && { pareto }),
      })
    else {
      terminal.out(placementText(input.workflow, analysis, terminal))
      if (pareto) terminal.out(paretoText(pareto, terminal))
    }
  }
  if (target !== undefined) {
    await writeTo(terminal, target, writeDocument(placed(input.workflow, analysis)))
    terminal.err(`placed ${counted(analysis.placement.handoffs.length, 'handoff')} in ${plain(target)}\n`)
  }
  return 0
}

function placed(workflow: Workflow, { placement }: Analysis): Workflow {
  const result = applyCommand(workflow, acceptCommand(workflow, placement.handoffs))
  if (!result.ok) throw new Error(result.faults.map(({ path, message }) => `${path}: ${message}`).join('; '))
  return result.value
}

function placementText(workflow: Workflow, analysis: Analysis, terminal: Terminal): string {
  const { placement } = analysis
  const paint = painter(terminal.colours)
  const rows = placement.handoffs.map(
    (h) =>
      `  ${paint('bold', `${h.kind} (${h.strength})`)} ${placeText(workflow, h.at)}  ${minutesText(h.minutes)}\n      ${plain(h.why)}`,
  )
  const removals = placement.remove.map(
    (id) =>
      `  ${paint('yellow', 'can go')} ${plain(id)}  as far as coverage goes: nothing is left open without it. --apply leaves it where it is.`,
  )
  const none =
    rows.length + removals.length === 0
      ? ['  Nothing to place: nothing here demands a person who is not asked already.']
      : []
  const risks = placement.waived.map(
    ({ step, strength, owner, expires, reason }) =>
      `  ${paint('yellow', 'accepted risk')} ${plain(step)} would need ${strength}; ${plain(owner)} answers for it until ${expires}: ${plain(reason)}`,
  )
  const impossible = placement.impossible.map(
    ({ action, strength, inTheWay }) =>
      `  ${paint('red', 'impossible')} ${plain(action)} needs ${strength}; ruled out: ${inTheWay.map((at) => placeText(workflow, at)).join(', ')}`,
  )
  return `${[
    ...rows,
    ...removals,
    ...none,
    ...risks,
    ...impossible,
    paint(
      'dim',
      `  ${minutesText(placement.approvalMinutesPerRun)} of approvals a run (${qualityOf(placement)}); every action gated ${minutesText(placement.baselines.gateEveryAction)}, every step approved ${minutesText(placement.baselines.approveEveryStep)}`,
    ),
    ...attentionLines(analysis, workflow).map((line) => paint('dim', `  ${line}`)),
  ].join('\n')}\n`
}

const FOUND_BY: Readonly<Record<Placement['method'], string>> = {
  elimination: 'worked out exactly',
  mip: 'by integer programming',
  'local-search': 'by local search',
}

// "0 %" would claim that nothing is cheaper, which is what has not been proven.
function qualityOf({ optimal, method, gap }: Placement): string {
  const found = FOUND_BY[method]
  if (optimal) return `nothing cheaper covers everything, ${found}`
  const most = gap < 0.01 ? 'less than 1' : String(Math.ceil(gap * 100))
  return `perhaps ${most} % dearer than the cheapest, ${found}`
}

function placeText({ transitions }: Workflow, at: Place): string {
  if ('before' in at) return `before ${plain(at.before)}`
  if ('start' in at) return `at ${plain(at.start)}`
  const found = transitions.find(({ id }) => id === at.on)
  return found ? `on ${plain(found.from)} → ${plain(found.to)}` : `on ${plain(at.on)}`
}

// Harm is in points of a scale, so that only shares of it are told; every figure rests on what is assumed of reviewers.
function paretoText({ points, method, harmUnasked, suggested }: ParetoCurve, terminal: Terminal): string {
  const paint = painter(terminal.colours)
  const share = (harm: number): string =>
    harmUnasked > 0 ? `${((harm / harmUnasked) * 100).toFixed(1)} %` : '0 %'
  const rows = points.map(
    ({ minutes, harm, covered, handoffs }, i) =>
      `  ${minutesText(minutes).padStart(10)}  ${share(harm).padStart(7)} of the harm left  ${counted(handoffs.length, 'handoff')}${covered ? '' : ', confirmations left out'}${i === suggested ? '  (suggested)' : ''}`,
  )
  const found =
    method === 'exact'
      ? 'every combination was tried'
      : 'more than 60,000 combinations, so found by adding and exchanging one by one; others may be better'
  const lines = [
    'human minutes a run against expected harm, as far as what is assumed of reviewers is right',
    found,
    'handoffs that stand in the document stay at every point',
  ]
  return `${['', ...rows, ...lines.map((line) => paint('dim', `  ${line}`))].join('\n')}\n`
}

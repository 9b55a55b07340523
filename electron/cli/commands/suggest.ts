// baton suggest: the best placement, and on request the document with it.
import { acceptCommand } from '../../../shared/analysis/accept.ts'
import { analyse } from '../../../shared/analysis/analyse.ts'
import { applyCommand } from '../../../shared/commands/apply.ts'
import { writeDocument } from '../../../shared/document/write.ts'
import type { Analysis } from '../../../shared/model/analysis.ts'
import type { Place } from '../../../shared/model/handoff.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { choiceOption, onlyFile, textOption, UsageError } from '../command.ts'
import type { CliCommand, ExitCode, Terminal, Words } from '../command.ts'
import { readInput, STDIN } from '../input.ts'
import type { Input } from '../input.ts'
import { FORMAT_OPTION, OUTPUT_VERSION, printJson, writeTo } from '../output.ts'
import { minutesText, painter, plain } from '../terminal.ts'

export const suggest: CliCommand = {
  name: 'suggest',
  usage: 'suggest FILE [--apply] [-o OUT] [--format text|json]',
  says: 'The best placement of handoffs, with its certificate.',
  options: {
    apply: { type: 'boolean', says: 'write the handoffs into the document (FILE itself, or OUT)' },
    out: {
      type: 'string',
      short: 'o',
      value: 'OUT',
      says: 'where the document goes; “-” is standard output',
    },
    format: FORMAT_OPTION,
  },
  run: runSuggest,
}

async function runSuggest(words: Words, terminal: Terminal): Promise<ExitCode> {
  const file = onlyFile(words, suggest.usage)
  const out = textOption(words, 'out')
  const format = choiceOption(words, 'format', ['text', 'json'])
  const input = await readInput(file, terminal)
  const analysis = analyse(input.workflow)
  const applies = words.options['apply'] === true || out !== undefined
  const target = applies ? targetOf(input, out) : undefined
  // The document itself is the output then, and a report beside it would spoil it.
  if (target !== STDIN) {
    const { placement, certificate } = analysis
    if (format === 'json') printJson(terminal, { version: OUTPUT_VERSION, placement, certificate })
    else terminal.out(placementText(input.workflow, analysis, terminal))
  }
  if (target !== undefined) await writeTo(terminal, target, writeDocument(placed(input.workflow, analysis)))
  return 0
}

function targetOf({ file, readOnly, imported }: Input, out: string | undefined): string {
  if (readOnly) throw new UsageError('The document is of a newer version of Baton, so it is not written.')
  if (out !== undefined) return out
  if (imported) throw new UsageError(`${file} is no Baton document; say with -o where the document goes.`)
  return file
}

function placed(workflow: Workflow, { placement }: Analysis): Workflow {
  const result = applyCommand(workflow, acceptCommand(workflow, placement.handoffs))
  if (!result.ok) throw new Error(result.faults.map(({ path, message }) => `${path}: ${message}`).join('; '))
  return result.value
}

function placementText(workflow: Workflow, { placement }: Analysis, terminal: Terminal): string {
  const paint = painter(terminal.colours)
  const rows = placement.handoffs.map(
    (h) =>
      `  ${paint('bold', `${h.kind} (${h.strength})`)} ${placeText(workflow, h.at)}  ${minutesText(h.minutes)}\n      ${plain(h.why)}`,
  )
  const removals = placement.remove.map((id) => `  ${paint('yellow', 'can go')} ${plain(id)}`)
  const none =
    rows.length + removals.length === 0
      ? ['  Nothing to place: nothing here demands a person who is not asked already.']
      : []
  const quality = placement.optimal
    ? 'nothing cheaper covers everything'
    : `within ${Math.round(placement.gap * 100)} % of the cheapest`
  return `${[
    ...rows,
    ...removals,
    ...none,
    paint(
      'dim',
      `  ${minutesText(placement.approvalMinutesPerRun)} of approvals a run (${quality}); every action gated ${minutesText(placement.baselines.gateEveryAction)}, every step approved ${minutesText(placement.baselines.approveEveryStep)}`,
    ),
  ].join('\n')}\n`
}

function placeText({ transitions }: Workflow, at: Place): string {
  if ('before' in at) return `before ${plain(at.before)}`
  if ('start' in at) return `at ${plain(at.start)}`
  const found = transitions.find(({ id }) => id === at.on)
  return found ? `on ${plain(found.from)} → ${plain(found.to)}` : `on ${plain(at.on)}`
}

// baton import: a document made of a file of another tool, with an honest report.
import path from 'node:path'
import { applyCommand } from '../../../shared/commands/apply.ts'
import { writeDocument } from '../../../shared/document/write.ts'
import { importers, importText } from '../../../shared/importers/index.ts'
import type { ImportReport, ReportItem } from '../../../shared/importers/types.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { layoutWorkflow } from '../../../shared/report/layout.ts'
import { choiceOption, onlyFile, textOption } from '../command.ts'
import type { CliCommand, ExitCode, Terminal, Words } from '../command.ts'
import { faultText, InputError, readInput, readText, STDIN } from '../input.ts'
import { FORMAT_OPTION, OUTPUT_VERSION, printJson, writeTo } from '../output.ts'
import { counted, painter, plain } from '../terminal.ts'

export const importCommand: CliCommand = {
  name: 'import',
  usage: 'import FILE [--from ID] [-o OUT] [--onto DOCUMENT] [--format text|json]',
  says: 'Makes a document of a file of another tool.',
  options: {
    from: {
      type: 'string',
      value: 'ID',
      says: `the format, where it cannot be told: ${importers.map(({ id }) => id).join(', ')}`,
    },
    out: {
      type: 'string',
      short: 'o',
      value: 'OUT',
      says: 'where the document goes; “-” is standard output',
    },
    onto: {
      type: 'string',
      value: 'DOCUMENT',
      says: 'bring this document up to date with the file; handoffs, tags and decisions stay (written to it, or to -o)',
    },
    format: FORMAT_OPTION,
  },
  run: runImport,
}

async function runImport(words: Words, terminal: Terminal): Promise<ExitCode> {
  const file = onlyFile(words, importCommand.usage)
  const out = textOption(words, 'out')
  const from = textOption(words, 'from')
  const format = choiceOption(words, 'format', ['text', 'json'])
  const text = await readText(file, terminal)
  const name = file === STDIN ? '' : path.basename(file, path.extname(file))
  const imported = importText(text, { name, ...(from === undefined ? {} : { from }) })
  if (!imported.ok) throw new InputError(file, faultText(imported.faults))
  const { workflow, report } = imported.value
  const onto = textOption(words, 'onto')
  const target = out ?? onto
  const whole = placed(onto === undefined ? workflow : await mergedOnto(onto, workflow, terminal))
  if (target !== undefined) await writeTo(terminal, target, writeDocument(whole))
  if (out === STDIN) return 0
  if (format === 'json') printJson(terminal, { version: OUTPUT_VERSION, ...report })
  else terminal.out(reportText(report, terminal))
  return 0
}

/** The document with the file over it. Throws an InputError where it is none of ours, or must not be written. */
async function mergedOnto(file: string, imported: Workflow, terminal: Terminal): Promise<Workflow> {
  const { workflow, readOnly, imported: isForeign } = await readInput(file, terminal)
  if (isForeign || readOnly) throw new InputError(file, 'a document of this version is needed to import onto')
  const merged = applyCommand(workflow, { type: 'mergeImport', imported })
  if (!merged.ok) throw new InputError(file, faultText(merged.faults))
  return merged.value
}

// Formats without positions get a layout, so that the document opens as a drawing.
function placed(workflow: Workflow): Workflow {
  const known = workflow.layout.steps
  if (workflow.steps.every(({ id }) => Object.hasOwn(known, id))) return workflow
  return { ...workflow, layout: { ...workflow.layout, steps: layoutWorkflow(workflow) } }
}

function reportText(
  { format, source, steps, transitions, human, repairs, guesses, blindSpots }: ImportReport,
  terminal: Terminal,
): string {
  const paint = painter(terminal.colours)
  const section = (title: string, items: readonly ReportItem[]): string[] =>
    items.length === 0
      ? []
      : [
          paint('bold', title),
          ...items.map(
            ({ message, place, count }) =>
              `  ${plain(message)}${count === undefined ? '' : ` (${count})`}  ${paint('dim', plain(place))}`,
          ),
        ]
  return `${[
    `${format}: ${counted(source.nodes, 'node')} and ${counted(source.edges, 'edge')} became ${counted(steps, 'step')} and ${counted(transitions, 'transition')}, ${human} of them with a person.`,
    ...section('Mended', repairs),
    ...section('Guessed', guesses),
    ...section('Cannot be seen from the file', blindSpots),
  ].join('\n')}\n`
}

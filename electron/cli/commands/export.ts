// baton export: files for a runtime, with what is lost on the way.
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { exporters } from '../../../shared/exporters/index.ts'
import type { Exported, Exporter } from '../../../shared/exporters/types.ts'
import { buildPolicy } from '../../../shared/policy/build.ts'
import { proofOf } from '../../../shared/report/proof.ts'
import { proofTexts } from '../../../shared/report/proof-text.ts'
import { drawWorkflow } from '../../../shared/report/svg.ts'
import { fileError } from '../../core/files/file-error.ts'
import { analysisToday, today } from '../analysis.ts'
import { choiceOption, onlyFile, textOption, UsageError } from '../command.ts'
import type { CliCommand, ExitCode, Terminal, Words } from '../command.ts'
import { readInput, STDIN } from '../input.ts'
import { FORMAT_OPTION, OUTPUT_VERSION, printJson, writeTo } from '../output.ts'
import { painter, plain } from '../terminal.ts'
import { workspaceDecisions } from '../workspace.ts'

const TARGETS = exporters.map(({ id }) => id).join('|')

export const exportCommand: CliCommand = {
  name: 'export',
  usage: `export FILE --target ${TARGETS} [-o FOLDER] [--strict] [--format text|json]`,
  says: 'Files for a runtime, with what is lost on the way.',
  options: {
    target: { type: 'string', short: 't', value: 'ID', says: `what to write: ${TARGETS}` },
    out: {
      type: 'string',
      short: 'o',
      value: 'FOLDER',
      says: 'where the files go (default: here); “-” is standard output',
    },
    strict: { type: 'boolean', says: 'write nothing where something would be lost' },
    format: FORMAT_OPTION,
  },
  run: runExport,
}

async function runExport(words: Words, terminal: Terminal): Promise<ExitCode> {
  const file = onlyFile(words, exportCommand.usage)
  const target = targetOf(words)
  const format = choiceOption(words, 'format', ['text', 'json'])
  const out = textOption(words, 'out')
  const { workflow } = await readInput(file, terminal)
  const analysis = await analysisToday(workflow)
  const { dispositions } = await workspaceDecisions(file, terminal)
  const decisions = { now: new Date().toISOString(), workspace: dispositions }
  const exported = target.write({
    workflow,
    analysis,
    policy: buildPolicy(workflow, analysis, { asOf: today() }),
    baseName: file === STDIN ? 'workflow' : path.basename(file, path.extname(file)),
    draw: () => drawWorkflow(workflow, { analysis, decisions }),
    prove: () => proofTexts(workflow, proofOf(workflow, analysis, { asOf: today() }), today()),
  })
  const lost = exported.losses.some(({ verdict }) => verdict === 'lost')
  const refused = words.options['strict'] === true && lost
  if (!refused) await writeFiles(exported, out, terminal)
  if (out !== STDIN || refused) report(target, exported, refused, format, terminal)
  return refused ? 1 : 0
}

async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw fileError(error, folder, 'made')
  })
}

function targetOf(words: Words): Exporter {
  const id = textOption(words, 'target')
  const found = exporters.find((exporter) => exporter.id === id)
  if (!found) throw new UsageError(`Say with --target what to write: ${TARGETS}.`)
  return found
}

async function writeFiles({ files }: Exported, out: string | undefined, terminal: Terminal): Promise<void> {
  if (out !== undefined && out !== STDIN) await makeFolder(path.resolve(terminal.folder, out))
  for (const { name, text } of files) {
    await writeTo(terminal, out === STDIN ? STDIN : path.join(out ?? '.', name), text)
  }
}

function report(
  target: Exporter,
  { files, losses }: Exported,
  refused: boolean,
  format: 'text' | 'json',
  terminal: Terminal,
): void {
  const names = refused ? [] : files.map(({ name }) => name)
  if (format === 'json') {
    printJson(terminal, { version: OUTPUT_VERSION, target: target.id, files: names, losses })
    return
  }
  const paint = painter(terminal.colours)
  const lines = alike(losses).map(({ handoffs, field, verdict, why }) => {
    const word = paint(verdict === 'lost' ? 'red' : 'yellow', verdict)
    const [first] = handoffs
    const of = handoffs.length === 1 ? first! : `${handoffs.length} handoffs`
    return `  ${word}  ${plain(field)} of ${plain(of)}: ${plain(why)}`
  })
  const head = refused
    ? ['Nothing was written, because something would be lost:']
    : names.map((name) => `wrote ${plain(name)}`)
  terminal.out(`${[...head, ...lines].join('\n')}\n`)
}

type Loss = Exported['losses'][number]

/** What is lost of several handoffs for the same reason is said once; `--format json` lists each. */
function alike(
  losses: readonly Loss[],
): readonly (Omit<Loss, 'handoff'> & { readonly handoffs: readonly string[] })[] {
  const groups = new Map<string, Omit<Loss, 'handoff'> & { readonly handoffs: string[] }>()
  for (const { handoff, ...loss } of losses) {
    const key = JSON.stringify([loss.verdict, loss.field, loss.why])
    const group = groups.get(key)
    if (group) group.handoffs.push(handoff)
    else groups.set(key, { ...loss, handoffs: [handoff] })
  }
  return [...groups.values()]
}

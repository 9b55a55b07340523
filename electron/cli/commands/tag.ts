// baton tag: what steps that nobody has tagged seem to do, and on request the document with these tags.
import { applyCommand } from '../../../shared/commands/apply.ts'
import { writeDocument } from '../../../shared/document/write.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'
import { acceptTags } from '../../../shared/tagging/accept.ts'
import { suggestTags, untaggedSteps } from '../../../shared/tagging/suggest.ts'
import type { TagSuggestion } from '../../../shared/tagging/suggest.ts'
import { onlyFile, textOption } from '../command.ts'
import type { CliCommand, ExitCode, Terminal, Words } from '../command.ts'
import { readInput, STDIN } from '../input.ts'
import { writeTo } from '../output.ts'
import { targetOf } from '../target.ts'
import { counted, plain } from '../terminal.ts'

export const tag: CliCommand = {
  name: 'tag',
  usage: 'tag FILE [--apply] [-o OUT]',
  says: 'Suggests tags for untagged steps from their names, verbs and kinds, each with its reason.',
  options: {
    apply: { type: 'boolean', says: 'write the tags into the document (FILE itself, or OUT)' },
    out: {
      type: 'string',
      short: 'o',
      value: 'OUT',
      says: 'where the document goes; “-” is standard output',
    },
  },
  run: runTag,
}

async function runTag(words: Words, terminal: Terminal): Promise<ExitCode> {
  const out = textOption(words, 'out')
  const input = await readInput(onlyFile(words, tag.usage), terminal)
  const suggestions = [...suggestTags(input.workflow).values()]
  const applies = words.options['apply'] === true || out !== undefined
  const target = applies ? targetOf(input, out) : undefined
  // The document itself is the output then, and a report beside it would spoil it.
  if (target !== STDIN) terminal.out(textOf(input.workflow, suggestions))
  if (target !== undefined) {
    await writeTo(terminal, target, writeDocument(tagged(input.workflow, suggestions)))
    terminal.err(`tagged ${counted(suggestions.length, 'step')} in ${plain(target)}\n`)
  }
  return 0
}

function tagged(workflow: Workflow, suggestions: readonly TagSuggestion[]): Workflow {
  const result = applyCommand(workflow, acceptTags(suggestions))
  if (!result.ok) throw new Error(result.faults.map(({ path, message }) => `${path}: ${message}`).join('; '))
  return result.value
}

function textOf(workflow: Workflow, suggestions: readonly TagSuggestion[]): string {
  const names = new Map(workflow.steps.map(({ id, name }) => [id, name || id]))
  const lines = suggestions.map(({ step, consequence, uncertainty }) => {
    const tags = [
      consequence?.level !== undefined && `consequence ${consequence.level}`,
      uncertainty?.level !== undefined && `uncertainty ${uncertainty.level}`,
    ].filter((part) => part !== false)
    const why = [consequence?.basis, uncertainty?.basis].filter((basis) => basis !== undefined)
    return `  ${plain(names.get(step)!)}: ${tags.join(', ')}\n      ${plain(why.join('; '))}\n`
  })
  const count = untaggedSteps(workflow).length
  return `${lines.join('')}${counted(count, 'step')} untagged, ${suggestions.length} with a suggestion\n`
}

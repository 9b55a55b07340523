// `--rules FILE`: looks at a document as if it held this rule pack, in the place of another version of it.
import { readRulesFile } from '../../shared/rules/packs/check.ts'
import type { RulePack } from '../../shared/model/rule-pack.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { textOption } from './command.ts'
import type { CliOption, Terminal, Words } from './command.ts'
import { faultText, InputError, readText } from './input.ts'

export const RULES_OPTION: CliOption = {
  type: 'string',
  value: 'FILE',
  says: 'also ask the rules of this pack (*.rules.json), in the place of the version that the document holds',
}

/** The pack that `--rules` names; undefined without it. Throws an InputError with every fault and its place. */
export async function rulesOption(words: Words, terminal: Terminal): Promise<RulePack | undefined> {
  const file = textOption(words, 'rules')
  if (file === undefined) return undefined
  const read = readRulesFile(await readText(file, terminal))
  if (read.ok) return read.value
  throw new InputError(file, faultText(read.faults))
}

/** The workflow with the pack in it. */
export function withRules(workflow: Workflow, pack: RulePack | undefined): Workflow {
  if (!pack) return workflow
  const others = (workflow.rulePacks ?? []).filter(({ id }) => id !== pack.id)
  return { ...workflow, rulePacks: [...others, pack] }
}

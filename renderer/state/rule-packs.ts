// Putting rule packs into the active document and taking them out. Each of these is one undo step.
import type { PackRule, RulePack } from '../../shared/model/rule-pack.ts'
import { RULES_FORMAT, RULES_VERSION } from '../../shared/model/rule-pack.ts'
import { checkRulePack, readRulesFile } from '../../shared/rules/packs/check.ts'
import type { Result } from '../../shared/support/result.ts'
import { runCommand } from './edit.ts'
import { exportText, pickText } from './pick.ts'
import { openDialog } from './dialogs.ts'

/** Asks for a `*.rules.json` file, reads it, and comes back to the dialog with what is in it. */
export async function pickRulePack(): Promise<void> {
  const picked = await pickText({ name: 'Rule packs', extensions: ['json'] })
  openDialog({
    kind: 'rule-packs',
    ...(picked && { picked: { file: picked.name, read: readRulesFile(picked.text) } }),
  })
}

/** Puts a pack into the document, in the place of another version of it. */
export function putRulePack(pack: RulePack): boolean {
  return runCommand({ type: 'setRulePack', pack })
}

/** Takes a pack out of the document. */
export function takeOutRulePack(id: string): boolean {
  return runCommand({ type: 'removeRulePack', id })
}

/** The pack with this rule in it, in the place of the one of the same id; checked like a pack from a file. */
export function withRule(pack: RulePack, rule: PackRule): Result<RulePack> {
  const known = pack.rules.some(({ id }) => id === rule.id)
  const rules = known ? pack.rules.map((each) => (each.id === rule.id ? rule : each)) : [...pack.rules, rule]
  return checkRulePack({ ...pack, rules })
}

/** Saves a pack to a file of its own, for other documents. */
export async function saveRulePack(pack: RulePack): Promise<void> {
  const text = JSON.stringify({ format: RULES_FORMAT, formatVersion: RULES_VERSION, ...pack }, null, 2)
  await exportText(`${pack.id}.rules.json`, 'json', `${text}\n`)
}

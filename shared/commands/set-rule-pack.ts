// Puts a rule pack into the document, or replaces the one of the same id by another version. Whether its examples do
// what they say is checked by whoever reads the pack (shared/rules/packs/check.ts): rules come after edits.
import { z } from 'zod'
import { named } from './words.ts'
import { RulePackSchema } from '../model/rule-pack.ts'
import { canonicalJson } from '../support/canonical-json.ts'
import { ok } from '../support/result.ts'
import type { Edit } from './edit.ts'
import type { DeepReadonly } from '../support/readonly.ts'

const schema = z.strictObject({ type: z.literal('setRulePack'), pack: RulePackSchema })
type SetRulePack = DeepReadonly<z.input<typeof schema>>
type Checked = DeepReadonly<z.output<typeof schema>>

export const setRulePack: Edit<SetRulePack, Checked> = {
  type: 'setRulePack',
  schema,
  label: ({ pack }) => `set rule pack ${named(pack.title, 'pack')}`,
  apply(workflow, { pack }) {
    const packs = workflow.rulePacks ?? []
    const before = packs.find(({ id }) => id === pack.id)
    if (before && canonicalJson(before) === canonicalJson(pack)) return ok(workflow)
    return ok({ ...workflow, rulePacks: [...packs.filter((each) => each !== before), pack] })
  },
}

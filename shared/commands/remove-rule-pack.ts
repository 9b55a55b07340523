// Takes a rule pack out of the document. Decisions about its findings stay: they count again when it comes back.
import { z } from 'zod'
import { missingId, refusal } from './entries.ts'
import { ok } from '../support/result.ts'
import type { Edit } from './edit.ts'
import type { DeepReadonly } from '../support/readonly.ts'

const schema = z.strictObject({ type: z.literal('removeRulePack'), id: z.string() })
type RemoveRulePack = DeepReadonly<z.input<typeof schema>>

export const removeRulePack: Edit<RemoveRulePack> = {
  type: 'removeRulePack',
  schema,
  label: () => 'remove rule pack',
  apply(workflow, { id }) {
    const { rulePacks = [], ...rest } = workflow
    const missing = missingId(rulePacks, id, 'rule pack')
    if (missing.length > 0) return refusal(missing)
    const kept = rulePacks.filter((pack) => pack.id !== id)
    return ok({ ...rest, ...(kept.length > 0 && { rulePacks: kept }) })
  },
}

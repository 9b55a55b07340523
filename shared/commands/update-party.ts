// Changes fields of a party.
import { z } from 'zod'
import { changesSchema, withChanges } from './changes.ts'
import { changeIds, missingId, refusal } from './entries.ts'
import { ok } from '../support/result.ts'
import type { Edit } from './edit.ts'
import type { Party } from '../model/party.ts'
import type { DeepReadonly } from '../support/readonly.ts'

const schema = z.strictObject({ type: z.literal('updateParty'), id: z.string(), set: changesSchema<Party>() })
type UpdateParty = DeepReadonly<z.input<typeof schema>>

export const updateParty: Edit<UpdateParty> = {
  type: 'updateParty',
  schema,
  label: () => 'change party',
  apply(workflow, { id, set }) {
    const missing = missingId(workflow.parties, id, 'party')
    if (missing.length > 0) return refusal(missing)
    const parties = changeIds(workflow.parties, new Set([id]), (entry) =>
      withChanges(entry, set, ['minutes']),
    )
    return ok({ ...workflow, parties })
  },
}

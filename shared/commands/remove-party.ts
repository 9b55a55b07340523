// Deletes a party, and its name wherever it stands.
import { z } from 'zod'
import { missingId, refusal } from './entries.ts'
import { withoutParty } from './remove.ts'
import { ok } from '../support/result.ts'
import type { Edit } from './edit.ts'
import type { DeepReadonly } from '../support/readonly.ts'

const schema = z.strictObject({ type: z.literal('removeParty'), id: z.string() })
type RemoveParty = DeepReadonly<z.input<typeof schema>>

export const removeParty: Edit<RemoveParty> = {
  type: 'removeParty',
  schema,
  label: () => 'delete party',
  apply(workflow, { id }) {
    const missing = missingId(workflow.parties, id, 'party')
    return missing.length > 0 ? refusal(missing) : ok(withoutParty(workflow, id))
  },
}

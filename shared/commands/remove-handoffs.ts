// Deletes handoffs.
import { z } from 'zod'
import { missingIds, refusal } from './entries.ts'
import { withoutHandoffs } from './remove.ts'
import { counted } from './words.ts'
import { ok } from '../support/result.ts'
import type { Edit } from './edit.ts'
import type { DeepReadonly } from '../support/readonly.ts'

const schema = z.strictObject({ type: z.literal('removeHandoffs'), ids: z.array(z.string()).min(1) })
type RemoveHandoffs = DeepReadonly<z.input<typeof schema>>

export const removeHandoffs: Edit<RemoveHandoffs> = {
  type: 'removeHandoffs',
  schema,
  label: ({ ids }) => `delete ${counted(ids.length, 'handoff')}`,
  apply(workflow, { ids }) {
    const missing = missingIds(workflow.handoffs, ids, 'handoff')
    return missing.length > 0 ? refusal(missing) : ok(withoutHandoffs(workflow, new Set(ids)))
  },
}

// Disconnects: deletes transitions and the handoffs on them.
import { z } from 'zod'
import { missingIds, refusal } from './entries.ts'
import { withoutTransitions } from './remove.ts'
import { counted } from './words.ts'
import { ok } from '../support/result.ts'
import type { Edit } from './edit.ts'
import type { DeepReadonly } from '../support/readonly.ts'

const schema = z.strictObject({ type: z.literal('removeTransitions'), ids: z.array(z.string()).min(1) })
type RemoveTransitions = DeepReadonly<z.input<typeof schema>>

export const removeTransitions: Edit<RemoveTransitions> = {
  type: 'removeTransitions',
  schema,
  label: ({ ids }) => `delete ${counted(ids.length, 'transition')}`,
  apply(workflow, { ids }) {
    const missing = missingIds(workflow.transitions, ids, 'transition')
    return missing.length > 0 ? refusal(missing) : ok(withoutTransitions(workflow, new Set(ids)))
  },
}

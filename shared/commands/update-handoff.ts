// Changes fields of a handoff: who is asked what, how strongly, and what follows.
import { z } from 'zod'
import { changesSchema, withChanges } from './changes.ts'
import { changeIds, missingId, refusal } from './entries.ts'
import { ok } from '../support/result.ts'
import type { Edit } from './edit.ts'
import type { Handoff } from '../model/handoff.ts'
import type { DeepReadonly } from '../support/readonly.ts'

const schema = z.strictObject({
  type: z.literal('updateHandoff'),
  id: z.string(),
  set: changesSchema<Handoff>(),
})
type UpdateHandoff = DeepReadonly<z.input<typeof schema>>

export const updateHandoff: Edit<UpdateHandoff> = {
  type: 'updateHandoff',
  schema,
  label: () => 'change handoff',
  apply(workflow, { id, set }) {
    const missing = missingId(workflow.handoffs, id, 'handoff')
    if (missing.length > 0) return refusal(missing)
    const handoffs = changeIds(workflow.handoffs, new Set([id]), (entry) => withChanges(entry, set))
    return ok({ ...workflow, handoffs })
  },
}

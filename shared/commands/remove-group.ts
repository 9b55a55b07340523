// Takes a frame away. Its steps stay where they are.
import { z } from 'zod'
import { kept, missingId, refusal } from './entries.ts'
import { groupsOf, withGroups } from './groups.ts'
import { ok } from '../support/result.ts'
import type { Edit } from './edit.ts'
import type { DeepReadonly } from '../support/readonly.ts'

const schema = z.strictObject({ type: z.literal('removeGroup'), id: z.string() })
type RemoveGroup = DeepReadonly<z.input<typeof schema>>

export const removeGroup: Edit<RemoveGroup> = {
  type: 'removeGroup',
  schema,
  label: () => 'ungroup',
  apply(workflow, { id }) {
    const missing = missingId(groupsOf(workflow), id, 'group')
    if (missing.length > 0) return refusal(missing)
    return ok(
      withGroups(
        workflow,
        kept(groupsOf(workflow), (group) => group.id !== id),
      ),
    )
  },
}

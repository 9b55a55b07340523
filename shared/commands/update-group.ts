// Changes a group: its name, its steps, whether it is closed. Steps that come in leave the group that they were in.
import { z } from 'zod'
import { changesSchema, withChanges } from './changes.ts'
import { changeIds, missingId, missingIds, refusal } from './entries.ts'
import { groupsOf, withGroups } from './groups.ts'
import { GroupSchema } from '../model/workflow.ts'
import { ok } from '../support/result.ts'
import type { Edit } from './edit.ts'
import type { DeepReadonly } from '../support/readonly.ts'
import type { Group } from '../model/workflow.ts'

const schema = z.strictObject({ type: z.literal('updateGroup'), id: z.string(), set: changesSchema<Group>() })
type UpdateGroup = DeepReadonly<z.input<typeof schema>>

const StepsSchema = GroupSchema.shape.steps

export const updateGroup: Edit<UpdateGroup> = {
  type: 'updateGroup',
  schema,
  label: ({ set }) => ('closed' in set ? (set.closed ? 'close group' : 'open group') : 'change group'),
  apply(workflow, { id, set }) {
    const missing = missingId(groupsOf(workflow), id, 'group')
    if (missing.length > 0) return refusal(missing)
    const steps = StepsSchema.safeParse(set.steps)
    const gone = steps.success
      ? missingIds(workflow.steps, steps.data, 'step', (_, index) => `set.steps[${index}]`)
      : []
    if (gone.length > 0) return refusal(gone)
    const groups = changeIds(groupsOf(workflow), new Set([id]), (group) => withChanges(group, set))
    return ok(withGroups(workflow, groups, id))
  },
}

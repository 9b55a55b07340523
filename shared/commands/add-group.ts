// Draws a frame around steps. They leave the groups that they were in.
import { z } from 'zod'
import { idsOf, missingIds, refusal, withId } from './entries.ts'
import { groupsOf, withGroups } from './groups.ts'
import { named } from './words.ts'
import { IdSchema } from '../model/primitives.ts'
import { GroupSchema } from '../model/workflow.ts'
import { ok } from '../support/result.ts'
import type { Edit } from './edit.ts'
import type { DeepReadonly } from '../support/readonly.ts'

const schema = z.strictObject({
  type: z.literal('addGroup'),
  group: GroupSchema.extend({ id: IdSchema.optional(), steps: z.array(IdSchema).min(1) }),
})
type AddGroup = DeepReadonly<z.input<typeof schema>>

export const addGroup: Edit<AddGroup> = {
  type: 'addGroup',
  schema,
  label: ({ group }) => `group ${named(group.name, 'steps')}`,
  apply(workflow, { group }) {
    const missing = missingIds(workflow.steps, group.steps, 'step', (_, index) => `group.steps[${index}]`)
    if (missing.length > 0) return refusal(missing)
    const made = withId(group, 'group', idsOf(groupsOf(workflow)), 'group')
    if (!made.ok) return made
    const { id, name = '', ...rest } = made.value
    return ok(withGroups(workflow, [...groupsOf(workflow), { ...rest, id, name }], id))
  },
}

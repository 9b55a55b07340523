// Changes the task definition.
import { z } from 'zod'
import { changesSchema, withChanges } from './changes.ts'
import { ok } from '../support/result.ts'
import type { Edit } from './edit.ts'
import type { Brief } from '../model/brief.ts'
import type { DeepReadonly } from '../support/readonly.ts'

const schema = z.strictObject({
  type: z.literal('setBrief'),
  /** Fields to change; null puts a field back to its default. */
  set: changesSchema<Brief>(),
})
type SetBrief = DeepReadonly<z.input<typeof schema>>

export const setBrief: Edit<SetBrief> = {
  type: 'setBrief',
  schema,
  label: () => 'change brief',
  apply: (workflow, { set }) => ok({ ...workflow, brief: withChanges(workflow.brief, set) }),
}

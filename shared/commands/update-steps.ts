// Changes fields of one or several steps: name, tags, party, grant …
import { z } from 'zod'
import { changesSchema, withChanges } from './changes.ts'
import { changeIds, missingIds, refusal } from './entries.ts'
import { counted } from './words.ts'
import { ok } from '../support/result.ts'
import type { Edit } from './edit.ts'
import type { Step } from '../model/step.ts'
import type { DeepReadonly } from '../support/readonly.ts'

const schema = z.strictObject({
  type: z.literal('updateSteps'),
  ids: z.array(z.string()).min(1),
  /** `{ consequence: { level: 3 } }` keeps the other members of the tag; null takes a field or a member away. */
  set: changesSchema<Step>(),
})
type UpdateSteps = DeepReadonly<z.input<typeof schema>>

export const updateSteps: Edit<UpdateSteps> = {
  type: 'updateSteps',
  schema,
  label: ({ ids, set }) =>
    typeof set.name === 'string' ? 'rename step' : `change ${counted(ids.length, 'step')}`,
  apply(workflow, { ids, set }) {
    const missing = missingIds(workflow.steps, ids, 'step')
    if (missing.length > 0) return refusal(missing)
    const merged = ['consequence', 'uncertainty', 'retry']
    const steps = changeIds(workflow.steps, new Set(ids), (step) => withChanges(step, set, merged))
    return ok({ ...workflow, steps })
  },
}

// Deletes steps with all that hangs on them.
import { z } from 'zod'
import { missingIds, refusal } from './entries.ts'
import { withoutStepsHealed } from './heal.ts'
import { withoutSteps } from './remove.ts'
import { counted } from './words.ts'
import { ok } from '../support/result.ts'
import type { Edit } from './edit.ts'
import type { DeepReadonly } from '../support/readonly.ts'

const schema = z.strictObject({
  type: z.literal('removeSteps'),
  ids: z.array(z.string()).min(1),
  /** Lead the ways in straight to the ways on, as when a reviewer is taken out of the middle. */
  heal: z.boolean().optional(),
})
type RemoveSteps = DeepReadonly<z.input<typeof schema>>

export const removeSteps: Edit<RemoveSteps> = {
  type: 'removeSteps',
  schema,
  label: ({ ids }) => `delete ${counted(ids.length, 'step')}`,
  apply(workflow, { ids, heal }) {
    const missing = missingIds(workflow.steps, ids, 'step')
    if (missing.length > 0) return refusal(missing)
    const unique = [...new Set(ids)]
    return heal ? withoutStepsHealed(workflow, unique) : ok(withoutSteps(workflow, new Set(unique)))
  },
}

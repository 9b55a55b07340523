// Changes fields of a transition: its kind, odds, condition, label.
import { z } from 'zod'
import { changesSchema, withChanges } from './changes.ts'
import { changeIds, missingId, refusal } from './entries.ts'
import { ok } from '../support/result.ts'
import type { Edit } from './edit.ts'
import type { Transition } from '../model/transition.ts'
import type { DeepReadonly } from '../support/readonly.ts'

const schema = z.strictObject({
  type: z.literal('updateTransition'),
  id: z.string(),
  set: changesSchema<Transition>(),
})
type UpdateTransition = DeepReadonly<z.input<typeof schema>>

export const updateTransition: Edit<UpdateTransition> = {
  type: 'updateTransition',
  schema,
  label: () => 'change transition',
  apply(workflow, { id, set }) {
    const missing = missingId(workflow.transitions, id, 'transition')
    if (missing.length > 0) return refusal(missing)
    const transitions = changeIds(workflow.transitions, new Set([id]), (entry) => withChanges(entry, set))
    return ok({ ...workflow, transitions })
  },
}

// Copies steps within the document, with the transitions and handoffs among them.
import { z } from 'zod'
import { missingIds, refusal } from './entries.ts'
import { fragmentOf, withFragment } from './fragment.ts'
import { counted } from './words.ts'
import { PointSchema } from '../model/workflow.ts'
import { ok } from '../support/result.ts'
import type { Edit } from './edit.ts'
import type { DeepReadonly } from '../support/readonly.ts'

const schema = z.strictObject({
  type: z.literal('duplicateSteps'),
  ids: z.array(z.string()).min(1),
  offset: PointSchema,
})
type DuplicateSteps = DeepReadonly<z.input<typeof schema>>

export const duplicateSteps: Edit<DuplicateSteps> = {
  type: 'duplicateSteps',
  schema,
  label: ({ ids }) => `duplicate ${counted(ids.length, 'step')}`,
  apply(workflow, { ids, offset }) {
    const missing = missingIds(workflow.steps, ids, 'step')
    if (missing.length > 0) return refusal(missing)
    return ok(withFragment(workflow, fragmentOf(workflow, ids), offset))
  },
}

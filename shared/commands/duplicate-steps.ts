// Copies steps within the document, with the transitions and handoffs among them, and notes.
import { z } from 'zod'
import { missingIds, refusal } from './entries.ts'
import { fragmentOf, withFragment } from './fragment.ts'
import { countedThings } from './words.ts'
import { PointSchema } from '../model/workflow.ts'
import { ok } from '../support/result.ts'
import type { Edit } from './edit.ts'
import type { DeepReadonly } from '../support/readonly.ts'

const schema = z.strictObject({
  type: z.literal('duplicateSteps'),
  ids: z.array(z.string()),
  notes: z.array(z.string()).optional(),
  offset: PointSchema,
})
type DuplicateSteps = DeepReadonly<z.input<typeof schema>>

export const duplicateSteps: Edit<DuplicateSteps> = {
  type: 'duplicateSteps',
  schema,
  label: ({ ids, notes = [] }) => `duplicate ${countedThings(ids.length, notes.length)}`,
  apply(workflow, { ids, notes = [], offset }) {
    const missing = [
      ...missingIds(workflow.steps, ids, 'step'),
      ...missingIds(workflow.layout.notes, notes, 'note', (_, i) => `notes[${i}]`),
    ]
    if (missing.length > 0) return refusal(missing)
    if (ids.length + notes.length === 0) return ok(workflow)
    return ok(withFragment(workflow, fragmentOf(workflow, ids, notes), offset))
  },
}

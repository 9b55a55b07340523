// Deletes a note.
import { z } from 'zod'
import { missingId, refusal } from './entries.ts'
import { ok } from '../support/result.ts'
import type { Edit } from './edit.ts'
import type { DeepReadonly } from '../support/readonly.ts'

const schema = z.strictObject({ type: z.literal('removeNote'), id: z.string() })
type RemoveNote = DeepReadonly<z.input<typeof schema>>

export const removeNote: Edit<RemoveNote> = {
  type: 'removeNote',
  schema,
  label: () => 'delete note',
  apply(workflow, { id }) {
    const missing = missingId(workflow.layout.notes, id, 'note')
    if (missing.length > 0) return refusal(missing)
    const notes = workflow.layout.notes.filter((note) => note.id !== id)
    return ok({ ...workflow, layout: { ...workflow.layout, notes } })
  },
}

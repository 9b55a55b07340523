// Changes a note: its text, place or size.
import { z } from 'zod'
import { changesSchema, withChanges } from './changes.ts'
import { changeIds, missingId, refusal } from './entries.ts'
import { ok } from '../support/result.ts'
import type { Edit } from './edit.ts'
import type { DeepReadonly } from '../support/readonly.ts'
import type { Note } from '../model/workflow.ts'

const schema = z.strictObject({ type: z.literal('updateNote'), id: z.string(), set: changesSchema<Note>() })
type UpdateNote = DeepReadonly<z.input<typeof schema>>

export const updateNote: Edit<UpdateNote> = {
  type: 'updateNote',
  schema,
  label: ({ set }) => (set.text === undefined ? 'move note' : 'change note'),
  apply(workflow, { id, set }) {
    const missing = missingId(workflow.layout.notes, id, 'note')
    if (missing.length > 0) return refusal(missing)
    const notes = changeIds(workflow.layout.notes, new Set([id]), (note) => withChanges(note, set))
    return ok({ ...workflow, layout: { ...workflow.layout, notes } })
  },
}

// Adds a note to the canvas.
import { z } from 'zod'
import { idsOf, withId } from './entries.ts'
import { IdSchema } from '../model/primitives.ts'
import { NoteSchema } from '../model/workflow.ts'
import { ok } from '../support/result.ts'
import type { Edit } from './edit.ts'
import type { DeepReadonly } from '../support/readonly.ts'

const schema = z.strictObject({
  type: z.literal('addNote'),
  note: NoteSchema.extend({ id: IdSchema.optional() }),
})
type AddNote = DeepReadonly<z.input<typeof schema>>

export const addNote: Edit<AddNote> = {
  type: 'addNote',
  schema,
  label: () => 'add note',
  apply(workflow, { note }) {
    const made = withId(note, 'note', idsOf(workflow.layout.notes), 'note')
    if (!made.ok) return made
    return ok({ ...workflow, layout: { ...workflow.layout, notes: [...workflow.layout.notes, made.value] } })
  },
}

// Pastes steps with what lies between them, from this document or from another: under new ids, or what was cut under its own.
import { z } from 'zod'
import { refusal } from './entries.ts'
import { FragmentSchema, fragmentFaults, withFragment } from './fragment.ts'
import { countedThings } from './words.ts'
import { PointSchema } from '../model/workflow.ts'
import { ok } from '../support/result.ts'
import type { Edit } from './edit.ts'
import type { DeepReadonly } from '../support/readonly.ts'

const schema = z.strictObject({
  type: z.literal('pasteFragment'),
  ...FragmentSchema.shape,
  /** How far the copies lie from the positions given. */
  offset: PointSchema,
  /** `own` for what was cut out of this document: decisions about it find it again. */
  ids: z.enum(['new', 'own']).optional(),
})
type PasteFragment = DeepReadonly<z.input<typeof schema>>
type Checked = DeepReadonly<z.output<typeof schema>>

export const pasteFragment: Edit<PasteFragment, Checked> = {
  type: 'pasteFragment',
  schema,
  label: ({ steps, notes = [] }) => `paste ${countedThings(steps.length, notes.length)}`,
  apply(workflow, { offset, ids, ...fragment }) {
    const faults = fragmentFaults(fragment)
    return faults.length > 0 ? refusal(faults) : ok(withFragment(workflow, fragment, offset, ids))
  },
}

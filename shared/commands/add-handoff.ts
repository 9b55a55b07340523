// Places one handoff.
import { z } from 'zod'
import { NewHandoffSchema, withHandoffs } from './new-handoffs.ts'
import { named } from './words.ts'
import type { Edit } from './edit.ts'
import type { DeepReadonly } from '../support/readonly.ts'

const schema = z.strictObject({ type: z.literal('addHandoff'), handoff: NewHandoffSchema })
type AddHandoff = DeepReadonly<z.input<typeof schema>>

export const addHandoff: Edit<AddHandoff> = {
  type: 'addHandoff',
  schema,
  label: ({ handoff }) => `add handoff${handoff.title ? ` ${named(handoff.title, '')}` : ''}`,
  apply: (workflow, { handoff }) => withHandoffs(workflow, [handoff], () => 'handoff'),
}

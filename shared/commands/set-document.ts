// Changes what the document says about itself: its name, its description, the profile of rules it follows.
import { z } from 'zod'
import { changesSchema, withChanges } from './changes.ts'
import { TextSchema } from '../model/primitives.ts'
import { ok } from '../support/result.ts'
import type { Edit } from './edit.ts'
import type { DeepReadonly } from '../support/readonly.ts'
import type { Workflow } from '../model/workflow.ts'

const schema = z.strictObject({
  type: z.literal('setDocument'),
  name: TextSchema.optional(),
  description: TextSchema.optional(),
  profile: changesSchema<Workflow['profile']>().optional(),
})
type SetDocument = DeepReadonly<z.input<typeof schema>>

export const setDocument: Edit<SetDocument> = {
  type: 'setDocument',
  schema,
  label: ({ name, description, profile }) => {
    if (profile !== undefined) return 'change profile'
    return name !== undefined && description === undefined ? 'rename document' : 'change document'
  },
  apply: (workflow, { name, description, profile }) =>
    ok({
      ...workflow,
      ...(name !== undefined && { name }),
      ...(description !== undefined && { description }),
      ...(profile !== undefined && { profile: withChanges(workflow.profile, profile) }),
    }),
}

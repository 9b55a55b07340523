// Changes what the document says about itself: its name, its description, the profile of rules it follows, how it is
// read, the day it is judged on, and how often it runs.
import { z } from 'zod'
import { changesSchema, withChanges } from './changes.ts'
import { AsOfSchema, RunsPerDaySchema, SemanticsSchema } from '../model/workflow.ts'
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
  /** Replaces what is there; null takes it away. */
  semantics: SemanticsSchema.nullable().optional(),
  /** null: no day, so that nothing has expired. */
  asOf: AsOfSchema.nullable().optional(),
  /** null: nobody knows. */
  runsPerDay: RunsPerDaySchema.nullable().optional(),
})
type SetDocument = DeepReadonly<z.input<typeof schema>>

export const setDocument: Edit<SetDocument> = {
  type: 'setDocument',
  schema,
  label: ({ name, description, profile, semantics, asOf, runsPerDay }) => {
    if (runsPerDay !== undefined) return 'change runs a day'
    if (asOf !== undefined) return 'change the day of judgement'
    if (semantics !== undefined) return 'change how joins are read'
    if (profile !== undefined) return 'change profile'
    return name !== undefined && description === undefined ? 'rename document' : 'change document'
  },
  apply: (workflow, { name, description, profile, semantics, asOf, runsPerDay }) => {
    const { semantics: before, asOf: on, runsPerDay: often, ...rest } = workflow
    const runs = runsPerDay === undefined ? often : (runsPerDay ?? undefined)
    const read = semantics === undefined ? before : semantics
    const day = asOf === undefined ? on : (asOf ?? undefined)
    return ok({
      ...rest,
      ...(read && { semantics: read }),
      ...(day !== undefined && { asOf: day }),
      ...(runs !== undefined && { runsPerDay: runs }),
      ...(name !== undefined && { name }),
      ...(description !== undefined && { description }),
      ...(profile !== undefined && { profile: withChanges(workflow.profile, profile, ['reviewer']) }),
    })
  },
}

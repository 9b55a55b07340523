// Where a document was imported from, and which of its steps and transitions came from there: what a later import of
// the same file is matched by. Not part of the meaning.
import { z } from 'zod'
import { IdSchema, TextSchema } from './primitives.ts'
import type { DeepReadonly } from '../support/readonly.ts'

export const OriginSchema = z.looseObject({
  /** Id of the importer. */
  format: TextSchema,
  steps: z.array(
    z.looseObject({
      step: IdSchema,
      /** What the file itself calls it; absent for a step that the import had to add. */
      source: TextSchema.optional(),
      /** Its name in the file, so that a name that was changed here is not taken back. */
      name: TextSchema.optional(),
    }),
  ),
  transitions: z.array(IdSchema),
})

export type Origin = DeepReadonly<z.output<typeof OriginSchema>>

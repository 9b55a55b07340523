// Places all steps anew, as "tidy" does. Positions of steps that the document does not have (any more) are kept.
import { z } from 'zod'
import { idsOf, missingIds, refusal } from './entries.ts'
import { positionPath, withPositions, withoutPositions } from './layout.ts'
import { IdSchema } from '../model/primitives.ts'
import { PointSchema } from '../model/workflow.ts'
import { ok } from '../support/result.ts'
import type { Edit } from './edit.ts'
import type { DeepReadonly } from '../support/readonly.ts'

const schema = z.strictObject({ type: z.literal('setLayout'), positions: z.record(IdSchema, PointSchema) })
type SetLayout = DeepReadonly<z.input<typeof schema>>

export const setLayout: Edit<SetLayout> = {
  type: 'setLayout',
  schema,
  label: () => 'tidy layout',
  apply(workflow, { positions }) {
    const missing = missingIds(workflow.steps, Object.keys(positions), 'step', positionPath)
    if (missing.length > 0) return refusal(missing)
    return ok(withPositions(withoutPositions(workflow, idsOf(workflow.steps)), positions))
  },
}

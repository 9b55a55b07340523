// Moves steps on the canvas.
import { z } from 'zod'
import { missingIds, refusal } from './entries.ts'
import { positionPath, withPositions } from './layout.ts'
import { counted } from './words.ts'
import { IdSchema } from '../model/primitives.ts'
import { PointSchema } from '../model/workflow.ts'
import { ok } from '../support/result.ts'
import type { Edit } from './edit.ts'
import type { DeepReadonly } from '../support/readonly.ts'

const schema = z.strictObject({ type: z.literal('moveSteps'), positions: z.record(IdSchema, PointSchema) })
type MoveSteps = DeepReadonly<z.input<typeof schema>>

export const moveSteps: Edit<MoveSteps> = {
  type: 'moveSteps',
  schema,
  label: ({ positions }) => `move ${counted(Object.keys(positions).length, 'step')}`,
  apply(workflow, { positions }) {
    const missing = missingIds(workflow.steps, Object.keys(positions), 'step', positionPath)
    return missing.length > 0 ? refusal(missing) : ok(withPositions(workflow, positions))
  },
}

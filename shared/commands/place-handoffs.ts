// Carries out a placement as one edit: the handoffs it wants, without the handoffs and human steps it does not need.
import { z } from 'zod'
import { missingIds, refusal } from './entries.ts'
import { withoutStepsHealed } from './heal.ts'
import { NewHandoffSchema, withHandoffs } from './new-handoffs.ts'
import { withoutHandoffs } from './remove.ts'
import { counted } from './words.ts'
import type { Edit } from './edit.ts'
import type { DeepReadonly } from '../support/readonly.ts'

const schema = z.strictObject({
  type: z.literal('placeHandoffs'),
  handoffs: z.array(NewHandoffSchema),
  removeHandoffs: z.array(z.string()).optional(),
  /** Human steps; what comes before each leads straight to what comes after it. */
  removeSteps: z.array(z.string()).optional(),
})
type PlaceHandoffs = DeepReadonly<z.input<typeof schema>>

export const placeHandoffs: Edit<PlaceHandoffs> = {
  type: 'placeHandoffs',
  schema,
  label: ({ handoffs }) =>
    handoffs.length === 0 ? 'remove handoffs' : `place ${counted(handoffs.length, 'handoff')}`,
  apply(workflow, { handoffs, removeHandoffs = [], removeSteps = [] }) {
    const missing = [
      ...missingIds(workflow.handoffs, removeHandoffs, 'handoff', (_, i) => `removeHandoffs[${i}]`),
      ...missingIds(workflow.steps, removeSteps, 'step', (_, i) => `removeSteps[${i}]`),
    ]
    if (missing.length > 0) return refusal(missing)
    const fewer = withoutHandoffs(workflow, new Set(removeHandoffs))
    // New handoffs first: one that is placed beside a step that goes moves along when the gap is closed.
    const placed = withHandoffs(fewer, handoffs, (i) => `handoffs[${i}]`)
    return placed.ok ? withoutStepsHealed(placed.value, [...new Set(removeSteps)]) : placed
  },
}

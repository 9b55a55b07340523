// Adds a step.
import { z } from 'zod'
import { idsOf, newStepId, withId } from './entries.ts'
import { withPositions } from './layout.ts'
import { named } from './words.ts'
import { IdSchema } from '../model/primitives.ts'
import { StepSchema } from '../model/step.ts'
import { PointSchema } from '../model/workflow.ts'
import { ok } from '../support/result.ts'
import type { Edit } from './edit.ts'
import type { DeepReadonly } from '../support/readonly.ts'

const schema = z.strictObject({
  type: z.literal('addStep'),
  /** Without an id it gets one made of its name. */
  step: StepSchema.extend({ id: IdSchema.optional() }),
  at: PointSchema.optional(),
})
type AddStep = DeepReadonly<z.input<typeof schema>>

export const addStep: Edit<AddStep> = {
  type: 'addStep',
  schema,
  label: ({ step }) => `add ${named(step.name, 'step')}`,
  apply(workflow, { step, at }) {
    const made = withId(step, newStepId(workflow, step.name, step.kind), idsOf(workflow.steps), 'step')
    if (!made.ok) return made
    const next = { ...workflow, steps: [...workflow.steps, made.value] }
    return ok(at ? withPositions(next, { [made.value.id]: at }) : next)
  },
}

// Connects two steps. Several transitions between the same two are allowed: they differ in kind or condition.
import { z } from 'zod'
import { freshId, idsOf, transitionName, withId } from './entries.ts'
import { IdSchema } from '../model/primitives.ts'
import { TransitionSchema } from '../model/transition.ts'
import { ok } from '../support/result.ts'
import type { Edit } from './edit.ts'
import type { DeepReadonly } from '../support/readonly.ts'

const schema = z.strictObject({
  type: z.literal('addTransition'),
  /** Without an id it gets one made of its ends. */
  transition: TransitionSchema.extend({ id: IdSchema.optional() }),
})
type AddTransition = DeepReadonly<z.input<typeof schema>>
type Checked = DeepReadonly<z.output<typeof schema>>

export const addTransition: Edit<AddTransition, Checked> = {
  type: 'addTransition',
  schema,
  label: () => 'connect steps',
  apply(workflow, { transition }) {
    const made = withId(
      transition,
      freshId(workflow, workflow.transitions, transitionName(transition)),
      idsOf(workflow.transitions),
      'transition',
    )
    if (!made.ok) return made
    return ok({ ...workflow, transitions: [...workflow.transitions, made.value] })
  },
}

// Puts a step into the middle of a transition. The first half keeps the id, the odds, and the handoffs on it.
import { z } from 'zod'
import { changeIds, freshId, idsOf, newStepId, noSuch, transitionName, withId } from './entries.ts'
import { positionOf, withPositions } from './layout.ts'
import { named } from './words.ts'
import { IdSchema } from '../model/primitives.ts'
import { StepSchema } from '../model/step.ts'
import { PointSchema } from '../model/workflow.ts'
import { ok, refused } from '../support/result.ts'
import type { Edit } from './edit.ts'
import type { DeepReadonly } from '../support/readonly.ts'
import type { Transition } from '../model/transition.ts'
import type { Point, Workflow } from '../model/workflow.ts'

const schema = z.strictObject({
  type: z.literal('insertStep'),
  /** The transition. */
  on: z.string(),
  step: StepSchema.extend({ id: IdSchema.optional() }),
  /** Without it: half way between the two ends. */
  at: PointSchema.optional(),
})
type InsertStep = DeepReadonly<z.input<typeof schema>>

export const insertStep: Edit<InsertStep> = {
  type: 'insertStep',
  schema,
  label: ({ step }) => `insert ${named(step.name, 'step')}`,
  apply(workflow, { on, step, at }) {
    const way = workflow.transitions.find(({ id }) => id === on)
    if (!way) return refused(noSuch('transition', on, 'on'))
    const made = withId(step, newStepId(workflow, step.name, step.kind), idsOf(workflow.steps), 'step')
    if (!made.ok) return made
    const { id } = made.value
    const next = {
      ...workflow,
      steps: [...workflow.steps, made.value],
      transitions: [
        ...changeIds(workflow.transitions, new Set([on]), (transition) => ({ ...transition, to: id })),
        secondHalf(workflow, id, way.to),
      ],
    }
    const point = at ?? middle(workflow, way)
    return ok(point ? withPositions(next, { [id]: point }) : next)
  },
}

function secondHalf(workflow: Workflow, from: string, to: string): Transition {
  return {
    id: freshId(workflow, workflow.transitions, transitionName({ from, to })),
    from,
    to,
    kind: 'normal',
  }
}

function middle(workflow: Workflow, { from, to }: Transition): Point | undefined {
  const [a, b] = [positionOf(workflow, from), positionOf(workflow, to)]
  return a && b && [halfway(a[0], b[0]), halfway(a[1], b[1])]
}

// Plus 0, because rounding -0.5 gives -0, which a file cannot hold.
function halfway(a: number, b: number): number {
  return Math.round((a + b) / 2) + 0
}

// Adding handoffs, as the edits that add one or several share it.
import { handoffName, idsOf, takenIds, withId } from './entries.ts'
import { HandoffSchema } from '../model/handoff.ts'
import { IdSchema } from '../model/primitives.ts'
import { uniqueId } from '../support/ids.ts'
import { ok } from '../support/result.ts'
import type { z } from 'zod'
import type { DeepReadonly } from '../support/readonly.ts'
import type { Result } from '../support/result.ts'
import type { Workflow } from '../model/workflow.ts'

/** Without an id it gets one made of its kind and place: the same suggestion always gets the same id. */
export const NewHandoffSchema = HandoffSchema.extend({ id: IdSchema.optional() })
export type NewHandoff = DeepReadonly<z.output<typeof NewHandoffSchema>>

/** `workflow` with these handoffs added. `path` names the argument. */
export function withHandoffs(
  workflow: Workflow,
  handoffs: readonly NewHandoff[],
  path: (index: number) => string,
): Result<Workflow> {
  const taken = idsOf(workflow.handoffs)
  const decided = takenIds(workflow, [])
  const added: Workflow['handoffs'][number][] = []
  for (const [i, handoff] of handoffs.entries()) {
    const name = uniqueId(handoffName(handoff), new Set([...taken, ...decided]))
    const made = withId(handoff, name, taken, path(i))
    if (!made.ok) return made
    taken.add(made.value.id)
    added.push(made.value)
  }
  return ok({ ...workflow, handoffs: [...workflow.handoffs, ...added] })
}

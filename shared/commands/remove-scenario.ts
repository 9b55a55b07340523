// Deletes a recorded scenario.
import { z } from 'zod'
import { missingId, refusal } from './entries.ts'
import { ok } from '../support/result.ts'
import type { Edit } from './edit.ts'
import type { DeepReadonly } from '../support/readonly.ts'

const schema = z.strictObject({ type: z.literal('removeScenario'), id: z.string() })
type RemoveScenario = DeepReadonly<z.input<typeof schema>>

export const removeScenario: Edit<RemoveScenario> = {
  type: 'removeScenario',
  schema,
  label: () => 'delete scenario',
  apply(workflow, { id }) {
    const missing = missingId(workflow.scenarios, id, 'scenario')
    if (missing.length > 0) return refusal(missing)
    return ok({ ...workflow, scenarios: workflow.scenarios.filter((scenario) => scenario.id !== id) })
  },
}

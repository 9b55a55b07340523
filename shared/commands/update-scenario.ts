// Changes fields of a scenario.
import { z } from 'zod'
import { changesSchema, withChanges } from './changes.ts'
import { changeIds, missingId, refusal } from './entries.ts'
import { ok } from '../support/result.ts'
import type { Edit } from './edit.ts'
import type { Scenario } from '../model/scenario.ts'
import type { DeepReadonly } from '../support/readonly.ts'

const schema = z.strictObject({
  type: z.literal('updateScenario'),
  id: z.string(),
  set: changesSchema<Scenario>(),
})
type UpdateScenario = DeepReadonly<z.input<typeof schema>>

export const updateScenario: Edit<UpdateScenario> = {
  type: 'updateScenario',
  schema,
  label: () => 'change scenario',
  apply(workflow, { id, set }) {
    const missing = missingId(workflow.scenarios, id, 'scenario')
    if (missing.length > 0) return refusal(missing)
    const scenarios = changeIds(workflow.scenarios, new Set([id]), (entry) => withChanges(entry, set))
    return ok({ ...workflow, scenarios })
  },
}

// Adds a scenario.
import { z } from 'zod'
import { idsOf, withId } from './entries.ts'
import { named } from './words.ts'
import { IdSchema } from '../model/primitives.ts'
import { ScenarioSchema } from '../model/scenario.ts'
import { slug } from '../support/ids.ts'
import { ok } from '../support/result.ts'
import type { Edit } from './edit.ts'
import type { DeepReadonly } from '../support/readonly.ts'

/** Without an id it gets one made of its name. */
const NewSchema = ScenarioSchema.extend({ id: IdSchema.optional() })
const schema = z.strictObject({ type: z.literal('addScenario'), scenario: NewSchema })
type AddScenario = DeepReadonly<z.input<typeof schema>>
type Checked = DeepReadonly<z.output<typeof schema>>

export const addScenario: Edit<AddScenario, Checked> = {
  type: 'addScenario',
  schema,
  label: ({ scenario }) => `add scenario ${named(scenario.name, '')}`.trimEnd(),
  apply(workflow, { scenario }) {
    const made = withId(scenario, slug(scenario.name, 'scenario'), idsOf(workflow.scenarios), 'scenario')
    return made.ok ? ok({ ...workflow, scenarios: [...workflow.scenarios, made.value] }) : made
  },
}

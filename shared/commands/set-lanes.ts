// Draws lanes for the parties, some of them closed, or draws none.
import { z } from 'zod'
import { missingIds, refusal } from './entries.ts'
import { ok } from '../support/result.ts'
import type { Edit } from './edit.ts'
import type { DeepReadonly } from '../support/readonly.ts'

const schema = z.strictObject({
  type: z.literal('setLanes'),
  lanes: z.strictObject({ closed: z.array(z.string()).optional() }).nullable(),
})
type SetLanes = DeepReadonly<z.input<typeof schema>>

export const setLanes: Edit<SetLanes> = {
  type: 'setLanes',
  schema,
  label: ({ lanes }) => (lanes ? 'change lanes' : 'hide lanes'),
  apply(workflow, { lanes }) {
    const missing = missingIds(
      workflow.parties,
      lanes?.closed ?? [],
      'party',
      (_, index) => `lanes.closed[${index}]`,
    )
    if (missing.length > 0) return refusal(missing)
    const { lanes: old, ...layout } = workflow.layout
    if (!lanes) return ok(old === undefined ? workflow : { ...workflow, layout })
    const closed = [...new Set(lanes.closed)]
    const { closed: _, ...rest } = old ?? {}
    return ok({
      ...workflow,
      layout: { ...layout, lanes: closed.length > 0 ? { ...rest, closed } : rest },
    })
  },
}

// Lets a transition begin or end at another step; it keeps its id, and with it the handoffs on it.
import { z } from 'zod'
import { changeIds, missingId, refusal } from './entries.ts'
import { ok } from '../support/result.ts'
import type { Edit } from './edit.ts'
import type { DeepReadonly } from '../support/readonly.ts'

const schema = z.strictObject({
  type: z.literal('reconnectTransition'),
  id: z.string(),
  from: z.string().optional(),
  to: z.string().optional(),
})
type ReconnectTransition = DeepReadonly<z.input<typeof schema>>

export const reconnectTransition: Edit<ReconnectTransition> = {
  type: 'reconnectTransition',
  schema,
  label: () => 'reconnect transition',
  apply(workflow, { id, from, to }) {
    const missing = missingId(workflow.transitions, id, 'transition')
    if (missing.length > 0) return refusal(missing)
    const ends = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
    const transitions = changeIds(workflow.transitions, new Set([id]), (way) => ({ ...way, ...ends }))
    return ok({ ...workflow, transitions })
  },
}

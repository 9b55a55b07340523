// Closes agents and sub-flows to one block on the canvas, or opens them.
import { z } from 'zod'
import { missingIds, refusal } from './entries.ts'
import { withClosed } from './groups.ts'
import { counted } from './words.ts'
import { ok } from '../support/result.ts'
import type { Edit } from './edit.ts'
import type { DeepReadonly } from '../support/readonly.ts'

const schema = z.strictObject({
  type: z.literal('setClosed'),
  ids: z.array(z.string()).min(1),
  closed: z.boolean(),
})
type SetClosed = DeepReadonly<z.input<typeof schema>>

export const setClosed: Edit<SetClosed> = {
  type: 'setClosed',
  schema,
  label: ({ ids, closed }) => `${closed ? 'close' : 'open'} ${counted(ids.length, 'step')}`,
  apply(workflow, { ids, closed }) {
    const missing = missingIds(workflow.steps, ids, 'step')
    if (missing.length > 0) return refusal(missing)
    const named = new Set(ids)
    const others = (workflow.layout.closed ?? []).filter((id) => !named.has(id))
    return ok(withClosed(workflow, closed ? [...others, ...named] : others))
  },
}

// Forgets a decision about a finding, so that it is shown again.
import { z } from 'zod'
import { quoted } from '../document/path.ts'
import { ok, refused } from '../support/result.ts'
import type { Edit } from './edit.ts'
import type { DeepReadonly } from '../support/readonly.ts'

const schema = z.strictObject({ type: z.literal('clearDisposition'), finding: z.string() })
type ClearDisposition = DeepReadonly<z.input<typeof schema>>

export const clearDisposition: Edit<ClearDisposition> = {
  type: 'clearDisposition',
  schema,
  label: () => 'bring finding back',
  apply(workflow, { finding }) {
    const dispositions = workflow.dispositions.filter((disposition) => disposition.finding !== finding)
    if (dispositions.length < workflow.dispositions.length) return ok({ ...workflow, dispositions })
    return refused({ path: 'finding', message: `nothing was decided about ${quoted(finding)}` })
  },
}

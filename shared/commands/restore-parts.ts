// Makes parts of the document as they are in another revision or file: entries put and taken out, fields set.
import { z } from 'zod'
import { refusal } from './entries.ts'
import { patched, PatchSchema } from '../document/patch.ts'
import { checkSchema } from '../document/schema-faults.ts'
import { WorkflowSchema } from '../model/workflow.ts'
import { ok } from '../support/result.ts'
import type { Edit } from './edit.ts'
import type { Patch } from '../document/patch.ts'

const schema = z.strictObject({
  type: z.literal('restoreParts'),
  /** For the undo menu, in the words of the other commands: `restore “Send offer”`. */
  label: z.string().min(1).max(200),
  patch: PatchSchema,
})

interface RestoreParts {
  readonly type: 'restoreParts'
  readonly label: string
  readonly patch: Patch
}

export const restoreParts: Edit<RestoreParts> = {
  type: 'restoreParts',
  schema,
  label: ({ label }) => label,
  apply(workflow, { patch }) {
    const named = [...(patch.fields?.put ?? []).map(([field]) => field), ...(patch.fields?.remove ?? [])]
    const fixed = named.find((field) => FIXED.has(field))
    if (fixed !== undefined) return refusal([{ path: 'patch.fields', message: `${fixed} cannot be changed` }])
    const next = patched(workflow, [patch])
    // Whoever applies the command checks the entries; the fields beside them are checked here.
    const fields = checkSchema(WorkflowSchema, { ...next, ...WITHOUT_ENTRIES })
    return fields.ok ? ok(next) : fields
  },
}

const FIXED: ReadonlySet<string> = new Set(['format', 'version'])
const WITHOUT_ENTRIES = {
  parties: [],
  steps: [],
  transitions: [],
  handoffs: [],
  dispositions: [],
  scenarios: [],
  layout: {},
}

// Imports a file again over the document that was made of it: the flow follows the file, decisions of people stay.
import { z } from 'zod'
import { refusal } from './entries.ts'
import { merged } from './merging.ts'
import { WorkflowSchema } from '../model/workflow.ts'
import { ok } from '../support/result.ts'
import type { Edit } from './edit.ts'
import type { DeepReadonly } from '../support/readonly.ts'

const schema = z.strictObject({ type: z.literal('mergeImport'), imported: WorkflowSchema })
type MergeImport = DeepReadonly<z.input<typeof schema>>
type Checked = DeepReadonly<z.output<typeof schema>>

export const mergeImport: Edit<MergeImport, Checked> = {
  type: 'mergeImport',
  schema,
  label: () => 'import the file again',
  apply(workflow, { imported }) {
    if (!imported.origin)
      return refusal([{ path: 'imported.origin', message: 'is missing: this workflow was not imported' }])
    return ok(merged(workflow, imported))
  },
}

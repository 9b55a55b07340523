// Keeps a decision about a finding; a later decision about the same finding replaces it.
import { z } from 'zod'
import { DispositionSchema } from '../model/disposition.ts'
import { ok } from '../support/result.ts'
import type { Edit } from './edit.ts'
import type { DeepReadonly } from '../support/readonly.ts'

const schema = z.strictObject({ type: z.literal('setDisposition'), disposition: DispositionSchema })
type SetDisposition = DeepReadonly<z.input<typeof schema>>
type Checked = DeepReadonly<z.output<typeof schema>>

export const setDisposition: Edit<SetDisposition, Checked> = {
  type: 'setDisposition',
  schema,
  label: ({ disposition }) => LABELS[disposition.status],
  apply(workflow, { disposition }) {
    const others = workflow.dispositions.filter(({ finding }) => finding !== disposition.finding)
    return ok({ ...workflow, dispositions: [...others, disposition] })
  },
}

const LABELS: Readonly<Record<Checked['disposition']['status'], string>> = {
  accepted: 'accept finding',
  dismissed: 'dismiss finding',
  'covered-by': 'mark finding as covered',
  snoozed: 'snooze finding',
}

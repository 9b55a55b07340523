// Keeps a decision about a finding, or about a rule in this document; a later decision about the same replaces it.
import { z } from 'zod'
import { idsOf, noSuch, refusal } from './entries.ts'
import { DispositionSchema, isMoment, isWide, ruleOf } from '../model/disposition.ts'
import { GUARDS } from '../model/profile.ts'
import { ok } from '../support/result.ts'
import type { Edit } from './edit.ts'
import type { DeepReadonly } from '../support/readonly.ts'
import type { Fault } from '../support/result.ts'
import type { Workflow } from '../model/workflow.ts'

const schema = z.strictObject({ type: z.literal('setDisposition'), disposition: DispositionSchema })
type SetDisposition = DeepReadonly<z.input<typeof schema>>
type Checked = DeepReadonly<z.output<typeof schema>>

export const setDisposition: Edit<SetDisposition, Checked> = {
  type: 'setDisposition',
  schema,
  label: ({ disposition: { status, scope } }) =>
    scope === 'file' ? `${LABELS[status]}s of this rule` : LABELS[status],
  apply(workflow, { disposition }) {
    const faults = dispositionFaults(workflow, disposition)
    if (faults.length > 0) return refusal(faults)
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

function dispositionFaults(workflow: Workflow, disposition: Checked['disposition']): readonly Fault[] {
  return [...scopeFaults(disposition), ...coverFaults(workflow, disposition), ...untilFaults(disposition)]
}

function scopeFaults(disposition: Checked['disposition']): readonly Fault[] {
  const { finding, scope } = disposition
  const fault = (message: string): readonly Fault[] => [{ path: 'disposition.scope', message }]
  if (scope === 'workspace') return fault('is kept beside documents, not in them')
  if (!isWide(disposition)) return []
  if (finding !== ruleOf(finding)) return fault('a decision about a rule names the rule alone')
  return GUARDS.has(finding) ? fault(`${finding} guards coverage: decide about it one place at a time`) : []
}

function coverFaults({ handoffs, steps }: Workflow, { coveredBy }: Checked['disposition']): readonly Fault[] {
  if (coveredBy === undefined || 'text' in coveredBy) return []
  const [noun, id, there] =
    'handoff' in coveredBy
      ? (['handoff', coveredBy.handoff, handoffs] as const)
      : (['step', coveredBy.step, steps] as const)
  return idsOf(there).has(id) ? [] : [noSuch(noun, id, `disposition.coveredBy.${noun}`)]
}

function untilFaults({ status, until }: Checked['disposition']): readonly Fault[] {
  if (status !== 'snoozed' || (until !== undefined && isMoment(until))) return []
  return [{ path: 'disposition.until', message: 'expected a day or a moment in UTC, such as 2027-01-31' }]
}

// Gives a part of the document another id; whatever refers to it follows: ways, handoffs, decisions, scripts, positions.
import { z } from 'zod'
import { idsOf, missingId, refusal } from './entries.ts'
import { quoted } from '../document/path.ts'
import { withIds } from '../document/renaming.ts'
import type { Renaming } from '../document/renaming.ts'
import { ruleOf } from '../model/disposition.ts'
import { IdSchema } from '../model/primitives.ts'
import { ok } from '../support/result.ts'
import type { Edit } from './edit.ts'
import type { DeepReadonly } from '../support/readonly.ts'
import type { Fault } from '../support/result.ts'
import type { Workflow } from '../model/workflow.ts'

const PARTS = ['step', 'transition', 'handoff', 'party'] as const
type Part = (typeof PARTS)[number]

const schema = z.strictObject({
  type: z.literal('renameId'),
  of: z.enum(PARTS),
  id: z.string(),
  to: IdSchema,
})
type RenameId = DeepReadonly<z.input<typeof schema>>

export const renameId: Edit<RenameId> = {
  type: 'renameId',
  schema,
  label: ({ of }) => `change id of ${of}`,
  apply(workflow, { of, id, to }) {
    const missing = missingId(workflow[LISTS[of]], id, of)
    if (missing.length > 0) return refusal(missing)
    if (id === to) return ok(workflow)
    const faults = renamingFaults(workflow, { of, id, to })
    if (faults.length > 0) return refusal(faults)
    return ok(withIds(workflow, { ...NOTHING, [LISTS[of]]: new Map([[id, to]]) }))
  },
}

const LISTS = { step: 'steps', transition: 'transitions', handoff: 'handoffs', party: 'parties' } as const
const NOTHING: Renaming = {
  parties: new Map(),
  steps: new Map(),
  transitions: new Map(),
  handoffs: new Map(),
}

function renamingFaults(workflow: Workflow, { of, id, to }: Omit<RenameId, 'type'>): readonly Fault[] {
  const fault = (path: string, message: string): readonly Fault[] => [{ path, message }]
  if (idsOf(workflow[LISTS[of]]).has(to)) return fault('to', `the id ${quoted(to)} is taken`)
  if (of === 'party') return []
  // A decision names its place by the id alone, whatever the place is.
  if (isDecidedAbout(workflow, to)) return fault('to', `a decision about a finding speaks of ${quoted(to)}`)
  if (isDecidedAbout(workflow, id) && isShared(workflow, of, id))
    return fault('id', `${quoted(id)} is the id of something else too, and a decision speaks of it`)
  return []
}

function isDecidedAbout({ dispositions }: Workflow, id: string): boolean {
  return dispositions.some(({ finding }) => finding.slice(ruleOf(finding).length + 1) === id)
}

function isShared(workflow: Workflow, of: Part, id: string): boolean {
  return (['step', 'transition', 'handoff'] as const).some(
    (other) => other !== of && workflow[LISTS[other]].some((entry) => entry.id === id),
  )
}

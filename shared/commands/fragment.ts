// A piece of a workflow that can be put into another, or into the same one again, under new ids.
import { z } from 'zod'
import { handoffName, idsOf, takenIds, transitionName } from './entries.ts'
import { withPositions } from './layout.ts'
import { HandoffSchema } from '../model/handoff.ts'
import { PartySchema } from '../model/party.ts'
import { StepSchema } from '../model/step.ts'
import { TransitionSchema } from '../model/transition.ts'
import { NoteSchema, PointSchema } from '../model/workflow.ts'
import { IdSchema } from '../model/primitives.ts'
import { slug, uniqueId } from '../support/ids.ts'
import type { DeepReadonly } from '../support/readonly.ts'
import type { Fault } from '../support/result.ts'
import type { Handoff, Place } from '../model/handoff.ts'
import type { Step } from '../model/step.ts'
import type { Note, Point, Workflow } from '../model/workflow.ts'

/** Transitions lie between the steps of the fragment, handoffs at its steps and transitions. */
export const FragmentSchema = z.strictObject({
  steps: z.array(StepSchema),
  transitions: z.array(TransitionSchema),
  handoffs: z.array(HandoffSchema),
  /** Parties that the steps and handoffs name; those that the target has already are not added again. */
  parties: z.array(PartySchema).optional(),
  positions: z.record(IdSchema, PointSchema),
  notes: z.array(NoteSchema).optional(),
})
export type Fragment = DeepReadonly<z.input<typeof FragmentSchema>>
type WholeFragment = DeepReadonly<z.output<typeof FragmentSchema>>

/** The steps with these ids, what lies between them, the handoffs there, and these notes: what "copy" takes. */
export function fragmentOf(
  workflow: Workflow,
  ids: readonly string[],
  noteIds: readonly string[] = [],
): WholeFragment {
  const wanted = new Set(ids)
  const transitions = workflow.transitions.filter(({ from, to }) => wanted.has(from) && wanted.has(to))
  const on = idsOf(transitions)
  const steps = workflow.steps.filter(({ id }) => wanted.has(id))
  const handoffs = workflow.handoffs.filter(({ at }) => isInside(at, wanted, on))
  const roles = new Set([...steps.map(({ party }) => party), ...handoffs.flatMap(rolesOf)])
  const positions = Object.entries(workflow.layout.steps).filter(([id]) => wanted.has(id))
  const notes = workflow.layout.notes.filter(({ id }) => noteIds.includes(id))
  return {
    steps,
    transitions,
    handoffs,
    parties: workflow.parties.filter(({ id }) => roles.has(id)),
    positions: Object.fromEntries(positions),
    ...(notes.length > 0 && { notes }),
  }
}

/** What keeps a fragment from being put anywhere: an end or a place that it does not hold. */
export function fragmentFaults(fragment: WholeFragment): readonly Fault[] {
  const steps = idsOf(fragment.steps)
  const transitions = idsOf(fragment.transitions)
  const faults: Fault[] = []
  fragment.transitions.forEach(({ from, to }, i) => {
    if (steps.has(from) && steps.has(to)) return
    faults.push({ path: `transitions[${i}]`, message: 'leads to or from a step outside of what is pasted' })
  })
  fragment.handoffs.forEach(({ at }, i) => {
    if (isInside(at, steps, transitions)) return
    faults.push({ path: `handoffs[${i}].at`, message: 'is at a place outside of what is pasted' })
  })
  return faults
}

/** `own`: what was cut comes back as what it was, wherever nothing else has its id by now. */
export type PastedIds = 'new' | 'own'

/** `workflow` with the fragment in it, moved by `offset`. Every entry has a new id, unless `ids` says otherwise. */
export function withFragment(
  workflow: Workflow,
  fragment: WholeFragment,
  offset: Point,
  ids: PastedIds = 'new',
): Workflow {
  const rename = newIds(workflow, fragment, ids)
  const parties = [...workflow.parties, ...missingParties(workflow, fragment)]
  const known: Known = { rename, steps: idsOf(workflow.steps), parties: idsOf(parties) }
  const handoffIds = namesFor(workflow, workflow.handoffs, fragment.handoffs, ids)
  const positions = Object.entries(fragment.positions).flatMap(([id, [x, y]]) => {
    const copy = rename.steps.get(id)
    return copy === undefined ? [] : [[copy, [x + offset[0], y + offset[1]] as const] as const]
  })
  const next: Workflow = {
    ...workflow,
    parties,
    steps: [...workflow.steps, ...fragment.steps.map((step) => copiedStep(step, known))],
    transitions: [
      ...workflow.transitions,
      ...fragment.transitions.map((transition) => ({
        ...transition,
        id: rename.transitions.get(transition.id)!,
        from: rename.steps.get(transition.from)!,
        to: rename.steps.get(transition.to)!,
      })),
    ],
    handoffs: [
      ...workflow.handoffs,
      ...fragment.handoffs.map((handoff) => copiedHandoff(handoff, known, handoffIds)),
    ],
  }
  return withNotes(withPositions(next, Object.fromEntries(positions)), fragment.notes ?? [], offset)
}

function withNotes(workflow: Workflow, notes: readonly Note[], [dx, dy]: Point): Workflow {
  if (notes.length === 0) return workflow
  const taken = idsOf(workflow.layout.notes)
  const copies = notes.map((note) => ({
    ...note,
    id: claim(taken, 'note'),
    at: [note.at[0] + dx, note.at[1] + dy] as const,
  }))
  return { ...workflow, layout: { ...workflow.layout, notes: [...workflow.layout.notes, ...copies] } }
}

interface Renaming {
  readonly steps: ReadonlyMap<string, string>
  readonly transitions: ReadonlyMap<string, string>
}

interface Known {
  readonly rename: Renaming
  readonly steps: ReadonlySet<string>
  readonly parties: ReadonlySet<string>
}

function newIds(workflow: Workflow, fragment: WholeFragment, ids: PastedIds): Renaming {
  const stepId = namesFor(workflow, workflow.steps, fragment.steps, ids)
  const steps = new Map(fragment.steps.map(({ id, name, kind }) => [id, stepId(id, slug(name, kind))]))
  const transitionId = namesFor(workflow, workflow.transitions, fragment.transitions, ids)
  const transitions = new Map(
    fragment.transitions.map(({ id, from, to }) => [
      id,
      transitionId(id, transitionName({ from: steps.get(from) ?? from, to: steps.get(to) ?? to })),
    ]),
  )
  return { steps, transitions }
}

/** Says what an entry of the fragment is called in the workflow: by its own id, or by one made of `wanted`. */
type NameFor = (own: string, wanted: string) => string

// Those that come back under their own ids are all claimed before the first new id is made up.
function namesFor(
  workflow: Workflow,
  there: readonly { readonly id: string }[],
  pasted: readonly { readonly id: string }[],
  ids: PastedIds,
): NameFor {
  const taken = takenIds(workflow, there)
  const standing = idsOf(there)
  const own = new Set(ids === 'own' ? pasted.flatMap(({ id }) => (standing.has(id) ? [] : [id])) : [])
  for (const id of own) taken.add(id)
  return (id, wanted) => (own.delete(id) ? id : claim(taken, wanted))
}

function claim(taken: Set<string>, wanted: string): string {
  const id = uniqueId(wanted, taken)
  taken.add(id)
  return id
}

function missingParties(workflow: Workflow, fragment: WholeFragment): readonly Workflow['parties'][number][] {
  const have = idsOf(workflow.parties)
  return (fragment.parties ?? []).filter(({ id }) => !have.has(id))
}

// A reference that leads out of the fragment is kept where the target has such an id, and dropped where not.
function copiedStep(step: Step, { rename, steps, parties }: Known): Step {
  const { parent, calls, compensatedBy, party, ...rest } = step
  const newParent = parent === undefined ? undefined : relocated(parent, rename.steps, steps)
  const newCalls = calls === undefined ? undefined : relocated(calls, rename.steps, steps)
  const newCompensation = compensatedBy ? relocated(compensatedBy, rename.steps, steps) : compensatedBy
  return {
    ...rest,
    id: rename.steps.get(step.id)!,
    ...(newParent !== undefined && { parent: newParent }),
    ...(newCalls !== undefined && { calls: newCalls }),
    ...(newCompensation !== undefined && { compensatedBy: newCompensation }),
    ...(party !== undefined && parties.has(party) && { party }),
  }
}

function copiedHandoff(handoff: Handoff, { rename, steps, parties }: Known, nameFor: NameFor): Handoff {
  const { assignee, escalation, onReject, ...rest } = handoff
  const at = relocatedPlace(handoff.at, rename)
  const to = onReject?.to ? (relocated(onReject.to, rename.steps, steps) ?? null) : null
  const rungs = escalation?.filter(({ role }) => parties.has(role))
  return {
    ...rest,
    id: nameFor(handoff.id, handoffName({ ...handoff, at })),
    at,
    ...(assignee && { assignee: withKnownRole(assignee, parties) }),
    ...(rungs && rungs.length > 0 && { escalation: rungs }),
    ...(onReject && { onReject: { ...onReject, to } }),
  }
}

function withKnownRole<A extends { readonly role?: string | undefined }>(
  assignee: A,
  parties: ReadonlySet<string>,
): A {
  if (assignee.role === undefined || parties.has(assignee.role)) return assignee
  return Object.fromEntries(Object.entries(assignee).filter(([key]) => key !== 'role')) as A
}

function relocated(
  id: string,
  rename: ReadonlyMap<string, string>,
  there: ReadonlySet<string>,
): string | undefined {
  return rename.get(id) ?? (there.has(id) ? id : undefined)
}

function relocatedPlace(at: Place, { steps, transitions }: Renaming): Place {
  if ('before' in at) return { before: steps.get(at.before)! }
  if ('start' in at) return { start: steps.get(at.start)! }
  return { on: transitions.get(at.on)! }
}

function isInside(at: Place, steps: ReadonlySet<string>, transitions: ReadonlySet<string>): boolean {
  if ('before' in at) return steps.has(at.before)
  return 'start' in at ? steps.has(at.start) : transitions.has(at.on)
}

function rolesOf({ assignee, escalation }: Handoff): readonly (string | undefined)[] {
  return [assignee?.role, ...(escalation ?? []).map(({ role }) => role)]
}

// Puts a newer import of a file over the document that was made of an earlier one. Steps are matched by what the file
// calls them; what people added here (handoffs, tags, decisions, steps of their own, positions) stays.
import { freshId, handoffName, idsOf, takenIds, transitionName } from './entries.ts'
import { withoutSteps, withoutTransitions } from './remove.ts'
import { placeKey } from '../model/handoff.ts'
import type { Handoff, Place } from '../model/handoff.ts'
import type { Step } from '../model/step.ts'
import type { Transition } from '../model/transition.ts'
import type { Workflow } from '../model/workflow.ts'
import { uniqueId } from '../support/ids.ts'

/**
 * `current` with what `imported` says of the steps and transitions of the file. A step of the file that is gone from it
 * goes, with its transitions and handoffs; decisions about it stay and are listed as being about nothing. O(size).
 */
export function merged(current: Workflow, imported: Workflow): Workflow {
  const twins = matchSteps(current, imported)
  const without = withoutLost(current, imported, twins)
  const ids = newIds(without, imported, twins)
  const steps = mergedSteps(without, imported, ids)
  const { transitions, idOf } = mergedTransitions(without, imported, ids)
  const positions = imported.steps.flatMap(({ id }) => {
    const point = twins.has(id) ? undefined : imported.layout.steps[id]
    return point ? [[ids.get(id)!, point] as const] : []
  })
  const next = { ...without, steps, transitions, origin: mergedOrigin(imported, ids, idOf) }
  return {
    ...next,
    handoffs: [...next.handoffs, ...newHandoffs(next, imported, { steps: ids, transitions: idOf })],
    layout: { ...next.layout, steps: { ...next.layout.steps, ...Object.fromEntries(positions) } },
  }
}

/** From the id in the import to the id here. */
type Ids = ReadonlyMap<string, string>

/** By what the file calls them, then by id, then by kind and name where both are the only ones. */
function matchSteps(current: Workflow, imported: Workflow): Ids {
  const twins = new Map<string, string>()
  const taken = new Set<string>()
  const here = new Set(current.steps.map(({ id }) => id))
  const pair = (there: string, id: string | undefined): void => {
    if (id === undefined || twins.has(there) || taken.has(id) || !here.has(id)) return
    twins.set(there, id)
    taken.add(id)
  }
  const bySource = uniqueBy(current.origin?.steps ?? [], ({ source }) => source)
  for (const { step, source } of imported.origin?.steps ?? [])
    pair(step, source === undefined ? undefined : bySource.get(source)?.step)
  const named = new Map((current.origin?.steps ?? []).map(({ step, source }) => [step, source]))
  const sources = new Map((imported.origin?.steps ?? []).map(({ step, source }) => [step, source]))
  // Two that the file calls by different names are never the same, however alike they look.
  const apart = (there: string, id: string): boolean =>
    sources.get(there) !== undefined && named.get(id) !== undefined
  for (const { id } of imported.steps) if (!apart(id, id)) pair(id, id)
  const key = ({ kind, name }: Step): string => `${kind} ${name}`
  const byName = uniqueBy(
    current.steps.filter(({ id }) => !taken.has(id)),
    key,
  )
  const open = uniqueBy(
    imported.steps.filter(({ id }) => !twins.has(id)),
    key,
  )
  for (const [text, { id }] of open) {
    const twin = byName.get(text)
    if (twin && !apart(id, twin.id)) pair(id, twin.id)
  }
  return twins
}

/** What came from the file before and is not in it any more goes. */
function withoutLost(current: Workflow, imported: Workflow, twins: Ids): Workflow {
  const kept = new Set(twins.values())
  const lost = new Set((current.origin?.steps ?? []).map(({ step }) => step).filter((id) => !kept.has(id)))
  const rest = withoutSteps(current, lost)
  const ends = new Set(imported.transitions.map((way) => wayKey({ ...way, ...mappedEnds(way, twins) })))
  const ofFile = new Set(current.origin?.transitions ?? [])
  const gone = rest.transitions.filter(
    (way) => ofFile.has(way.id) && !ends.has(wayKey(way)) && !isDetour(rest, way),
  )
  return withoutTransitions(rest, idsOf(gone))
}

// A step of our own was put into a way of the file: its first half has the id of the whole, and another end.
function isDetour({ origin, steps }: Workflow, { to }: Transition): boolean {
  const theirs = new Set(origin?.steps.map(({ step }) => step))
  return steps.some(({ id }) => id === to && !theirs.has(id))
}

function newIds(current: Workflow, imported: Workflow, twins: Ids): Ids {
  const taken = takenIds(current, current.steps)
  return new Map(
    imported.steps.map(({ id }) => {
      const here = twins.get(id) ?? uniqueId(id, taken)
      taken.add(here)
      return [id, here]
    }),
  )
}

function mergedSteps(current: Workflow, imported: Workflow, ids: Ids): Workflow['steps'] {
  const before = new Map(current.steps.map((step) => [step.id, step]))
  const names = new Map((current.origin?.steps ?? []).map(({ step, name }) => [step, name]))
  const fresh = imported.steps.map((step) => {
    const theirs = withMappedReferences({ ...step, id: ids.get(step.id)! }, ids)
    const ours = before.get(theirs.id)
    return ours ? mergedStep(ours, theirs, names.get(ours.id)) : theirs
  })
  const seen = idsOf(fresh)
  return [...current.steps.filter(({ id }) => !seen.has(id)), ...fresh]
}

/**
 * The file decides on kind, verb and description, and on the name where it changed there. What a person may have set is
 * kept; but tags of another action than the one they were set for are not.
 */
function mergedStep(ours: Step, theirs: Step, nameBefore: string | undefined): Step {
  const isOther = ours.kind !== theirs.kind || ours.verb !== theirs.verb
  const { consequence: _, uncertainty: __, ...settled } = ours
  const kept = isOther ? settled : ours
  const { verb, description } = theirs
  const next: Step = {
    ...theirs,
    ...kept,
    kind: theirs.kind,
    name: theirs.name === nameBefore ? ours.name : theirs.name,
  }
  return withField(withField(next, 'verb', verb), 'description', description ?? ours.description)
}

function withField<K extends 'verb' | 'description'>(step: Step, key: K, value: Step[K]): Step {
  if (value !== undefined) return { ...step, [key]: value }
  return Object.fromEntries(Object.entries(step).filter(([name]) => name !== key)) as Step
}

function withMappedReferences(step: Step, ids: Ids): Step {
  const mapped = (key: 'parent' | 'calls' | 'compensatedBy') => {
    const id = step[key]
    return typeof id === 'string' && ids.has(id) ? { [key]: ids.get(id)! } : {}
  }
  return { ...step, ...mapped('parent'), ...mapped('calls'), ...mapped('compensatedBy') }
}

function mergedTransitions(current: Workflow, imported: Workflow, ids: Ids) {
  const free = new Map<string, Transition[]>()
  for (const way of current.transitions) free.set(wayKey(way), [...(free.get(wayKey(way)) ?? []), way])
  const taken = takenIds(current, current.transitions)
  const idOf = new Map<string, string>()
  const merged = new Map<string, Transition>()
  for (const way of imported.transitions) {
    const theirs = { ...way, ...mappedEnds(way, ids) }
    const ours = taking(free.get(wayKey(theirs)) ?? [], theirs) ?? detourOf(current, theirs)
    const id = ours?.id ?? uniqueId(transitionName(theirs), taken)
    taken.add(id)
    idOf.set(way.id, id)
    merged.set(id, ours ? { ...theirs, ...ours } : { ...theirs, id })
  }
  return {
    transitions: [...current.transitions.filter(({ id }) => !merged.has(id)), ...merged.values()],
    idOf,
  }
}

/** Takes the one of several ways between the same two steps that is most like the one of the file. */
function taking(ways: Transition[], theirs: Transition): Transition | undefined {
  const alike = ({ kind, label }: Transition): number =>
    (kind === theirs.kind ? 2 : 0) + ((label ?? '') === (theirs.label ?? '') ? 1 : 0)
  const best = ways.toSorted((a, b) => alike(b) - alike(a))[0]
  if (best) ways.splice(ways.indexOf(best), 1)
  return best
}

/** The first half of a way into which a step of our own was put: what the file says of the whole is still true of it. */
function detourOf(current: Workflow, { from, to }: Transition): Transition | undefined {
  const theirs = new Set(current.origin?.steps.map(({ step }) => step))
  const out = new Map<string, Transition[]>()
  for (const way of current.transitions) out.set(way.from, [...(out.get(way.from) ?? []), way])
  return (out.get(from) ?? []).find((first) => {
    if (theirs.has(first.to)) return false
    const seen = new Set([first.to])
    for (const id of seen) {
      for (const way of out.get(id) ?? []) {
        if (way.to === to) return true
        if (!theirs.has(way.to)) seen.add(way.to)
      }
    }
    return false
  })
}

function newHandoffs(
  next: Workflow,
  imported: Workflow,
  ids: { readonly steps: Ids; readonly transitions: Ids },
): readonly Handoff[] {
  const standing = new Set(next.handoffs.map(({ kind, at }) => `${kind} ${placeKey(at)}`))
  const added: Handoff[] = []
  for (const handoff of imported.handoffs) {
    const at = mappedPlace(handoff.at, ids)
    if (standing.has(`${handoff.kind} ${placeKey(at)}`)) continue
    const id = freshId(next, [...next.handoffs, ...added], handoffName({ ...handoff, at }))
    const { onReject } = handoff
    const to = onReject?.to ? (ids.steps.get(onReject.to) ?? null) : null
    added.push({ ...handoff, id, at, ...(onReject && { onReject: { ...onReject, to } }) })
  }
  return added
}

function mappedPlace(
  at: Place,
  { steps, transitions }: { readonly steps: Ids; readonly transitions: Ids },
): Place {
  if ('before' in at) return { before: steps.get(at.before)! }
  return 'start' in at ? { start: steps.get(at.start)! } : { on: transitions.get(at.on)! }
}

function mergedOrigin({ origin }: Workflow, ids: Ids, transitions: Ids): NonNullable<Workflow['origin']> {
  return {
    ...origin,
    format: origin?.format ?? '',
    steps: (origin?.steps ?? []).map((entry) => ({ ...entry, step: ids.get(entry.step)! })),
    transitions: (origin?.transitions ?? []).map((id) => transitions.get(id)!),
  }
}

function mappedEnds({ from, to }: Transition, ids: Ids): Pick<Transition, 'from' | 'to'> {
  return { from: ids.get(from) ?? from, to: ids.get(to) ?? to }
}

// Not by kind: people say here which of the ways of a drawing is the exception.
function wayKey({ from, to }: Pick<Transition, 'from' | 'to'>): string {
  return JSON.stringify([from, to])
}

function uniqueBy<T>(entries: readonly T[], key: (entry: T) => string | undefined): ReadonlyMap<string, T> {
  const found = new Map<string, T>()
  const twice = new Set<string>()
  for (const entry of entries) {
    const text = key(entry)
    if (text === undefined) continue
    if (found.has(text)) twice.add(text)
    found.set(text, entry)
  }
  for (const text of twice) found.delete(text)
  return found
}

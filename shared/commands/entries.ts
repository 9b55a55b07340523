// Small steps on collections that several edits share: look up, replace, take out, name.
import { capped } from '../document/faults.ts'
import { quoted } from '../document/path.ts'
import { refused } from '../support/result.ts'
import { ruleOf } from '../model/disposition.ts'
import { slug, uniqueId } from '../support/ids.ts'
import type { Fault, Result } from '../support/result.ts'
import type { Workflow } from '../model/workflow.ts'

interface Entry {
  readonly id: string
}

/** A fault for every id that `entries` does not have. `path` gives the place of the argument. */
export function missingIds(
  entries: readonly Entry[],
  ids: readonly string[],
  noun: string,
  path: (id: string, index: number) => string = (_, index) => `ids[${index}]`,
): readonly Fault[] {
  const known = idsOf(entries)
  return ids.flatMap((id, i) => (known.has(id) ? [] : [noSuch(noun, id, path(id, i))]))
}

/** The same for a command about one entry, whose argument is `id`. */
export function missingId(entries: readonly Entry[], id: string, noun: string): readonly Fault[] {
  return missingIds(entries, [id], noun, () => 'id')
}

/** A refusal with these faults, of which there may be many. */
export function refusal<T>(faults: readonly Fault[]): Result<T> {
  return { ok: false, faults: capped(faults) }
}

/** The refusal of an id that is not there. */
export function noSuch(noun: string, id: string, path: string): Fault {
  return { path, message: `no ${noun} has the id ${quoted(id)}` }
}

/** The ids of a collection. */
export function idsOf(entries: readonly Entry[]): Set<string> {
  return new Set(entries.map(({ id }) => id))
}

/** Changes the entries with these ids, keeping every other one as it is; the same array where nothing changed. */
export function changeIds<T extends Entry>(
  entries: readonly T[],
  ids: ReadonlySet<string>,
  change: (entry: T) => T,
): readonly T[] {
  return changedEach(entries, (entry) => (ids.has(entry.id) ? change(entry) : entry))
}

/** Entries that `keep` keeps; the same array where it keeps all. */
export function kept<T>(entries: readonly T[], keep: (entry: T) => boolean): readonly T[] {
  const next = entries.filter(keep)
  return next.length === entries.length ? entries : next
}

/** Entries after `change`; the same array where nothing changed. */
export function changedEach<T>(entries: readonly T[], change: (entry: T) => T): readonly T[] {
  const next = entries.map(change)
  return next.every((entry, i) => entry === entries[i]) ? entries : next
}

/** `entry` with an id: its own, or one made of `name`, unlike all in `taken`. Refuses an id that is taken. */
export function withId<T extends { readonly id?: string | undefined }>(
  entry: T,
  name: string,
  taken: ReadonlySet<string>,
  path: string,
): Result<T & Entry> {
  const id = entry.id ?? uniqueId(name, taken)
  if (entry.id !== undefined && taken.has(entry.id)) {
    return refused({ path: `${path}.id`, message: `the id ${quoted(entry.id)} is taken` })
  }
  return { ok: true, value: { ...entry, id } }
}

/** The id that a new step with this name gets. */
export function newStepId(workflow: Workflow, name: string, kind: string): string {
  return freshId(workflow, workflow.steps, slug(name, kind))
}

/**
 * `wanted`, or the first of its numbered forms that no entry has and no decision about a finding speaks of: what is new
 * must not begin with a decision that somebody made about something else.
 */
export function freshId(workflow: Workflow, entries: readonly Entry[], wanted: string): string {
  return uniqueId(wanted, takenIds(workflow, entries))
}

/** Ids of `entries`, and those that decisions about findings speak of. */
export function takenIds({ dispositions }: Workflow, entries: readonly Entry[]): Set<string> {
  const taken = idsOf(entries)
  for (const { finding } of dispositions) taken.add(finding.slice(ruleOf(finding).length + 1))
  return taken
}

/** What the id of a new transition is made of. */
export function transitionName({ from, to }: { readonly from: string; readonly to: string }): string {
  return slug(`${from} ${to}`, 'transition')
}

/** What the id of a new handoff is made of. */
export function handoffName(handoff: { readonly kind: string; readonly at: object }): string {
  return slug(`${handoff.kind} ${Object.values(handoff.at).join(' ')}`, handoff.kind)
}

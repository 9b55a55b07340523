// The difference between two revisions, small enough to be written to the recovery journal at every edit.
import { z } from 'zod'
import { inCanonicalOrder } from './order.ts'
import { parseJson } from './parse-json.ts'
import { readWorkflow } from './read.ts'
import { checkSchema } from './schema-faults.ts'
import { compareText } from '../support/compare.ts'
import { ok } from '../support/result.ts'
import type { Result } from '../support/result.ts'
import type { Workflow } from '../model/workflow.ts'

type Json = Readonly<Record<string, unknown>>

/** What became of a list of entries: those that are new or changed, whole, and the keys of those that are gone. */
const EntriesSchema = z.strictObject({
  put: z.array(z.looseObject({})).optional(),
  remove: z.array(z.string()).optional(),
})
/** Pairs rather than an object, so that no id of a step becomes a key on the way. */
const PairsSchema = z.strictObject({
  put: z.array(z.tuple([z.string(), z.unknown()])).optional(),
  remove: z.array(z.string()).optional(),
})
export const PatchSchema = z.strictObject({
  lists: z.record(z.string(), EntriesSchema).optional(),
  notes: EntriesSchema.optional(),
  positions: PairsSchema.optional(),
  layout: PairsSchema.optional(),
  /** Everything of the document that is no list: name, brief, profile, unknown fields. Replaced whole. */
  fields: PairsSchema.optional(),
})

/** Plain JSON. Empty when nothing changed. */
export type Patch = z.output<typeof PatchSchema>
type EntriesPatch = z.output<typeof EntriesSchema>
type PairsPatch = z.output<typeof PairsSchema>

/** The collections of the document and the key that tells their entries apart, in the order of the format. */
const LISTS = [
  ['parties', 'id'],
  ['steps', 'id'],
  ['transitions', 'id'],
  ['handoffs', 'id'],
  ['dispositions', 'finding'],
  ['scenarios', 'id'],
] as const

/**
 * What leads from `before` to `after`. Entries that both share are told apart by identity and cost nothing more than
 * the comparison: O(entries), about 0.1 ms for 1,000 steps.
 */
export function diffDocuments(before: Workflow, after: Workflow): Patch {
  const [a, b] = [inCanonicalOrder(before), inCanonicalOrder(after)]
  const lists = LISTS.flatMap(([name, key]) => {
    const change = diffEntries(a[name], b[name], key)
    return change ? [[name, change] as const] : []
  })
  return {
    ...(lists.length > 0 && { lists: Object.fromEntries(lists) }),
    ...optional('notes', diffEntries(a.layout.notes, b.layout.notes, 'id')),
    ...optional('positions', diffPairs(a.layout.steps, b.layout.steps, [])),
    ...optional(
      'layout',
      a.layout === b.layout ? undefined : diffPairs(a.layout, b.layout, ['steps', 'notes']),
    ),
    ...optional('fields', diffPairs(a, b, [...LISTS.map(([name]) => name), 'layout'])),
  }
}

/** Reads a patch from the journal. */
export function readPatch(text: string): Result<Patch> {
  const parsed = parseJson(text)
  return parsed.ok ? checkSchema(PatchSchema, parsed.value.value) : parsed
}

/** The workflow after a patch. Refuses a patch that does not lead to a document that can be read. */
export function applyPatch(workflow: Workflow, patch: Patch): Result<Workflow> {
  return applyPatches(workflow, [patch])
}

/** The workflow after several patches, checked once at the end: a journal of thousands is replayed in one go. */
export function applyPatches(workflow: Workflow, patches: readonly Patch[]): Result<Workflow> {
  return patches.length === 0 ? ok(workflow) : readWorkflow(patched(workflow, patches))
}

/** The same, unchecked and in any order; entries that no patch names are the very same objects. */
export function patched(workflow: Workflow, patches: readonly Patch[]): Workflow {
  const lists = LISTS.map(([name, key]) => {
    const changes = patches.map((patch) =>
      patch.lists && Object.hasOwn(patch.lists, name) ? patch.lists[name] : undefined,
    )
    return [name, patchedEntries(workflow[name], changes, key)] as const
  })
  const { steps, notes, ...rest } = workflow.layout
  const layout = {
    ...patchedPairs(
      rest,
      patches.map((patch) => patch.layout),
    ),
    steps: patchedPairs(
      steps,
      patches.map((patch) => patch.positions),
    ),
    notes: patchedEntries(
      notes,
      patches.map((patch) => patch.notes),
      'id',
    ),
  }
  const fields = patchedPairs(
    workflow,
    patches.map((patch) => patch.fields),
  )
  return { ...fields, ...Object.fromEntries(lists), layout } as unknown as Workflow
}

function diffEntries(before: readonly Json[], after: readonly Json[], key: string): EntriesPatch | undefined {
  if (before === after) return undefined
  const old = byKey(before, key)
  const present = byKey(after, key)
  const put = after.filter((entry) => old.get(entry[key] as string) !== entry)
  const remove = [...old.keys()].filter((id) => !present.has(id))
  return change(put as Record<string, unknown>[], remove)
}

function diffPairs(before: Json, after: Json, except: readonly string[]): PairsPatch | undefined {
  if (before === after) return undefined
  const told = (key: string): boolean => !except.includes(key)
  const put = Object.entries(after).filter(
    ([key, value]) =>
      told(key) && value !== undefined && !(Object.hasOwn(before, key) && sameValue(before[key], value)),
  )
  const remove = Object.keys(before).filter(
    (key) => told(key) && (!Object.hasOwn(after, key) || after[key] === undefined),
  )
  return change(
    put.toSorted(([a], [b]) => compareText(a, b)),
    remove,
  )
}

// Positions are made anew by whoever moves steps, so that identity alone would send all of them.
function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true
  return (
    Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((member, i) => member === b[i])
  )
}

function change<T>(put: T[], remove: string[]): { put?: T[]; remove?: string[] } | undefined {
  if (put.length === 0 && remove.length === 0) return undefined
  return { ...(put.length > 0 && { put }), ...(remove.length > 0 && { remove }) }
}

function optional<K extends string, V>(key: K, value: V | undefined): { [k in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [k in K]: V })
}

function patchedEntries(
  entries: readonly Json[],
  patches: readonly (EntriesPatch | undefined)[],
  key: string,
): readonly Json[] {
  // Shared where nothing is said about it: each revision of an undo stack would have a list of its own otherwise.
  if (patches.every((patch) => patch === undefined)) return entries
  const next = byKey(entries, key)
  for (const patch of patches) {
    for (const id of patch?.remove ?? []) next.delete(id)
    for (const entry of patch?.put ?? []) next.set(String(entry[key]), entry)
  }
  return [...next.values()]
}

function patchedPairs(fields: Json, patches: readonly (PairsPatch | undefined)[]): Json {
  if (patches.every((patch) => patch === undefined)) return fields
  const next = new Map<string, unknown>(Object.entries(fields))
  for (const patch of patches) {
    for (const key of patch?.remove ?? []) next.delete(key)
    for (const [field, value] of patch?.put ?? []) next.set(field, value)
  }
  return Object.fromEntries(next)
}

function byKey(entries: readonly Json[], key: string): Map<string, Json> {
  return new Map(entries.map((entry) => [String(entry[key]), entry]))
}

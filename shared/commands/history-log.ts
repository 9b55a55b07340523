// A history as the recovery journal keeps it: one entry for each edit, undo, redo and save. From the text it began
// with and these entries the whole undo stack comes back, not the last revision alone.
import { z } from 'zod'
import { redo, startHistory, undo } from './history.ts'
import { inCanonicalOrder } from '../document/order.ts'
import { parseJson } from '../document/parse-json.ts'
import { diffDocuments, patched, PatchSchema } from '../document/patch.ts'
import { readWorkflow } from '../document/read.ts'
import { checkSchema } from '../document/schema-faults.ts'
import type { History } from './history.ts'
import type { Workflow } from '../model/workflow.ts'

const FileSchema = z.strictObject({ path: z.string(), name: z.string(), hash: z.string() })

const EntrySchema = z.union([
  /** A new undo step, or one more edit of the step on top (a burst of typing). */
  z.strictObject({ edit: z.enum(['new', 'more']), label: z.string(), patch: PatchSchema }),
  z.strictObject({ step: z.enum(['undo', 'redo']) }),
  /** The file holds the revision `at` undo steps from here (back is negative); null: none that can be undone to. */
  z.strictObject({ saved: FileSchema, at: z.int().nullable() }),
  /** The present is the revision that the document began with. */
  z.strictObject({ first: z.literal(true) }),
])
const EntriesSchema = z.array(EntrySchema)

export type HistoryEntry = z.output<typeof EntrySchema>
export type SavedFile = z.output<typeof FileSchema>

/** What happened to a history, for the journal. */
export interface HistoryChange {
  readonly kind: 'new' | 'more' | 'undo' | 'redo'
  readonly before: Workflow
  readonly after: History
}

export interface Replayed {
  readonly history: History
  /** The revision that the document began with; undefined where the entries no longer reach back so far. */
  readonly first: Workflow | undefined
  /** The file as it was saved last; undefined where no save was noted. */
  readonly file: SavedFile | undefined
  /** Texts at the end that could not be read, or that led to no readable document. */
  readonly lost: number
}

export interface WholeHistory {
  readonly base: Workflow
  readonly entries: readonly HistoryEntry[]
}

/** How many undo steps a journal that begins anew takes along. */
export const KEPT_STEPS = 1000

/** Several changes as entries, in order. Changes of one burst become one entry. */
export function entriesOf(changes: readonly HistoryChange[]): readonly HistoryEntry[] {
  const entries: HistoryEntry[] = []
  for (let i = 0; i < changes.length; i++) {
    const { kind, before, after } = changes[i]!
    if (kind === 'undo' || kind === 'redo') {
      entries.push({ step: kind })
      continue
    }
    let last = after
    while (changes[i + 1]?.kind === 'more') last = changes[++i]!.after
    entries.push(edit(kind, last.past?.label ?? '', before, last.present))
  }
  return entries
}

/** The note that the file holds `saved`, which is somewhere on the way between the first undo and the last redo. */
export function savedEntry(history: History, saved: Workflow, file: SavedFile): HistoryEntry {
  return { saved: file, at: distance(history, saved) }
}

/** A history from its oldest kept revision on, with its way forward, for a journal that begins with it. */
export function wholeHistory(history: History, first: Workflow, file: SavedFile | null): WholeHistory {
  const past: { readonly label: string; readonly workflow: Workflow }[] = []
  for (let pile = history.past; pile && past.length < KEPT_STEPS; pile = pile.below) past.unshift(pile)
  const base = past[0]?.workflow ?? history.present
  const entries: HistoryEntry[] = marks(base, history, first, file)
  let before = base
  past.forEach(({ label }, i) => {
    const after = past[i + 1]?.workflow ?? history.present
    entries.push(edit('new', label, before, after), ...marks(after, history, first, file))
    before = after
  })
  let forward = 0
  for (let pile = history.future; pile; pile = pile.below, forward++) {
    entries.push(
      edit('new', pile.label, before, pile.workflow),
      ...marks(pile.workflow, history, first, file),
    )
    before = pile.workflow
  }
  for (; forward > 0; forward--) entries.push({ step: 'undo' })
  if (file && distance(history, history.saved) === null) entries.push({ saved: file, at: null })
  return { base, entries }
}

/**
 * The history that a journal tells of. As much as can be read: what is damaged ends it, since later entries build on
 * it. Only the present is checked in full; O(entries x size of the document), about 1 s for 1,000 edits of 1,000 steps.
 */
export function replayHistory(base: Workflow, texts: readonly string[]): Replayed {
  const read: (readonly HistoryEntry[])[] = []
  for (const text of texts) {
    const entries = readEntries(text)
    if (!entries) break
    read.push(entries)
  }
  for (let count = read.length; count > 0; count--) {
    const replayed = play(base, read.slice(0, count).flat())
    const checked = readWorkflow(replayed.history.present)
    if (checked.ok) return { ...replayed, lost: texts.length - count }
  }
  return { history: startHistory(base, { saved: false }), first: base, file: undefined, lost: texts.length }
}

function play(base: Workflow, entries: readonly HistoryEntry[]): Omit<Replayed, 'lost'> {
  let history = startHistory(base, { saved: false })
  let first: Workflow | undefined
  let file: SavedFile | undefined
  for (const entry of entries) {
    if ('edit' in entry) history = edited(history, entry)
    else if ('step' in entry) history = entry.step === 'undo' ? undo(history) : redo(history)
    else if ('first' in entry) first = history.present
    else {
      file = entry.saved
      history = { ...history, saved: entry.at === null ? undefined : revisionAt(history, entry.at) }
    }
  }
  return { history, first, file }
}

function edited(history: History, entry: Extract<HistoryEntry, { readonly edit: string }>): History {
  const present = inCanonicalOrder(patched(history.present, [entry.patch]))
  const past =
    entry.edit === 'more' && history.past
      ? history.past
      : { label: entry.label, workflow: history.present, below: history.past }
  return { ...history, past, present, future: undefined }
}

function readEntries(text: string): readonly HistoryEntry[] | undefined {
  const parsed = parseJson(text)
  if (!parsed.ok) return undefined
  const checked = checkSchema(EntriesSchema, parsed.value.value)
  if (checked.ok) return checked.value
  // Earlier versions kept the bare patch of each edit.
  const bare = checkSchema(PatchSchema, parsed.value.value)
  return bare.ok ? [{ edit: 'new', label: 'edit', patch: bare.value }] : undefined
}

function edit(kind: 'new' | 'more', label: string, before: Workflow, after: Workflow): HistoryEntry {
  return { edit: kind, label, patch: diffDocuments(before, after) }
}

function marks(at: Workflow, history: History, first: Workflow, file: SavedFile | null): HistoryEntry[] {
  return [
    ...(at === first ? [{ first: true as const }] : []),
    ...(file && at === history.saved ? [{ saved: file, at: 0 }] : []),
  ]
}

/** How many undo steps away a revision is, back negative; null where no undo and no redo leads to it. */
function distance(history: History, revision: Workflow | undefined): number | null {
  if (revision === undefined) return null
  if (history.present === revision) return 0
  let steps = -1
  for (let pile = history.past; pile; pile = pile.below, steps--) if (pile.workflow === revision) return steps
  steps = 1
  for (let pile = history.future; pile; pile = pile.below, steps++)
    if (pile.workflow === revision) return steps
  return null
}

function revisionAt(history: History, steps: number): Workflow | undefined {
  let at = history
  for (let left = Math.abs(steps); left > 0; left--) at = steps < 0 ? undo(at) : redo(at)
  return at.present
}

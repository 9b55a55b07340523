// The recovery journal as the window sees it: every edit, undo, redo and save leaves for the host within 150 ms, so
// that the document comes back with its whole undo stack. It is kept until the document is closed.
import { entriesOf, savedEntry, wholeHistory } from '../../shared/commands/history-log.ts'
import type { HistoryChange, HistoryEntry } from '../../shared/commands/history-log.ts'
import type { History } from '../../shared/commands/history.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { documents, findTab } from './documents.ts'
import type { DocumentTab } from './documents.ts'
import { documentText } from './document-text.ts'
import { host } from './host.ts'
import { showProblem } from './messages.ts'
import { words } from '../words/words.ts'

/** An edit waits at most this long for others to join it. */
const BATCH_MS = 150
/** Characters of entries after which a journal begins anew with the latest undo steps alone. */
const LONGEST = 8_000_000

interface Writer {
  /** Changes that were not sent yet. */
  waiting: HistoryChange[]
  sequence: number
  /** Characters that may still be sent before the journal begins anew. */
  room: number
  timer: ReturnType<typeof setTimeout> | null
  /** Calls to the host in order; one waits for the one before. */
  queue: Promise<void>
}

const writers = new Map<string, Writer>()
/** True from the first failure until something arrives again: one outage is one message. */
let failing = false

/** Starts (or restarts) the journal of a document from its present undo stack, or from the one it had before an edit. */
export async function beginJournal(id: string, from?: History): Promise<void> {
  const tab = findTab(documents.getState(), id)
  if (!tab) return
  const last = writers.get(id)
  cancel(last)
  const { base, entries } = wholeHistory(from ?? tab.history, tab.first, fileOf(tab))
  const { path, name, savedHash } = tab
  const writer: Writer = { ...fresh(), queue: last?.queue ?? Promise.resolve() }
  writers.set(id, writer)
  void send(id, writer, async () => {
    const text = await documentText(base)
    await host().call('journal.begin', { document: id, path, name, savedHash, text })
  })
  if (entries.length > 0) append(id, writer, entries)
  // What this one begins with may be long itself; it must not begin anew at once.
  writer.room = LONGEST
  await writer.queue
}

/** Goes on with a journal that the host still has, `sequence` texts long. */
export function continueJournal(id: string, sequence: number): void {
  writers.set(id, { ...fresh(), sequence })
}

/** Notes that a document changed; `before` is the history the journal starts from when it has not begun. */
export function recordEdit(id: string, before: History, change: Omit<HistoryChange, 'before'>): void {
  if (!writers.has(id)) void beginJournal(id, before)
  const writer = writers.get(id)
  if (!writer) return
  writer.waiting.push({ ...change, before: before.present })
  if (writer.timer === null) writer.timer = setTimeout(() => flush(id, writer), BATCH_MS)
}

/** Notes that the file of a document now holds `saved`. */
export function recordSave(id: string, saved: Workflow): void {
  const tab = findTab(documents.getState(), id)
  const file = tab && fileOf(tab)
  const writer = writers.get(id)
  if (!tab || !file) return
  if (!writer) return void beginJournal(id)
  flush(id, writer)
  append(id, writer, [savedEntry(tab.history, saved, file)])
}

/** Sends everything that waits; resolves when the host has it. For blur, page hide and the end of the app. */
export async function flushJournals(): Promise<void> {
  for (const [id, writer] of writers) flush(id, writer)
  await Promise.all([...writers.values()].map((writer) => writer.queue))
}

/** Forgets a document that was closed on purpose; resolves when the host has forgotten it too. */
export function endJournal(id: string): Promise<void> {
  const writer = writers.get(id)
  if (!writer) return Promise.resolve()
  cancel(writer)
  writers.delete(id)
  return send(id, writer, () => host().call('journal.end', { document: id }))
}

function fresh(): Writer {
  return { waiting: [], sequence: 0, room: LONGEST, timer: null, queue: Promise.resolve() }
}

function fileOf({ path, name, savedHash }: DocumentTab) {
  return path === null || savedHash === null ? null : { path, name, hash: savedHash }
}

function flush(id: string, writer: Writer): void {
  cancel(writer)
  if (writers.get(id) !== writer || writer.waiting.length === 0) return
  if (writer.room <= 0) return void beginJournal(id)
  const entries = entriesOf(writer.waiting)
  writer.waiting = []
  append(id, writer, entries)
}

function append(id: string, writer: Writer, entries: readonly HistoryEntry[]): void {
  const patch = JSON.stringify(entries)
  const sequence = ++writer.sequence
  writer.room -= patch.length
  void send(id, writer, () => host().call('journal.append', { document: id, sequence, patch }))
}

function cancel(writer: Writer | undefined): void {
  if (!writer || writer.timer === null) return
  clearTimeout(writer.timer)
  writer.timer = null
}

function send(id: string, writer: Writer, call: () => Promise<unknown>): Promise<void> {
  writer.queue = writer.queue.then(call).then(
    () => {
      failing = false
    },
    (error: unknown) => {
      // A journal with a hole is of no use: the next edit starts it anew, with the whole undo stack.
      if (writers.get(id) === writer) writers.delete(id)
      if (failing) return
      failing = true
      showProblem(words.messages.journalStopped, error)
    },
  )
  return writer.queue
}

// The recovery journal as the window sees it: every edit leaves for the host within 150 ms, as a patch.
import { diffDocuments } from '../../shared/document/patch.ts'
import { writeDocument } from '../../shared/document/write.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { documents, findTab, workflowOf } from './documents.ts'
import { host } from './host.ts'
import { showProblem } from './messages.ts'

/** An edit waits at most this long for others to join it. */
const BATCH_MS = 150

interface Writer {
  /** What the journal holds once everything sent has arrived. */
  written: Workflow
  sequence: number
  timer: ReturnType<typeof setTimeout> | null
  /** Calls to the host in order; one waits for the one before. */
  queue: Promise<void>
}

const writers = new Map<string, Writer>()
/** True from the first failure until something arrives again: one outage is one message. */
let failing = false

/** Starts (or restarts) the journal of a document from its present text. */
export async function beginJournal(id: string, from?: Workflow): Promise<void> {
  const tab = findTab(documents.getState(), id)
  if (!tab) return
  cancel(writers.get(id))
  const written = from ?? workflowOf(tab)
  const writer: Writer = { written, sequence: 0, timer: null, queue: Promise.resolve() }
  writers.set(id, writer)
  const { path, name, savedHash } = tab
  await send(id, writer, () =>
    host().call('journal.begin', { document: id, path, name, savedHash, text: writeDocument(written) }),
  )
}

/** Notes that a document changed; `before` is the revision the journal starts from when it has not begun. */
export function recordEdit(id: string, before: Workflow): void {
  if (!writers.has(id)) void beginJournal(id, before)
  const writer = writers.get(id)
  if (writer && writer.timer === null) writer.timer = setTimeout(() => flush(id, writer), BATCH_MS)
}

/** Sends everything that waits; resolves when the host has it. For blur, page hide and the end of the app. */
export async function flushJournals(): Promise<void> {
  for (const [id, writer] of writers) flush(id, writer)
  await Promise.all([...writers.values()].map((writer) => writer.queue))
}

/** Forgets a document that was saved, or closed on purpose; resolves when the host has forgotten it too. */
export function endJournal(id: string): Promise<void> {
  const writer = writers.get(id)
  if (!writer) return Promise.resolve()
  cancel(writer)
  writers.delete(id)
  return send(id, writer, () => host().call('journal.end', { document: id }))
}

function flush(id: string, writer: Writer): void {
  cancel(writer)
  const tab = findTab(documents.getState(), id)
  if (!tab || writers.get(id) !== writer) return
  const now = workflowOf(tab)
  if (now === writer.written) return
  const patch = JSON.stringify(diffDocuments(writer.written, now))
  writer.written = now
  const sequence = ++writer.sequence
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
      // A journal with a hole is of no use: the next edit starts it anew, with the whole text.
      if (writers.get(id) === writer) writers.delete(id)
      if (failing) return
      failing = true
      showProblem('Edits are not reaching the recovery journal. Save your work now.', error)
    },
  )
  return writer.queue
}

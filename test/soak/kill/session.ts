// What a window does in the kill test, in Node and in a real browser alike: recovers, then edits without a pause.
import type { HostTransport, Reply } from '../../../shared/host/wire.ts'

/** What the judge hears of a window. `at` is in milliseconds since 1970. */
export type Report =
  | { readonly kind: 'recovered'; readonly documents: readonly Recovered[] }
  | { readonly kind: 'made'; readonly edit: number; readonly at: number }
  | { readonly kind: 'acknowledged'; readonly edit: number; readonly at: number }
  /** The host acknowledged that it forgot this document. */
  | { readonly kind: 'ended'; readonly document: string }
  | { readonly kind: 'refused'; readonly message: string }

export interface Recovered {
  readonly document: string
  /** Every edit up to this one is there; null when the patches do not follow one another. */
  readonly upTo: number | null
}

export interface SessionOptions {
  readonly transport: HostTransport
  readonly report: (report: Report) => void
  /** A number in [0, 1) from a seeded source. */
  readonly random: () => number
}

/** The document that is edited through all deaths; the others live for a moment only. */
export const DOCUMENT = 'work'
const MAX_PATCHES = 40
const MAX_PENDING = 4
/** Filling that makes texts and patches as long as real ones. */
const FILLING = 'x'.repeat(3_000)

/** Runs until the connection is lost. */
export async function runSession({ transport, report, random }: SessionOptions): Promise<void> {
  const state = { open: true, pending: 0 }
  const call = async (name: string, input: unknown): Promise<Reply> => {
    const reply = await transport.call(name, input)
    if (reply.ok) return reply
    state.open = false
    if (reply.error.code !== 'disconnected')
      report({ kind: 'refused', message: `${name}: ${reply.error.message}` })
    return reply
  }

  const recovery = await call('journal.recover', {})
  if (!recovery.ok) return
  const documents = (recovery.value as { documents: RecoveredDocument[] }).documents.map(readBack)
  report({ kind: 'recovered', documents })
  let edit = documents.find(({ document }) => document === DOCUMENT)?.upTo ?? 0

  await call('journal.begin', documentInput(DOCUMENT, edit))
  await liveAndDie(call, report, random)
  while (state.open) {
    for (let sequence = 1; sequence <= MAX_PATCHES && state.open; sequence++) {
      edit++
      report({ kind: 'made', edit, at: Date.now() })
      state.pending++
      void appendEdit(sequence, edit).finally(() => state.pending--)
      // Edits come one by one, and now and then faster than they are answered.
      do await pause(random() * 6)
      while (state.pending >= MAX_PENDING && state.open)
    }
    if (state.open) await call('journal.begin', documentInput(DOCUMENT, edit))
  }

  async function appendEdit(sequence: number, number: number): Promise<void> {
    const patch = JSON.stringify({ edit: number, filling: FILLING.slice(0, random() * FILLING.length) })
    const reply = await call('journal.append', { document: DOCUMENT, sequence, patch })
    if (reply.ok) report({ kind: 'acknowledged', edit: number, at: Date.now() })
  }
}

// A document that is begun, edited, saved and so forgotten must not come back from the dead.
async function liveAndDie(
  call: (name: string, input: unknown) => Promise<Reply>,
  report: (report: Report) => void,
  random: () => number,
): Promise<void> {
  const document = `brief-${Math.floor(random() * 1e9)}`
  await call('journal.begin', documentInput(document, 0))
  await call('journal.append', { document, sequence: 1, patch: JSON.stringify({ edit: 1 }) })
  const reply = await call('journal.end', { document })
  if (reply.ok) report({ kind: 'ended', document })
}

interface RecoveredDocument {
  readonly document: string
  readonly base: string
  readonly patches: readonly string[]
}

function documentInput(document: string, upTo: number): unknown {
  return {
    document,
    path: null,
    name: 'Untitled',
    savedHash: null,
    text: JSON.stringify({ upTo, filling: FILLING }),
  }
}

function readBack({ document, base, patches }: RecoveredDocument): Recovered {
  const { upTo } = JSON.parse(base) as { upTo: number }
  const edits = patches.map((patch) => (JSON.parse(patch) as { edit: number }).edit)
  const follows = edits.every((edit, index) => edit === upTo + 1 + index)
  return { document, upTo: follows ? upTo + edits.length : null }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

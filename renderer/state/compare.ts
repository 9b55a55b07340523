// Each open document beside another side of it. Worked out in a worker of its own, and only in the compare mode.
import { createStore } from 'zustand/vanilla'
import { changesToRestore, restoreCommand } from '../../shared/diff/restore.ts'
import type { Change, ChangeClass, Difference } from '../../shared/model/difference.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import type { CompareReply, CompareRequest } from '../worker/messages.ts'
import { isOnDisk, readSide } from './compare-side.ts'
import type { SideKind } from './compare-side.ts'
import { activeTab, documents, findTab, workflowOf } from './documents.ts'
import type { DocumentTab } from './documents.ts'
import { runCommand } from './edit.ts'
import { announce } from './messages.ts'
import { showWalk, view, viewOf } from './view.ts'
import { words } from '../words/words.ts'

/** Which of the two is drawn: the other side, this document, or both over each other. */
export type Layer = 'before' | 'both' | 'after' | 'beside'

export interface TabComparison {
  readonly side: SideKind | null
  /** What the other side is called, where it is a file that somebody picked. */
  readonly name: string
  readonly other: Workflow | null
  /** Hash of the document's file when the side was chosen: what lies on disk is read again after a save. */
  readonly savedHash: string | null
  /** The other side under the ids of this document. */
  readonly before: Workflow | null
  readonly difference: Difference | null
  /** The revision and the other side that `difference` speaks of. */
  readonly of: Workflow | null
  readonly against: Workflow | null
  readonly working: boolean
  /** Why there is no other side, or no answer. */
  readonly error: string | null
  readonly layer: Layer
  readonly shown: readonly ChangeClass[]
}

export interface CompareState {
  readonly tabs: Readonly<Record<string, TabComparison>>
}

/** A worker, or anything that behaves like one. */
export interface CompareWorker {
  postMessage(request: CompareRequest): void
  onmessage: ((event: MessageEvent<CompareReply>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
  terminate(): void
}

const NO_COMPARISON: TabComparison = {
  side: null,
  name: '',
  other: null,
  savedHash: null,
  before: null,
  difference: null,
  of: null,
  against: null,
  working: false,
  error: null,
  layer: 'both',
  // What was only moved must not drown what is meant.
  shown: ['policy', 'tags', 'structure', 'label'],
}

const QUIET_MS = 150

export const comparisons = createStore<CompareState>()(() => ({
  tabs: Object.create(null) as Record<string, TabComparison>,
}))

export function comparisonOf(state: CompareState, tab: string | null): TabComparison {
  return (tab !== null && state.tabs[tab]) || NO_COMPARISON
}

interface Work {
  readonly tab: string
  readonly of: Workflow
  readonly against: Workflow
  readonly worker: CompareWorker
}

let work: Work | null = null
let wanted: ReturnType<typeof setTimeout> | undefined

/** Compares the active document whenever it is looked at and has changed. Returns a function that stops it. */
export function followComparison(startWorker: () => CompareWorker): () => void {
  const look = (): void => {
    const tab = activeTab(documents.getState())
    if (work && !isWanted(tab, work)) giveUp()
    clearTimeout(wanted)
    if (!tab || viewOf(view.getState(), tab.id).mode !== 'compare') return
    const now = comparisonOf(comparisons.getState(), tab.id)
    if (now.side === null) return void chooseSide(tab.id, tab.path === null ? 'opened' : 'saved')
    if (isOnDisk(now.side) && now.savedHash !== tab.savedHash) return void chooseSide(tab.id, now.side)
    if (!work && needsWork(now, tab)) wanted = setTimeout(() => begin(tab.id, startWorker), QUIET_MS)
  }
  const stops = [
    documents.subscribe(look),
    view.subscribe(look),
    comparisons.subscribe(look),
    documents.subscribe(forgetClosed),
  ]
  look()
  return () => {
    for (const stop of stops) stop()
    clearTimeout(wanted)
    giveUp()
  }
}

/** Reads the other side and compares with it. A side that cannot be read is said, and nothing is compared. */
export async function chooseSide(tab: string, side: SideKind): Promise<void> {
  const before = comparisonOf(comparisons.getState(), tab)
  const document = findTab(documents.getState(), tab)
  if (!document) return
  update(tab, { side, savedHash: document.savedHash })
  const read = await readSide(document, side)
  // Meanwhile another one may have been chosen.
  if (comparisonOf(comparisons.getState(), tab).side !== side) return
  if (read.kind === 'cancelled') return update(tab, { side: before.side })
  const cleared = { before: null, difference: null, of: null, against: null }
  if (read.kind === 'failed') return update(tab, { ...cleared, other: null, name: '', error: read.why })
  showWalk(tab, null)
  update(tab, { ...cleared, other: read.workflow, name: read.name, error: null })
}

export function setLayer(tab: string, layer: Layer): void {
  update(tab, { layer })
}

export function showClass(tab: string, about: ChangeClass, shown: boolean): void {
  const now = comparisonOf(comparisons.getState(), tab).shown.filter((each) => each !== about)
  update(tab, { shown: shown ? [...now, about] : now })
}

/**
 * Makes parts of the document as they are on the other side, with whatever they cannot do without, as one undo step.
 * Answers the changes that were taken back; none where the comparison is about an older revision.
 */
export function restore(keys: readonly string[], label: string): readonly Change[] {
  const tab = activeTab(documents.getState())
  const { difference, of } = comparisonOf(comparisons.getState(), tab?.id ?? null)
  if (!tab || !difference || of !== workflowOf(tab)) return []
  const changes = changesToRestore(of, difference.structural, keys)
  const command = restoreCommand(of, changes, label)
  if (!command || !runCommand(command)) return []
  announce(words.messages.restored(changes.length))
  return changes
}

function isWanted(tab: DocumentTab | null, { tab: id, of, against }: Work): boolean {
  const now = comparisonOf(comparisons.getState(), id)
  return tab?.id === id && workflowOf(tab) === of && now.other === against
}

function needsWork({ other, of, against, error }: TabComparison, tab: DocumentTab): boolean {
  return other !== null && error === null && (of !== workflowOf(tab) || against !== other)
}

function begin(id: string, startWorker: () => CompareWorker): void {
  const tab = findTab(documents.getState(), id)
  const { other } = comparisonOf(comparisons.getState(), id)
  if (work || !tab || !other) return
  const of = workflowOf(tab)
  const worker = startWorker()
  work = { tab: id, of, against: other, worker }
  update(id, { working: true })
  worker.onmessage = ({ data }) => heard(id, of, data)
  worker.onerror = (event) => heard(id, of, { kind: 'failed', message: event.message })
  worker.postMessage({ kind: 'compare', before: other, after: of })
}

function heard(tab: string, of: Workflow, reply: CompareReply): void {
  if (work?.of !== of) return
  const { against } = work
  giveUp()
  if (reply.kind === 'failed') update(tab, { error: reply.message })
  else update(tab, { before: reply.before, difference: reply.difference, of, against })
}

function giveUp(): void {
  if (!work) return
  const { tab, worker } = work
  work = null
  worker.terminate()
  update(tab, { working: false })
}

function update(tab: string, change: Partial<TabComparison>): void {
  comparisons.setState((state) => ({
    tabs: { ...state.tabs, [tab]: { ...comparisonOf(state, tab), ...change } },
  }))
}

function forgetClosed(): void {
  const open = new Set(documents.getState().tabs.map(({ id }) => id))
  const { tabs } = comparisons.getState()
  const kept = Object.entries(tabs).filter(([id]) => open.has(id))
  if (kept.length < Object.keys(tabs).length) comparisons.setState({ tabs: Object.fromEntries(kept) })
}

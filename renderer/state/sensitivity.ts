// What the placement of each open document hangs on. Worked out in a worker of its own, so that the analysis after an
// edit never waits for it, and only while somebody looks at it.
import { createStore } from 'zustand/vanilla'
import type { Sensitivity } from '../../shared/model/sensitivity.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import type { SensitivityReply, SensitivityRequest } from '../worker/messages.ts'
import { activeTab, documents } from './documents.ts'
import type { DocumentTab } from './documents.ts'
import { view } from './view.ts'

export interface TabSensitivity {
  /** The last answer, and the revision that it speaks of. */
  readonly result: Sensitivity | null
  readonly of: Workflow | null
  /** How far the work on the present revision is; null when nobody works. */
  readonly progress: { readonly done: number; readonly total: number } | null
  /** The revision that somebody stopped the work on, or that it failed on. */
  readonly stopped: Workflow | null
  readonly error: string | null
}

export interface SensitivityState {
  readonly tabs: Readonly<Record<string, TabSensitivity>>
}

/** A worker, or anything that behaves like one. */
export interface SensitivityWorker {
  postMessage(request: SensitivityRequest): void
  onmessage: ((event: MessageEvent<SensitivityReply>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
  terminate(): void
}

export const NO_SENSITIVITY: TabSensitivity = {
  result: null,
  of: null,
  progress: null,
  stopped: null,
  error: null,
}

/** While somebody types, every key would start it again. */
const QUIET_MS = 400

export const sensitivities = createStore<SensitivityState>()(() => ({
  tabs: Object.create(null) as Record<string, TabSensitivity>,
}))

export function sensitivityOfTab(state: SensitivityState, tab: string | null): TabSensitivity {
  return (tab !== null && state.tabs[tab]) || NO_SENSITIVITY
}

interface Work {
  readonly tab: string
  readonly workflow: Workflow
  readonly worker: SensitivityWorker
}

let work: Work | null = null
let wanted: ReturnType<typeof setTimeout> | undefined

/** Works it out for the active document whenever it is looked at and has changed. Returns a function that stops it. */
export function followSensitivity(startWorker: () => SensitivityWorker): () => void {
  const look = (): void => {
    const tab = activeTab(documents.getState())
    if (work && (work.tab !== tab?.id || work.workflow !== tab.history.present)) giveUp()
    clearTimeout(wanted)
    if (tab && isLookedAt() && needsWork(tab)) wanted = setTimeout(() => begin(tab, startWorker), QUIET_MS)
  }
  const stops = [
    documents.subscribe(look),
    view.subscribe(look),
    sensitivities.subscribe(look),
    sensitivities.subscribe(forgetClosed),
  ]
  look()
  return () => {
    for (const stop of stops) stop()
    clearTimeout(wanted)
    giveUp()
  }
}

/** Stops the work on the active document until it changes or somebody asks again. */
export function stopSensitivity(): void {
  if (!work) return
  const { tab, workflow } = work
  giveUp()
  update(tab, { stopped: workflow })
}

/** Asks for the active document again, after it was stopped or failed. */
export function resumeSensitivity(): void {
  const { active } = documents.getState()
  if (active === null) return
  update(active, { stopped: null, error: null })
}

function isLookedAt(): boolean {
  const { overlay, bottomTab, panes } = view.getState()
  return overlay === 'decides' || (bottomTab === 'sensitivity' && panes.bottom)
}

function needsWork({ id, history }: DocumentTab): boolean {
  const { of, stopped } = sensitivityOfTab(sensitivities.getState(), id)
  return work === null && of !== history.present && stopped !== history.present
}

function begin({ id: tab }: DocumentTab, startWorker: () => SensitivityWorker): void {
  const now = activeTab(documents.getState())
  if (work || now?.id !== tab) return
  const workflow = now.history.present
  const worker = startWorker()
  work = { tab, workflow, worker }
  update(tab, { progress: { done: 0, total: 0 }, error: null })
  worker.onmessage = ({ data }) => heard(tab, workflow, data)
  worker.onerror = (event) => failed(tab, workflow, event.message)
  worker.postMessage({ kind: 'sensitivity', workflow })
}

function heard(tab: string, workflow: Workflow, reply: SensitivityReply): void {
  if (work?.workflow !== workflow) return
  if (reply.kind === 'progress') update(tab, { progress: { done: reply.done, total: reply.total } })
  else if (reply.kind === 'failed') failed(tab, workflow, reply.message)
  else {
    giveUp()
    update(tab, { result: reply.result, of: workflow, stopped: null })
  }
}

function failed(tab: string, workflow: Workflow, message: string): void {
  giveUp()
  update(tab, { stopped: workflow, error: message })
}

function giveUp(): void {
  if (!work) return
  const { tab, worker } = work
  work = null
  worker.terminate()
  update(tab, { progress: null })
}

function update(tab: string, change: Partial<TabSensitivity>): void {
  sensitivities.setState((state) => ({
    tabs: { ...state.tabs, [tab]: { ...sensitivityOfTab(state, tab), ...change } },
  }))
}

function forgetClosed(state: SensitivityState): void {
  const open = new Set(documents.getState().tabs.map(({ id }) => id))
  const kept = Object.entries(state.tabs).filter(([id]) => open.has(id))
  if (kept.length < Object.keys(state.tabs).length) sensitivities.setState({ tabs: Object.fromEntries(kept) })
}

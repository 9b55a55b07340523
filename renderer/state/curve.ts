// What more minutes of review buy in each open document: worked out in a worker of its own, only while somebody looks at
// it; and the point of that curve which is shown on the canvas before anybody places it.
import { createStore } from 'zustand/vanilla'
import { acceptCommand } from '../../shared/analysis/accept.ts'
import type { ParetoCurve, ParetoPoint } from '../../shared/model/pareto.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import type { CurveReply, CurveRequest } from '../worker/messages.ts'
import { activeTab, documents, workflowOf } from './documents.ts'
import type { DocumentTab } from './documents.ts'
import { runCommand } from './edit.ts'
import { view } from './view.ts'
import type { ViewState } from './view.ts'

export interface TabCurve {
  /** The last answer, and the revision that it speaks of. */
  readonly curve: ParetoCurve | null
  readonly of: Workflow | null
  readonly working: boolean
  /** Why there is none for the revision `failed`. */
  readonly error: string | null
  readonly failed: Workflow | null
  /** The point that is looked at, by its number in `curve`; null: none. */
  readonly picked: number | null
}

export interface CurveState {
  readonly tabs: Readonly<Record<string, TabCurve>>
}

/** A worker, or anything that behaves like one. */
export interface CurveWorker {
  postMessage(request: CurveRequest): void
  onmessage: ((event: MessageEvent<CurveReply>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
  terminate(): void
}

export const NO_CURVE: TabCurve = {
  curve: null,
  of: null,
  working: false,
  error: null,
  failed: null,
  picked: null,
}

/** While somebody types, every key would start it again. */
const QUIET_MS = 400

export const curves = createStore<CurveState>()(() => ({
  tabs: Object.create(null) as Record<string, TabCurve>,
}))

export function curveOfTab(state: CurveState, tab: string | null): TabCurve {
  return (tab !== null && state.tabs[tab]) || NO_CURVE
}

interface Work {
  readonly tab: string
  readonly workflow: Workflow
  readonly worker: CurveWorker
}

let work: Work | null = null
let wanted: ReturnType<typeof setTimeout> | undefined

/** Works the curve out for the active document whenever it is looked at and has changed. Returns a function that stops it. */
export function followCurve(startWorker: () => CurveWorker): () => void {
  const look = (): void => {
    const tab = activeTab(documents.getState())
    if (work && (work.tab !== tab?.id || work.workflow !== tab.history.present || !isLookedAt())) giveUp()
    clearTimeout(wanted)
    if (tab && isLookedAt() && needsWork(tab)) wanted = setTimeout(() => begin(tab, startWorker), QUIET_MS)
  }
  const stops = [
    documents.subscribe(look),
    view.subscribe(look),
    curves.subscribe(look),
    curves.subscribe(forgetClosed),
  ]
  look()
  return () => {
    for (const stop of stops) stop()
    clearTimeout(wanted)
    giveUp()
  }
}

/** Shows a point of the curve on the canvas in place of what is suggested; null shows the suggestion again. */
export function pickPoint(tab: string, picked: number | null): void {
  update(tab, { picked })
}

/** The point that is picked, where it is about this revision and the curve is looked at. */
export function pickedPoint({ curve, of, picked }: TabCurve, workflow: Workflow | null): ParetoPoint | null {
  if (curve === null || picked === null || of !== workflow) return null
  return curve.points[picked] ?? null
}

/** Places the handoffs of a point, as one undo step. */
export function placePoint(point: ParetoPoint): boolean {
  const tab = activeTab(documents.getState())
  if (!tab || point.handoffs.length === 0) return false
  const done = runCommand(acceptCommand(workflowOf(tab), point.handoffs))
  if (done) update(tab.id, { picked: null })
  return done
}

/** True while the bottom pane shows the curve. */
export function isLookedAt({ bottomTab, placementView, panes }: ViewState = view.getState()): boolean {
  return panes.bottom && bottomTab === 'placement' && placementView === 'curve'
}

function needsWork({ id, history }: DocumentTab): boolean {
  const { of, failed } = curveOfTab(curves.getState(), id)
  return work === null && of !== history.present && failed !== history.present
}

function begin({ id: tab }: DocumentTab, startWorker: () => CurveWorker): void {
  const now = activeTab(documents.getState())
  if (work || now?.id !== tab) return
  const workflow = now.history.present
  const worker = startWorker()
  work = { tab, workflow, worker }
  update(tab, { working: true, error: null })
  worker.onmessage = ({ data }) => heard(tab, workflow, data)
  worker.onerror = (event) => heard(tab, workflow, { kind: 'failed', message: event.message })
  worker.postMessage({ kind: 'curve', workflow })
}

function heard(tab: string, workflow: Workflow, reply: CurveReply): void {
  if (work?.workflow !== workflow) return
  giveUp()
  if (reply.kind === 'failed') update(tab, { failed: workflow, error: reply.message })
  else update(tab, { curve: reply.curve, of: workflow, picked: null })
}

function giveUp(): void {
  if (!work) return
  const { tab, worker } = work
  work = null
  worker.terminate()
  update(tab, { working: false })
}

function update(tab: string, change: Partial<TabCurve>): void {
  curves.setState((state) => ({ tabs: { ...state.tabs, [tab]: { ...curveOfTab(state, tab), ...change } } }))
}

function forgetClosed(state: CurveState): void {
  const open = new Set(documents.getState().tabs.map(({ id }) => id))
  const kept = Object.entries(state.tabs).filter(([id]) => open.has(id))
  if (kept.length < Object.keys(state.tabs).length) curves.setState({ tabs: Object.fromEntries(kept) })
}

// Adding, removing and ordering tabs. Reading and writing files is `open.ts` and `save.ts`; closing with a question is
// `close.ts`.
import { startHistory } from '../../shared/commands/history.ts'
import { newWorkflow } from '../../shared/document/new.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { forgetAnalysis } from './analysis.ts'
import { lookAtFile, watch } from './disk.ts'
import { documents, findTab } from './documents.ts'
import type { DocumentTab } from './documents.ts'
import { beginJournal, endJournal } from './journal.ts'
import { placed } from './placed.ts'
import { forgetSimulation } from './simulation.ts'
import { forgetTabView } from './view.ts'
import { words } from '../words/words.ts'

/** Opens a new untitled document and returns its tab's id. */
export function newDocument(): string {
  const name = untitledName()
  return addTab({ workflow: newWorkflow(name), name })
}

/** Adds a tab at the end and makes it active. Whatever is not named has the value of an untouched untitled document. */
export function addTab(
  options: { readonly workflow: Workflow } & Partial<DocumentTab> & { name: string },
): string {
  const { workflow: given, ...rest } = options
  const workflow = placed(given)
  const tab: DocumentTab = {
    id: crypto.randomUUID(),
    path: null,
    savedHash: null,
    // Read from a file: saved as it is. Anything else has no file yet.
    history: startHistory(workflow, { saved: rest.savedHash !== undefined && rest.savedHash !== null }),
    first: workflow,
    readOnly: null,
    recovered: false,
    conflict: null,
    importReport: null,
    ...rest,
  }
  showTab(tab)
  // From the start, so that a window that is loaded anew comes back with all its documents.
  void beginJournal(tab.id)
  return tab.id
}

/** Shows a document that comes with everything, its journal included. */
export function showTab(tab: DocumentTab): void {
  documents.setState((state) => ({ tabs: [...state.tabs, tab], active: tab.id }))
}

export function activate(id: string): void {
  documents.setState({ active: id })
}

/** Makes the tab `steps` further to the right active, around the ends. */
export function activateNext(steps: 1 | -1): void {
  documents.setState((state) => {
    const at = state.tabs.findIndex((tab) => tab.id === state.active)
    const next = state.tabs[(at + steps + state.tabs.length) % state.tabs.length]
    return next ? { active: next.id } : {}
  })
}

/** Moves a tab to another place in the row. */
export function reorder(id: string, to: number): void {
  documents.setState((state) => {
    const tab = findTab(state, id)
    if (!tab) return {}
    const rest = state.tabs.filter((other) => other !== tab)
    return { tabs: [...rest.slice(0, to), tab, ...rest.slice(to)] }
  })
}

/** Opens the tab closed last, with its history; does nothing when there is none. */
export function reopenClosed(): void {
  const tab = documents.getState().closed.at(-1)
  if (!tab) return
  documents.setState((state) => ({
    closed: state.closed.slice(0, -1),
    tabs: [...state.tabs, tab],
    active: tab.id,
  }))
  void beginJournal(tab.id)
  if (tab.path === null) return
  watch(null, tab.path)
  // Nobody looked at the file while the document was closed.
  void lookAtFile(tab.path)
}

/** Removes a tab without asking; `reopenClosed` brings it back. */
export function removeTab(id: string): void {
  const path = findTab(documents.getState(), id)?.path ?? null
  documents.setState((state) => {
    const at = state.tabs.findIndex((tab) => tab.id === id)
    const tabs = state.tabs.filter((tab) => tab.id !== id)
    const neighbour = tabs[Math.min(at, tabs.length - 1)]
    return {
      tabs,
      active: state.active === id ? (neighbour?.id ?? null) : state.active,
      closed: [...state.closed, state.tabs[at]!].slice(-20),
    }
  })
  watch(path, null)
  void endJournal(id)
  forgetTabView(id)
  forgetAnalysis(id)
  forgetSimulation(id)
}

function untitledName(): string {
  const taken = new Set(documents.getState().tabs.map((tab) => tab.name))
  for (let n = 1; ; n++) {
    const name = n === 1 ? words.common.untitled : words.messages.untitledNumber(n)
    if (!taken.has(name)) return name
  }
}

// What decisions about findings depend on besides the document: the time, and decisions about whole rules that hold for
// every document. The latter are kept in the settings of the host, never in a document.
import { createStore } from 'zustand/vanilla'
import type { DecisionOptions } from '../../shared/analysis/dispositions.ts'
import { WorkspaceDecisionsSchema } from '../../shared/model/disposition.ts'
import type { Disposition } from '../../shared/model/disposition.ts'
import { host } from './host.ts'
import { showProblem } from './messages.ts'
import { words } from '../words/words.ts'

const KEY = 'decisions'
/** What was put off wakes within this time. */
const TICK_MS = 30_000

export interface Surroundings {
  /** RFC 3339, UTC. */
  readonly now: string
  readonly workspace: readonly Disposition[]
}

export const surroundings = createStore<Surroundings>()(() => ({
  now: new Date().toISOString(),
  workspace: [],
}))

/** Takes the decisions out of the settings. What cannot be read is left alone. */
export function readWorkspace(settings: Readonly<Record<string, unknown>>): void {
  const read = WorkspaceDecisionsSchema.safeParse(settings[KEY])
  if (read.success) surroundings.setState({ workspace: read.data.dispositions })
}

/** Lets the clock run, so that what was put off wakes while the window is open. */
export function startClock(): void {
  setInterval(tick, TICK_MS)
  document.addEventListener('visibilitychange', tick)
}

/** For `applyDispositions`. The same object as long as nothing has changed. */
export function decisionOptions(): DecisionOptions {
  return surroundings.getState()
}

/** Keeps a decision about a rule for every document; a later one about the same rule replaces it. */
export function decideEverywhere(disposition: Disposition): void {
  const others = surroundings.getState().workspace.filter(({ finding }) => finding !== disposition.finding)
  keep([...others, disposition])
}

/** Takes a decision about a rule back, for every document. */
export function forgetEverywhere(rule: string): void {
  keep(surroundings.getState().workspace.filter(({ finding }) => finding !== rule))
}

function keep(workspace: readonly Disposition[]): void {
  surroundings.setState({ workspace })
  const value = { version: 1, dispositions: structuredClone(workspace) as never[] }
  host()
    .call('settings.write', { key: KEY, value })
    .catch((error: unknown) => showProblem(words.messages.decisionLost, error))
}

function tick(): void {
  surroundings.setState({ now: new Date().toISOString() })
}

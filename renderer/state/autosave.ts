// Saving to the file without being asked, where a person has chosen that: after a pause, and when the window is left.
// Never over what somebody else wrote, and never before somebody has decided about a recovered document or a conflict.
import { createStore } from 'zustand/vanilla'
import { documents, hasEdits } from './documents.ts'
import type { DocumentTab } from './documents.ts'
import { host } from './host.ts'
import { saveQuietly } from './save.ts'

const KEY = 'autosave'
/** Without an edit for this long, what is here goes to the file. */
const PAUSE_MS = 1_500

export const autosave = createStore<{ readonly on: boolean }>()(() => ({ on: false }))

/** Documents whose last save failed: they wait for a person, so that a full disk is not one message per pause. */
const waiting = new Set<string>()

/** Takes the choice out of the settings; off where there is none. */
export function readAutosave(settings: Readonly<Record<string, unknown>>): void {
  autosave.setState({ on: settings[KEY] === true })
}

export function setAutosave(on: boolean): void {
  autosave.setState({ on })
  void host()
    .call('settings.write', { key: KEY, value: on })
    .catch(() => undefined)
}

/** Saves after each pause from now on. Returns a function that ends it. */
export function followAutosave(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = (): void => {
    clearTimeout(timer)
    for (const tab of documents.getState().tabs) if (!hasEdits(tab)) waiting.delete(tab.id)
    if (autosave.getState().on) timer = setTimeout(() => void autosaveNow(), PAUSE_MS)
  }
  const stops = [documents.subscribe(look), autosave.subscribe(look)]
  return () => {
    clearTimeout(timer)
    for (const stop of stops) stop()
  }
}

/** Saves whatever may be saved now; nothing where that is not wanted. */
export async function autosaveNow(): Promise<void> {
  if (!autosave.getState().on) return
  for (const tab of documents.getState().tabs.filter(maySave))
    if (!(await saveQuietly(tab.id))) waiting.add(tab.id)
}

function maySave(tab: DocumentTab): boolean {
  const { path, readOnly, conflict, recovered, id } = tab
  const settled = path !== null && readOnly === null && conflict === null && !recovered
  return settled && hasEdits(tab) && !waiting.has(id)
}

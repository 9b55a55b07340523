// From start to end of the window: settings, recovery, files handed over, and nothing lost when it closes.
import { autosaveNow, followAutosave } from './autosave.ts'
import { askAboutUnsaved } from './close.ts'
import { activeTab, documents, isDirty } from './documents.ts'
import { fileChanged } from './disk.ts'
import { capabilities, host } from './host.ts'
import { endJournal, flushJournals } from './journal.ts'
import { openPath } from './open.ts'
import { save } from './save.ts'
import { loadSettings } from './settings.ts'
import { recoverDocuments } from './recover.ts'
import { showProblem } from './messages.ts'
import { startClock } from './surroundings.ts'
import { words } from '../words/words.ts'

/** Brings the window to life once the host is connected. `runAppCommand` is what a native menu calls. */
export async function startWindow(runAppCommand: (id: string) => void): Promise<void> {
  listenToHost(runAppCommand)
  keepSafe()
  startClock()
  markEdited()
  followAutosave()
  await loadSettings().catch((error: unknown) => showProblem(words.messages.noSettings, error))
  await recoverDocuments()
  const { paths } = await host().call('app.takePendingFiles', {})
  for (const path of paths) await openPath(path)
  documents.setState({ ready: true })
}

function listenToHost(runAppCommand: (id: string) => void): void {
  host().on('file.changed', ({ path, hash }) => void fileChanged(path, hash))
  host().on('app.openFiles', ({ paths }) => void openAll(paths))
  host().on('menu.command', ({ id }) => runAppCommand(id))
  host().on('app.stopping', () => void flushJournals())
  host().on('window.closeRequested', () => void answerClose())
}

async function openAll(paths: readonly string[]): Promise<void> {
  for (const path of paths) await openPath(path)
}

async function answerClose(): Promise<void> {
  const close = await mayClose()
  if (close) await flushJournals()
  await host().call('window.answerClose', { close })
}

async function mayClose(): Promise<boolean> {
  const dirty = documents
    .getState()
    .tabs.filter(isDirty)
    .map(({ id }) => id)
  if (dirty.length === 0) return true
  const answer = await askAboutUnsaved(dirty)
  if (answer === 'cancel') return false
  if (answer === 'discard') await Promise.all(dirty.map(endJournal))
  if (answer === 'save') for (const id of dirty) if (!(await save(id))) return false
  return true
}

/** Edits leave for the journal at once when the window loses focus or goes away. */
function keepSafe(): void {
  window.addEventListener('blur', () => void flushJournals())
  window.addEventListener('blur', () => void autosaveNow())
  window.addEventListener('pagehide', () => void flushJournals())
  document.addEventListener('visibilitychange', () => void flushJournals())
  window.addEventListener('beforeunload', (event) => {
    void flushJournals()
    // Where the host asks before it closes, a second question from the browser would only be in the way.
    if (!capabilities().closeHandshake && documents.getState().tabs.some(isDirty)) event.preventDefault()
  })
}

function markEdited(): void {
  let shown = ''
  documents.subscribe((state) => {
    const tab = activeTab(state)
    const edited = state.tabs.some(isDirty)
    const title = tab ? `${tab.name} – Baton` : 'Baton'
    if (shown === `${edited} ${title}`) return
    shown = `${edited} ${title}`
    document.title = title
    void host()
      .call('window.setEdited', { edited, title })
      .catch(() => undefined)
  })
}

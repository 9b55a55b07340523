// The app's windows: opened where they were, closed only when their page agrees or cannot.
import type { BrowserWindow, BrowserWindowConstructorOptions, WebContents } from 'electron'
import type { WindowState, WindowStates } from '../core/store/window-state.ts'
import { createCloseGuard } from './close-guard.ts'
import type { CloseGuard } from './close-guard.ts'
import { APP_ORIGIN } from './policy/addresses.ts'
import { placeWindow } from './policy/window-placement.ts'
import type { Rectangle } from './policy/window-placement.ts'

export interface WindowParts {
  readonly BrowserWindow: new (options: BrowserWindowConstructorOptions) => BrowserWindow
  readonly preload: string
  readonly states: WindowStates
  readonly screens: () => readonly Rectangle[]
  /** Called before the page is loaded. */
  readonly admit: (page: WebContents) => void
  readonly askPage: (page: WebContents) => void
  readonly askAfterCrash: (window: BrowserWindow) => Promise<'reload' | 'close'>
  /** A page refused to close, so a quit in progress is off. */
  readonly onKeptOpen: () => void
  readonly onClosed: () => void
}

export interface Windows {
  open(): void
  count(): number
  /** Brings the window used last to the front. */
  focus(): void
  active(): BrowserWindow | undefined
  windowOf(page: WebContents | undefined): BrowserWindow | undefined
  setEdited(page: WebContents, state: { readonly edited: boolean; readonly title: string }): void
  answerClose(page: WebContents, close: boolean): void
  sessionEnding(): void
}

const NAME = 'main'
const PATIENCE_MS = 5_000
const PING_MS = 2_000

export function createWindows(parts: WindowParts): Windows {
  const guards = new Map<BrowserWindow, CloseGuard>()
  const windowOf = (page: WebContents | undefined): BrowserWindow | undefined =>
    [...guards.keys()].find((window) => window.webContents === page)
  const guardOf = (page: WebContents): CloseGuard | undefined => {
    const window = windowOf(page)
    return window === undefined ? undefined : guards.get(window)
  }
  const last = (): BrowserWindow | undefined =>
    [...guards.keys()].find((window) => window.isFocused()) ?? [...guards.keys()].at(-1)

  function open(): void {
    const kept = parts.states.read(NAME)
    const window = new parts.BrowserWindow(windowOptions(parts, kept))
    const guard = createCloseGuard({
      askPage: () => parts.askPage(window.webContents),
      closeWindow: () => window.close(),
      // Not an event of the contract: this must tell a dead page from one whose person is thinking.
      ping: () => window.webContents.executeJavaScript('0'),
      patienceMs: PATIENCE_MS,
      pingMs: PING_MS,
    })
    guards.set(window, guard)
    // Everything the window draws itself; the system's own menu bar would be a second one.
    window.setMenuBarVisibility(false)
    if (kept?.maximized === true) window.maximize()
    listen(window, guard)
    parts.admit(window.webContents)
    void window.loadURL(`${APP_ORIGIN}/index.html`)
  }

  function listen(window: BrowserWindow, guard: CloseGuard): void {
    window.once('ready-to-show', () => window.show())
    window.on('close', (event) => {
      if (!guard.closeWanted()) event.preventDefault()
      else parts.states.write(NAME, stateOf(window))
    })
    window.on('closed', () => {
      guards.delete(window)
      parts.onClosed()
    })
    window.on('session-end', () => guard.notify({ kind: 'session-ending' }))
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason === 'clean-exit') return
      guard.notify({ kind: 'page-gone' })
      void afterCrash(window)
    })
  }

  async function afterCrash(window: BrowserWindow): Promise<void> {
    const choice = await parts.askAfterCrash(window)
    if (window.isDestroyed()) return
    if (choice === 'reload') window.webContents.reload()
    else window.destroy()
  }

  return {
    open,
    count: () => guards.size,
    focus() {
      const window = last()
      if (window?.isMinimized() === true) window.restore()
      window?.focus()
    },
    active: last,
    windowOf,
    setEdited(page, { edited, title }) {
      const window = windowOf(page)
      guardOf(page)?.setEdited(edited)
      window?.setTitle(title)
      window?.setDocumentEdited(edited)
    },
    answerClose(page, close) {
      if (!close) parts.onKeptOpen()
      guardOf(page)?.notify({ kind: 'answered', close })
    },
    sessionEnding() {
      for (const guard of guards.values()) guard.notify({ kind: 'session-ending' })
    },
  }
}

function windowOptions(parts: WindowParts, kept: WindowState | null): BrowserWindowConstructorOptions {
  return {
    ...placeWindow(kept, parts.screens()),
    minWidth: 640,
    minHeight: 480,
    show: false,
    title: 'Baton',
    webPreferences: {
      preload: parts.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  }
}

function stateOf(window: BrowserWindow): WindowState {
  const { x, y, width, height } = window.getNormalBounds()
  return { x, y, width, height, maximized: window.isMaximized() }
}

// Puts the app together once Electron is ready: backend, IPC, windows, menu, and the events that end it.
import type {
  App,
  BrowserWindow,
  BrowserWindowConstructorOptions,
  Dialog,
  IpcMain,
  MenuItemConstructorOptions,
  PowerMonitor,
  Screen,
  Shell,
  WebContents,
} from 'electron'
import { createBackend } from '../core/backend.ts'
import type { Installation } from '../core/installation.ts'
import type { ClientId } from '../core/ports.ts'
import { askAfterCrash } from './dialogs.ts'
import { openIpcDoor } from './ipc.ts'
import type { LaunchFiles } from './lifecycle.ts'
import { menuTemplate } from './menu.ts'
import { electronPorts } from './ports.ts'
import { createWindows } from './windows.ts'
import type { Windows } from './windows.ts'

export interface AppParts {
  readonly app: Pick<App, 'on' | 'quit' | 'getVersion' | 'name'>
  readonly BrowserWindow: new (options: BrowserWindowConstructorOptions) => BrowserWindow
  readonly dialog: Dialog
  readonly ipcMain: Pick<IpcMain, 'handle'>
  readonly powerMonitor: Pick<PowerMonitor, 'on'>
  readonly screen: Pick<Screen, 'getAllDisplays'>
  readonly shell: Shell
  readonly setMenu: (template: readonly MenuItemConstructorOptions[]) => void
  readonly platform: string
  readonly preload: string
  readonly dataFolder: string
  readonly installation: Installation
  readonly launchFiles: LaunchFiles
}

/** Opens the first window. Electron must be ready. */
export function runApp(parts: AppParts): void {
  const { app, dialog, platform } = parts
  let quitting = false
  const withPage = (client: ClientId, act: (page: WebContents) => void): void => {
    const page = door.pageOf(client)
    if (page !== undefined) act(page)
  }
  const withClient = (page: WebContents | undefined, act: (client: ClientId) => void): void => {
    const client = page === undefined ? undefined : door.clientOf(page)
    if (client !== undefined) act(client)
  }

  const backend = createBackend({
    dataFolder: parts.dataFolder,
    samplesFolder: parts.installation.samplesFolder,
    ports: electronPorts({
      version: app.getVersion(),
      dialog,
      shell: parts.shell,
      windowOf: (client) => windows.windowOf(door.pageOf(client)),
      setEdited: (client, state) => withPage(client, (page) => windows.setEdited(page, state)),
      answerClose: (client, close) => withPage(client, (page) => windows.answerClose(page, close)),
      log: (message, error) => console.error(message, error),
    }),
  })
  const door = openIpcDoor(parts.ipcMain, backend)
  const windows: Windows = createWindows({
    BrowserWindow: parts.BrowserWindow,
    preload: parts.preload,
    states: backend.windowStates,
    screens: () => parts.screen.getAllDisplays().map((display) => display.workArea),
    admit: door.admit,
    askPage: (page) => withClient(page, (client) => backend.emit(client, 'window.closeRequested', {})),
    askAfterCrash: (window) => askAfterCrash(dialog, window),
    onKeptOpen: () => (quitting = false),
    onClosed: () => {
      // A quit that a window held up goes on when that window has closed.
      if (quitting || (windows.count() === 0 && platform !== 'darwin')) app.quit()
    },
  })
  const sendCommand = (id: string): void =>
    withClient(windows.active()?.webContents, (client) => backend.emit(client, 'menu.command', { id }))
  parts.setMenu(menuTemplate(platform, app.name, { send: sendCommand, openWindow: windows.open }))

  app.on('activate', () => {
    if (windows.count() === 0) windows.open()
  })
  app.on('before-quit', () => {
    quitting = true
    backend.emitToAll('app.stopping', {})
  })
  // The system goes down and waits for nobody: the journal has the edits, and no window may hold it up.
  parts.powerMonitor.on('shutdown', () => {
    windows.sessionEnding()
    app.quit()
  })
  // Listened to, so that Electron does not quit by itself: on a Mac an app without windows stays.
  app.on('window-all-closed', () => undefined)
  app.on('will-quit', () => backend.close())

  parts.launchFiles.deliverTo((files) => {
    backend.openFiles(files)
    if (windows.count() === 0) windows.open()
    else windows.focus()
  })
}

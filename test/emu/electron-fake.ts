// Stands in for the module `electron` in the main process, with its rules and its messages where the app depends on
// them. What is not emulated throws: an app that starts to use more of Electron must not pass by accident.
import { EventEmitter } from 'node:events'
import path from 'node:path'
import { deserialize, serialize } from 'node:v8'

/** Everything the app did to Electron that a test may want to see, in order. */
export const journal: [name: string, ...details: unknown[]][] = []
/** What the dialogs answer; a test sets it. */
export const answers = {
  openDialog: { canceled: true, filePaths: [] as string[] },
  saveDialog: { canceled: true, filePath: '' },
  messageBox: { response: 0, checkboxChecked: false },
}

let isReady = false
let hasLock = true
const clone = (value: unknown): unknown => deserialize(serialize(value))

/** The rest of an Electron object: every use of it is an error, but for what promises and consoles look for. */
function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key) {
      if (Reflect.has(object, key) || typeof key === 'symbol' || key === 'then') {
        const member: unknown = Reflect.get(object, key, object)
        return typeof member === 'function' ? member.bind(object) : member
      }
      throw new Error(`${name}.${key} is not emulated`)
    },
  })
}

function preventable(): { defaultPrevented: boolean; preventDefault(): void } {
  return {
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true
    },
  }
}

function beforeReady(what: string): void {
  if (isReady) throw new Error(`${what} should be called before app is ready`)
}

class FakeApp extends EventEmitter {
  readonly name = 'Baton'
  readonly isPackaged = false
  readonly paths = new Map<string, string>()
  readonly ready = Promise.withResolvers<void>()
  enableSandbox(): void {
    beforeReady('app.enableSandbox()')
    journal.push(['enableSandbox'])
  }
  setPath(name: string, folder: string): void {
    if (!path.isAbsolute(folder)) throw new Error('Path must be absolute')
    this.paths.set(name, folder)
    journal.push(['setPath', name])
  }
  requestSingleInstanceLock(data: unknown): boolean {
    journal.push(['lock', data])
    return hasLock
  }
  whenReady(): Promise<void> {
    return this.ready.promise
  }
  getVersion(): string {
    return '9.8.7'
  }
  getAppPath(): string {
    return process.cwd()
  }
  isQuitting = false
  // As Electron's: a quit within a quit is nothing, it closes the windows, and is off when one of them stays.
  quit(): void {
    if (this.isQuitting) return
    const event = preventable()
    this.emit('before-quit', event)
    if (event.defaultPrevented) return
    this.isQuitting = true
    if (BrowserWindow.all.size === 0) this.end()
    for (const window of BrowserWindow.all) window.close()
  }
  end(): void {
    this.emit('will-quit', preventable())
    journal.push(['quitted'])
  }
}
export const realApp = new FakeApp()
export const app = strict('app', realApp)

/** What Electron does when the operating system has started it. */
export function boot(): void {
  isReady = true
  realApp.emit('ready')
  realApp.ready.resolve()
}

export function loseLock(): void {
  hasLock = false
}

type InvokeHandler = (event: unknown, ...words: unknown[]) => unknown
export const invokeHandlers = new Map<string, InvokeHandler>()
export const ipcMain = strict('ipcMain', {
  handle(channel: string, handler: InvokeHandler): void {
    if (invokeHandlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`)
    invokeHandlers.set(channel, handler)
  },
})

let schemes: unknown
export const schemeHandlers = new Map<string, (request: Request) => Promise<Response> | Response>()
export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(list: unknown): void {
    beforeReady('protocol.registerSchemesAsPrivileged')
    if (schemes !== undefined) throw new Error('protocol.registerSchemesAsPrivileged can be called only once')
    schemes = list
    journal.push(['schemes', list])
  },
  handle(scheme: string, handler: (request: Request) => Promise<Response> | Response): void {
    if (!isReady) throw new Error('protocol.handle before app is ready')
    if (schemeHandlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
    schemeHandlers.set(scheme, handler)
  },
})

export interface SessionHandlers {
  permissionRequest?: (page: unknown, permission: string, answer: (granted: boolean) => void) => void
  permissionCheck?: (page: unknown, permission: string, origin: string) => boolean
  device?: () => boolean
  displayMedia?: (request: unknown, answer: (streams: object) => void) => void
}
export const sessionHandlers: SessionHandlers = {}
const defaultSession = strict('session.defaultSession', {
  setPermissionRequestHandler: (handler: NonNullable<SessionHandlers['permissionRequest']>) =>
    void (sessionHandlers.permissionRequest = handler),
  setPermissionCheckHandler: (handler: NonNullable<SessionHandlers['permissionCheck']>) =>
    void (sessionHandlers.permissionCheck = handler),
  setDevicePermissionHandler: (handler: NonNullable<SessionHandlers['device']>) =>
    void (sessionHandlers.device = handler),
  setDisplayMediaRequestHandler: (handler: NonNullable<SessionHandlers['displayMedia']>) =>
    void (sessionHandlers.displayMedia = handler),
})
export const session = {
  get defaultSession() {
    if (!isReady) throw new Error('Session can only be received when app is ready')
    return defaultSession
  },
}

export const shell = strict('shell', {
  openExternal: (url: string) => Promise.resolve(void journal.push(['openExternal', url])),
  showItemInFolder: (file: string) => void journal.push(['showItemInFolder', file]),
})
export const dialog = strict('dialog', {
  showOpenDialog: (_window: unknown, options: unknown) => {
    journal.push(['openDialog', options])
    return Promise.resolve(answers.openDialog)
  },
  showSaveDialog: (_window: unknown, options: unknown) => {
    journal.push(['saveDialog', options])
    return Promise.resolve(answers.saveDialog)
  },
  showMessageBox: (_window: unknown, options: unknown) => {
    journal.push(['messageBox', options])
    return Promise.resolve(answers.messageBox)
  },
})
export const powerMonitor = new EventEmitter()
export const screen = strict('screen', {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }],
})

export interface MenuItem {
  readonly label?: string
  readonly role?: string
  readonly submenu?: readonly MenuItem[]
  readonly click?: () => void
}
export const menu: { current: readonly MenuItem[] } = { current: [] }
export const Menu = strict('Menu', {
  buildFromTemplate: (template: readonly MenuItem[]) => template,
  setApplicationMenu: (template: readonly MenuItem[]) => void (menu.current = template),
})

/** The real page behind a window; the harness sets it. */
export interface PageDriver {
  toPreload(message: unknown): Promise<void>
  reload(): Promise<void>
  evaluate(code: string): Promise<unknown>
  close(): Promise<void>
}
export type DrivePage = (window: BrowserWindow, url: string) => Promise<PageDriver>
let drivePage: DrivePage | undefined
export function setPageDriver(driver: DrivePage): void {
  drivePage = driver
}

let ids = 0
export class WebContents extends EventEmitter {
  readonly id = ++ids
  url = ''
  driver: PageDriver | undefined
  openHandler: ((details: { url: string }) => { action: string }) | undefined
  destroyed = false
  getURL(): string {
    return this.url
  }
  isDestroyed(): boolean {
    return this.destroyed
  }
  reload(): void {
    this.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false, url: this.url })
    this.driver?.reload().catch(() => undefined)
  }
  setWindowOpenHandler(handler: NonNullable<WebContents['openHandler']>): void {
    this.openHandler = handler
  }
  send(channel: string, ...words: unknown[]): void {
    void this.driver?.toPreload({ kind: 'event', channel, words: clone(words) })
  }
  executeJavaScript(code: string): Promise<unknown> {
    return this.driver?.evaluate(code) ?? Promise.reject(new Error('no page'))
  }
  /** A call from the preload, from the frame it says. */
  async invoke(channel: string, words: readonly unknown[], senderFrame: unknown): Promise<unknown> {
    const handler = invokeHandlers.get(channel)
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
    return clone(await handler({ ...preventable(), sender: this, senderFrame }, ...words))
  }
}

export interface WindowOptions {
  readonly x?: number
  readonly y?: number
  readonly width?: number
  readonly height?: number
  readonly webPreferences?: Readonly<Record<string, unknown>>
}

export class BrowserWindow extends EventEmitter {
  static readonly all = new Set<BrowserWindow>()
  readonly webContents = new WebContents()
  readonly options: WindowOptions
  bounds: { x: number; y: number; width: number; height: number }
  title = ''
  edited = false
  maximized = false
  menuBar = true
  shown = false
  /** Settles when the page has loaded. */
  loaded: Promise<void> = Promise.resolve()
  constructor(options: WindowOptions) {
    super()
    if (!isReady) throw new Error('Cannot create BrowserWindow before app is ready')
    this.options = options
    const { x = 0, y = 0, width = 800, height = 600 } = options
    this.bounds = { x, y, width, height }
    BrowserWindow.all.add(this)
    journal.push(['window', options])
    realApp.emit('web-contents-created', preventable(), this.webContents)
    return strict('BrowserWindow', this)
  }
  loadURL(url: string): Promise<void> {
    this.webContents.url = url
    this.webContents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false, url })
    this.loaded = this.#load(url)
    return this.loaded
  }
  async #load(url: string): Promise<void> {
    this.webContents.driver = await drivePage?.(this, url)
    this.emit('ready-to-show')
  }
  show(): void {
    this.shown = true
  }
  focus(): void {
    journal.push(['focus', this.webContents.id])
  }
  isFocused(): boolean {
    return false
  }
  isMinimized(): boolean {
    return false
  }
  restore(): void {
    journal.push(['restore'])
  }
  isMaximized(): boolean {
    return this.maximized
  }
  maximize(): void {
    this.maximized = true
  }
  getNormalBounds(): BrowserWindow['bounds'] {
    return this.bounds
  }
  setMenuBarVisibility(visible: boolean): void {
    this.menuBar = visible
  }
  setTitle(title: string): void {
    this.title = title
  }
  setDocumentEdited(edited: boolean): void {
    this.edited = edited
  }
  isDestroyed(): boolean {
    return this.webContents.destroyed
  }
  close(): void {
    if (this.isDestroyed()) return
    const event = preventable()
    this.emit('close', event)
    if (event.defaultPrevented) realApp.isQuitting = false
    else this.destroy()
  }
  destroy(): void {
    if (this.isDestroyed()) return
    // The proxy and its object are one window; the set holds the object.
    for (const window of BrowserWindow.all)
      if (window.webContents === this.webContents) BrowserWindow.all.delete(window)
    this.webContents.destroyed = true
    this.webContents.emit('destroyed')
    this.emit('closed')
    this.webContents.driver?.close().catch(() => undefined)
    if (BrowserWindow.all.size > 0) return
    if (realApp.isQuitting) realApp.end()
    else realApp.emit('window-all-closed')
  }
}

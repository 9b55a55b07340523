// Starts the built app with Electron emulated: the real main bundle, each window a real Chromium page, the real preload
// in an isolated world. Not proven this way: the real contextBridge, the system's sandbox, native menus and dialogs,
// the real app:// scheme, fuses. That is what the smoke test is for, where there is a binary.
import { readFileSync } from 'node:fs'
import { createRequire, registerHooks } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../browser/support/chromium.ts'
import type * as Fake from './electron-fake.ts'

export type FakeElectron = typeof Fake

export interface Emulation {
  readonly electron: FakeElectron
  /** The page of a window, when it has loaded. */
  pageOf(window: Fake.BrowserWindow): Promise<Page>
  windows(): readonly Fake.BrowserWindow[]
  /** What pages complained about, and what they tried to load from elsewhere. */
  readonly complaints: string[]
  close(): Promise<void>
}

const here = path.dirname(fileURLToPath(import.meta.url))
const FAKE = path.join(here, 'electron-fake.ts')
/** Stands for app://bundle: a secure origin that the app's own protocol handler answers for. */
const WEB = 'https://bundle.app.test'
const OWN = 'app://bundle'
/** A page of the app's origin that does nothing by itself, for tests in which the app must not answer for the test. */
export const BLANK_PAGE = `${WEB}/blank`
const PRELOAD_WORLD = 'ElectronPreload'

export interface EmulationOptions {
  readonly dataFolder: string
  /** The command line after `electron <folder>`. */
  readonly words?: readonly string[]
}

/** The app has booted and its first window is loading. One per process: the main bundle runs once. */
export async function startEmulation(options: EmulationOptions): Promise<Emulation> {
  const browser = await launchChromium()
  const pages = new Map<Fake.WebContents, Promise<Page>>()
  const complaints: string[] = []
  // Plain Node, not the test runner, loads what runs in the main process, so that the hook holds for it.
  const load = createRequire(import.meta.url)
  const url = new URL(`file://${FAKE}`).href
  registerHooks({
    resolve: (name, context, next) =>
      name === 'electron' ? { url, shortCircuit: true, format: 'module-typescript' } : next(name, context),
  })
  const electron = load(FAKE) as FakeElectron
  electron.setPageDriver(async (window, address) => {
    const page = Promise.withResolvers<Page>()
    pages.set(window.webContents, page.promise)
    return drive(electron, browser, window, address, complaints, page.resolve)
  })
  process.env['BATON_DATA'] = options.dataFolder
  process.argv = ['electron', '.', ...(options.words ?? [])]
  load(path.resolve('out/main/main.js'))
  electron.boot()
  return {
    electron,
    complaints,
    windows: () => [...electron.BrowserWindow.all],
    async pageOf(window) {
      await window.loaded
      const page = await pages.get(window.webContents)
      if (page === undefined) throw new Error('this window has no page')
      return page
    },
    close: () => browser.close(),
  }
}

async function drive(
  electron: FakeElectron,
  browser: Browser,
  window: Fake.BrowserWindow,
  address: string,
  complaints: string[],
  opened: (page: Page) => void,
): Promise<Fake.PageDriver> {
  const context = await browser.newContext({ serviceWorkers: 'block' })
  const page = await context.newPage()
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.route('**/*', async (route) => {
    const asked = new URL(route.request().url())
    if (asked.href === BLANK_PAGE) return route.fulfill({ contentType: 'text/html', body: '<!doctype html>' })
    if (asked.origin !== WEB) {
      complaints.push(`asked for ${asked.href}`)
      return route.abort()
    }
    const request = new Request(asked.href.replace(WEB, OWN), { method: route.request().method() })
    const answer = await electron.schemeHandlers.get('app')?.(request)
    if (answer === undefined) return route.abort()
    const body = Buffer.from(await answer.arrayBuffer())
    return route.fulfill({ status: answer.status, headers: Object.fromEntries(answer.headers), body })
  })
  const toPreload = await installPreload(window, page)
  await page.goto(address.replace(OWN, WEB))
  opened(page)
  return {
    toPreload,
    reload: async () => void (await page.reload()),
    evaluate: (code) => page.evaluate(code),
    close: () => context.close(),
  }
}

/** Runs the real preload in a world of its own, before any script of the page, and answers the way into it. */
async function installPreload(
  window: Fake.BrowserWindow,
  page: Page,
): Promise<(message: unknown) => Promise<void>> {
  const { sandbox, contextIsolation, nodeIntegration, preload } = window.options.webPreferences ?? {}
  if (sandbox !== true || contextIsolation !== true || nodeIntegration !== false) {
    throw new Error('only a sandboxed window with an isolated preload is emulated')
  }
  const session = await page.context().newCDPSession(page)
  await session.send('Page.enable')
  await session.send('Runtime.enable')
  let world: number | undefined
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.name === PRELOAD_WORLD) world = context.id
  })
  const toPreload = async (message: unknown): Promise<void> => {
    const expression = `emuFromMain(${JSON.stringify(message)})`
    // A page that is being replaced hears nothing any more, as in Electron.
    await session.send('Runtime.evaluate', { contextId: world ?? 0, expression }).catch(() => undefined)
  }
  await session.send('Runtime.addBinding', { name: 'emuToMain', executionContextName: PRELOAD_WORLD })
  session.on('Runtime.bindingCalled', ({ payload }) => {
    const { id, channel, words } = JSON.parse(payload) as { id: number; channel: string; words: unknown[] }
    const frame = { url: page.url().replace(WEB, OWN), parent: null }
    void window.webContents.invoke(channel, words, frame).then(
      (result) => toPreload({ kind: 'reply', id, result }),
      (error: unknown) => toPreload({ kind: 'reply', id, error: String(error) }),
    )
  })
  await session.send('Page.addScriptToEvaluateOnNewDocument', { source: read('main-world.js') })
  const bundle = readFileSync(String(preload), 'utf8')
  await session.send('Page.addScriptToEvaluateOnNewDocument', {
    worldName: PRELOAD_WORLD,
    source: `if (window === top) {\n${read('preload-world.js')}\nconst require = globalThis.emuRequire\n${bundle}\n}`,
  })
  return toPreload
}

function read(name: string): string {
  return readFileSync(path.join(here, name), 'utf8')
}

// The built Electron app under emulation: its guards by their effect, its windows, its files, its way of closing.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openLibrary } from '../../electron/core/store/library.ts'
import { createWindowStates } from '../../electron/core/store/window-state.ts'
import { IPC_CALL } from '../../shared/host/wire.ts'
import type { Reply } from '../../shared/host/wire.ts'
import type * as Fake from '../emu/electron-fake.ts'
import { BLANK_PAGE, startEmulation } from '../emu/start.ts'
import type { Emulation, FakeElectron } from '../emu/start.ts'

declare global {
  interface Window {
    batonHost: {
      call(name: string, input: unknown): Promise<Reply>
      subscribe(listener: (name: string, payload: unknown) => void): () => void
      pathForFile(file: File): string
    }
    heard: [name: string, payload: unknown][] | undefined
  }
}

let emulation: Emulation
let electron: FakeElectron
let window: Fake.BrowserWindow
let page: Page
const folder = mkdtempSync(path.join(os.tmpdir(), 'baton-emu-'))
const dataFolder = path.join(folder, 'data')
const file = path.join(folder, 'a.handoff')

beforeAll(async () => {
  writeFileSync(file, readFileSync('resources/samples/customer-refunds.handoff'))
  emulation = await startEmulation({ dataFolder, words: [file] })
  electron = emulation.electron
  window = await vi.waitFor(() => theWindow(), { timeout: 10_000 })
  page = await emulation.pageOf(window)
})
afterAll(async () => {
  await emulation?.close()
  rmSync(folder, { recursive: true, force: true })
})

function theWindow(): Fake.BrowserWindow {
  const [first] = emulation.windows()
  if (first === undefined) throw new Error('there is no window')
  return first
}

const call = (name: string, input: unknown, on = page): Promise<Reply> =>
  on.evaluate(([called, given]) => globalThis.window.batonHost.call(called, given), [name, input] as const)

/** Events that reach the page from now on are noted there. */
async function listen(on: Page): Promise<void> {
  await on.evaluate(() => {
    const isFirst = globalThis.window.heard === undefined
    globalThis.window.heard = []
    if (isFirst) globalThis.window.batonHost.subscribe((...event) => globalThis.window.heard?.push(event))
  })
}
const heard = (on = page): Promise<Window['heard']> => on.evaluate(() => globalThis.window.heard)
const journalOf = (name: string): readonly unknown[] =>
  electron.journal.filter(([entry]) => entry === name).map(([, detail]) => detail)

describe('the start', () => {
  it('does first what only works before Electron is ready', () => {
    expect(electron.journal.slice(0, 5).map(([name]) => name)).toEqual([
      'enableSandbox',
      'schemes',
      'setPath',
      'lock',
      'window',
    ])
  })

  it('shows the app in a window without node, menu bar or complaint', async () => {
    await page.getByRole('treegrid').waitFor()
    expect(window.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      navigateOnDragDrop: false,
    })
    expect([window.shown, window.menuBar, emulation.complaints]).toEqual([true, false, []])
  })

  it('serves the app under app://bundle alone, with the headers of the loopback host', async () => {
    const serve = electron.schemeHandlers.get('app')
    const statuses = [
      'app://bundle/index.html',
      'app://bundle.evil/index.html',
      'app://bundle/..%2fmain%2fmain.js',
    ]
    const answers = await Promise.all(statuses.map(async (url) => serve?.(new Request(url))))
    expect(answers.map((answer) => answer?.status)).toEqual([200, 404, 403])
    const policy = answers[0]?.headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("connect-src 'self'; ")
  })
})

describe('the bridge', () => {
  it('is one small file that asks for electron alone', () => {
    const text = readFileSync('out/preload/preload.cjs', 'utf8')
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1_024)
    expect(text.match(/require\(["'][^"']+["']\)/g)).toEqual(['require("electron")'])
  })

  it('is three frozen functions, and the page has nothing else of Electron or Node', async () => {
    const seen = await page.evaluate(() => {
      const { batonHost } = globalThis.window
      const slot = Object.getOwnPropertyDescriptor(globalThis.window, 'batonHost')
      const names = ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'emuToMain', 'emuFromMain']
      return {
        members: Object.keys(batonHost),
        frozen: Object.isFrozen(batonHost),
        slot: [slot?.writable, slot?.configurable],
        found: names.filter((name) => name in globalThis.window),
      }
    })
    expect(seen).toEqual({
      members: ['call', 'subscribe', 'pathForFile'],
      frozen: true,
      slot: [false, false],
      found: [],
    })
  })

  it('cannot be reached by a page that patches its built-ins', async () => {
    const other = await openBlankWindow()
    const reply = await other.page.evaluate(async () => {
      const broken = (): never => {
        throw new Error('patched')
      }
      Object.assign(Set.prototype, { add: broken })
      Object.assign(Map.prototype, { get: broken })
      JSON.stringify = broken
      Object.assign(EventTarget.prototype, { dispatchEvent: broken })
      return (await globalThis.window.batonHost.call('app.info', {})).ok
    })
    expect(reply).toBe(true)
    other.window.destroy()
  })

  it('answers bad calls and refuses what cannot be cloned', async () => {
    const code = async (name: string, input: unknown): Promise<string> => {
      const reply = await call(name, input)
      return reply.ok ? 'ok' : reply.error.code
    }
    expect(await code('app.info', {})).toBe('ok')
    expect(await code('file.read', { path: '' })).toBe('bad-input')
    expect(await code('__proto__', {})).toBe('unknown-call')
    expect(await code('shell.openExternal', { url: 'javascript:alert(1)' })).toBe('bad-input')
    const sent = page.evaluate(() => globalThis.window.batonHost.call('file.read', { path: () => 1 }))
    await expect(sent).rejects.toThrow('could not be cloned')
  })
})

describe('the page', () => {
  it('can neither run text as code nor call out', async () => {
    const seen = await page.evaluate(async () => {
      const script = document.createElement('script')
      const attempts = {
        code: () => {
          script.text = 'window.pwned = 1'
        },
        markup: () => {
          document.createElement('div').innerHTML = '<img src=x onerror=alert(1)>'
        },
        address: () => {
          script.src = 'https://evil.example/x.js'
        },
      }
      const outcomes = Object.values(attempts).map((attempt) => {
        try {
          attempt()
          return 'done'
        } catch (error) {
          return (error as Error).name
        }
      })
      const fetched = await fetch('https://evil.example/').then(
        () => 'sent',
        () => 'blocked',
      )
      return [...outcomes, fetched]
    })
    expect(seen).toEqual(['TypeError', 'TypeError', 'TypeError', 'blocked'])
    expect(emulation.complaints.filter((text) => text.startsWith('asked for'))).toEqual([])
    emulation.complaints.length = 0
  })

  const places: readonly [url: string, isMainFrame: boolean, stopped: boolean, outside: boolean][] = [
    ['app://bundle/index.html', true, false, false],
    ['https://example.com/', true, true, true],
    ['https://example.com/', false, true, false],
    ['mailto:ann@example.com', true, true, true],
    ['http://example.com/', true, true, false],
    ['file:///etc/passwd', true, true, false],
    ['app://bundle.evil/', true, true, false],
    ['app://bundle@evil/', true, true, false],
    ['app://user@bundle/', true, true, false],
    ['javascript:alert(1)', true, true, false],
    ['no address', true, true, false],
  ]
  for (const [url, isMainFrame, stopped, outside] of places) {
    it(`${stopped ? 'may not' : 'may'} go to ${url} in its ${isMainFrame ? 'window' : 'frame'}`, () => {
      const names = isMainFrame ? ['will-navigate', 'will-redirect'] : ['will-frame-navigate']
      for (const name of names) {
        const before = journalOf('openExternal').length
        const details = {
          url,
          isMainFrame,
          prevented: false,
          preventDefault: () => (details.prevented = true),
        }
        window.webContents.emit(name, details)
        expect([details.prevented, journalOf('openExternal').length - before]).toEqual([
          stopped,
          Number(outside),
        ])
      }
    })
  }

  it('may open no window and no webview', () => {
    const before = journalOf('openExternal').length
    for (const url of ['https://example.com/', 'file:///etc/passwd', 'app://bundle/']) {
      expect(window.webContents.openHandler?.({ url })).toEqual({ action: 'deny' })
    }
    expect(journalOf('openExternal').length - before).toBe(1)
    const event = { prevented: false, preventDefault: () => (event.prevented = true) }
    window.webContents.emit('will-attach-webview', event)
    expect(event.prevented).toBe(true)
  })

  it('is granted two harmless permissions, and other pages none', () => {
    const { permissionRequest, permissionCheck, device, displayMedia } = electron.sessionHandlers
    const asked = (permission: string, url: string): unknown[] => {
      const granted: unknown[] = []
      permissionRequest?.({ getURL: () => url }, permission, (answer) => granted.push(answer))
      return [...granted, permissionCheck?.(null, permission, url)]
    }
    const own = 'app://bundle/'
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'openExternal',
      'hid',
    ]) {
      expect(asked(permission, own), permission).toEqual([false, false])
    }
    expect([asked('fullscreen', own), asked('clipboard-sanitized-write', own)]).toEqual([
      [true, true],
      [true, true],
    ])
    expect(asked('fullscreen', 'https://evil.example/')).toEqual([false, false])
    const streams: object[] = []
    displayMedia?.({}, (answer) => streams.push(answer))
    expect([device?.(), streams]).toEqual([false, [{}]])
  })

  it('alone may call, as the top frame of a window of ours', async () => {
    const own = { url: 'app://bundle/index.html', parent: null }
    const stranger = new electron.WebContents()
    const from = async (sender: Fake.WebContents, frame: unknown): Promise<string> => {
      const reply = (await sender.invoke(IPC_CALL, ['app.info', {}], frame)) as Reply
      return reply.ok ? 'ok' : reply.error.code
    }
    expect(await from(window.webContents, own)).toBe('ok')
    expect(await from(window.webContents, null)).toBe('forbidden')
    expect(await from(window.webContents, { ...own, parent: own })).toBe('forbidden')
    expect(await from(window.webContents, { ...own, url: 'https://evil.example/' })).toBe('forbidden')
    expect(await from(stranger, own)).toBe('forbidden')
  })
})

describe('files', () => {
  it('are picked with the dialogs of the system, starting where the last one was', async () => {
    electron.answers.openDialog = { canceled: false, filePaths: [file] }
    electron.answers.saveDialog = { canceled: true, filePath: '' }
    await call('file.read', { path: file })
    expect(await call('file.pickOpen', { filters: [], multiple: true })).toEqual({
      ok: true,
      value: { paths: [file] },
    })
    const save = { suggestedName: '../../evil.handoff', filters: [] }
    expect(await call('file.pickSave', save)).toEqual({ ok: true, value: { path: null } })
    expect(journalOf('openDialog').at(-1)).toMatchObject({
      defaultPath: folder,
      properties: ['openFile', 'multiSelections'],
    })
    expect(journalOf('saveDialog').at(-1)).toMatchObject({ defaultPath: path.join(folder, 'evil.handoff') })
  })

  it('of a second instance and of the Finder open in this window', async () => {
    await listen(page)
    const [a, b] = [path.resolve('/a.handoff'), path.resolve('/b.handoff')]
    electron.realApp.emit('second-instance', {}, ['electron', '--junk'], '/', {
      files: [a, 'https://evil/', 7],
    })
    electron.realApp.emit('second-instance', {}, [], '/', 'nonsense')
    electron.realApp.emit('open-file', { preventDefault: () => undefined }, b)
    await expect
      .poll(() => heard())
      .toEqual([
        ['app.openFiles', { paths: [a] }],
        ['app.openFiles', { paths: [b] }],
      ])
    expect(emulation.windows()).toHaveLength(1)
  })

  it('are told of when they change, and events do not carry the sender', async () => {
    await listen(page)
    const watched = path.join(folder, 'watched.handoff')
    writeFileSync(watched, 'one')
    await call('file.watch', { path: watched })
    writeFileSync(watched, 'two')
    await expect
      .poll(() => heard())
      .toEqual([['file.changed', { path: watched, hash: expect.stringMatching(/^sha256:/) }]])
  })
})

describe('the menu', () => {
  it('has the roles that text fields need, and sends commands to the window', async () => {
    await listen(page)
    const items = menuItems().filter(({ label }) => label !== 'New Window')
    expect(items.flatMap(({ role }) => role ?? [])).toEqual(
      expect.arrayContaining(['cut', 'copy', 'paste', 'selectAll']),
    )
    for (const { click } of items) click?.()
    const ids = [
      'file.new',
      'file.open',
      'file.save',
      'file.saveAs',
      'file.export.policy',
      'file.export.svg',
      'edit.undo',
      'edit.redo',
      'help.palette',
      'help.shortcuts',
    ]
    await expect.poll(() => heard()).toEqual(ids.map((id) => ['menu.command', { id }]))
  })
})

describe('closing', () => {
  const setEdited = (on: Page): Promise<Reply> =>
    call('window.setEdited', { edited: true, title: '• a — Baton' }, on)

  it('asks nothing of a window without edits', async () => {
    const blank = await openBlankWindow()
    blank.window.close()
    expect(blank.window.isDestroyed()).toBe(true)
  })

  it('asks the page of a window with edits, once, stays when it says no, and closes when it says yes', async () => {
    const blank = await openBlankWindow()
    await setEdited(blank.page)
    expect([blank.window.edited, blank.window.title]).toEqual([true, '• a — Baton'])
    await listen(blank.page)
    blank.window.close()
    blank.window.close()
    await expect.poll(() => heard(blank.page)).toEqual([['window.closeRequested', {}]])
    await call('window.answerClose', { close: false }, blank.page)
    expect(blank.window.isDestroyed()).toBe(false)
    blank.window.close()
    void call('window.answerClose', { close: true }, blank.page).catch(() => undefined)
    await expect.poll(() => blank.window.isDestroyed()).toBe(true)
  })

  it('does not believe a page that answers what it was not asked', async () => {
    const blank = await openBlankWindow()
    await setEdited(blank.page)
    await call('window.answerClose', { close: true }, blank.page)
    expect(blank.window.isDestroyed()).toBe(false)
    blank.window.destroy()
  })

  it('does not wait for a page that hangs: its edits are in the journal', { timeout: 60_000 }, async () => {
    const blank = await openBlankWindow()
    const begin = { document: 'hung', path: null, name: 'Hung', savedHash: null, text: 'base' }
    await call('journal.begin', begin, blank.page)
    await call('journal.append', { document: 'hung', sequence: 1, patch: 'p1' }, blank.page)
    await setEdited(blank.page)
    const hangs = blank.page.evaluate(() => {
      for (;;);
    })
    void hangs.catch(() => undefined)
    blank.window.close()
    await expect.poll(() => blank.window.isDestroyed(), { timeout: 20_000 }).toBe(true)
    expect(await recoverElsewhere('hung')).toMatchObject({ patches: ['p1'] })
  })

  it('waits for a person who thinks longer than any page', { timeout: 60_000 }, async () => {
    const blank = await openBlankWindow()
    await setEdited(blank.page)
    blank.window.close()
    await new Promise((resolve) => setTimeout(resolve, 9_000))
    expect(blank.window.isDestroyed()).toBe(false)
    blank.window.destroy()
  })

  it('offers a reload after a crash, and the edits of the page that crashed', async () => {
    const blank = await openBlankWindow()
    const begin = { document: 'crashed', path: null, name: 'Crashed', savedHash: null, text: 'base' }
    await call('journal.begin', begin, blank.page)
    electron.answers.messageBox = { response: 0, checkboxChecked: false }
    blank.window.webContents.emit('render-process-gone', {}, { reason: 'crashed' })
    await expect.poll(() => journalOf('messageBox').length).toBe(1)
    expect(await recoverElsewhere('crashed')).toMatchObject({ base: 'base' })
    expect(blank.window.isDestroyed()).toBe(false)
    blank.window.destroy()
  })

  it('is not asked about when the system goes down, and keeps the place of the window', async () => {
    for (const other of emulation.windows().slice(1)) other.destroy()
    await page.goto(BLANK_PAGE)
    await setEdited(page)
    await listen(page)
    window.bounds = { x: 50, y: 60, width: 1_000, height: 700 }
    electron.powerMonitor.emit('shutdown')
    expect([window.isDestroyed(), journalOf('quitted')]).toEqual([true, [undefined]])
    const library = openLibrary(dataFolder, () => undefined)
    expect(createWindowStates(library.db).read('main')).toEqual({ ...window.bounds, maximized: false })
    library.db.close()
  })

  async function recoverElsewhere(document: string): Promise<unknown> {
    const blank = await openBlankWindow()
    const reply = await call('journal.recover', {}, blank.page)
    await call('journal.end', { document }, blank.page)
    blank.window.destroy()
    if (!reply.ok) throw new Error(reply.error.message)
    return (reply.value as { documents: { document: string }[] }).documents.find(
      (found) => found.document === document,
    )
  }
})

const menuItems = (): readonly Fake.MenuItem[] =>
  electron.menu.current.flatMap(({ submenu }) => submenu ?? [])

/** A window beside the first, with a page that does nothing by itself. */
async function openBlankWindow(): Promise<{ window: Fake.BrowserWindow; page: Page }> {
  const before = new Set(emulation.windows())
  menuItems()
    .find(({ label }) => label === 'New Window')
    ?.click?.()
  const opened = emulation.windows().find((candidate) => !before.has(candidate))
  if (opened === undefined) throw new Error('no window was opened')
  const shown = await emulation.pageOf(opened)
  await shown.goto(BLANK_PAGE)
  return { window: opened, page: shown }
}

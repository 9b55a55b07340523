// What a hostile page in the user's own browser may try against the loopback host, with a real Chromium.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import type { Browser, Page } from 'playwright-core'
import { pathToFileURL } from 'node:url'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeRedirectFile } from '../../electron/local-host/launch.ts'
import { startLocalHost } from '../../electron/local-host/host.ts'
import type { LocalHost } from '../../electron/local-host/host.ts'
import { launchChromium } from './support/chromium.ts'

let browser: Browser
let host: Extract<LocalHost, { kind: 'serving' }>
let evil: http.Server
const folder = mkdtempSync(path.join(os.tmpdir(), 'baton-attack-'))

beforeAll(async () => {
  browser = await launchChromium()
  const started = await startLocalHost({
    dataFolder: path.join(folder, 'data'),
    window: 'none',
    life: 'keep',
    say: () => undefined,
  })
  if (started.kind !== 'serving') throw new Error('another host has this folder')
  host = started
  evil = http.createServer((_request, answer) => {
    answer
      .writeHead(200, { 'content-type': 'text/html', 'set-cookie': 'evil=1' })
      .end('<!doctype html><p>evil</p>')
  })
  await new Promise<void>((resolve) => evil.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  await browser.close()
  await host.stop()
  evil.close()
  rmSync(folder, { recursive: true, force: true })
})

const evilPort = (): number => (evil.address() as AddressInfo).port
const ready = (page: Page): Promise<void> => page.getByRole('heading', { name: 'Baton' }).waitFor()

describe('our own page', () => {
  it('comes in through the redirect file, keeps its session over a reload and has no ticket in its address', async () => {
    const page = await browser.newPage()
    const file = writeRedirectFile(path.join(folder, 'run'), host.url())
    await page.goto(pathToFileURL(file).href)
    await ready(page)
    expect(page.url()).toBe(`${host.origin}/`)
    await page.reload()
    await ready(page)
    expect(await page.context().cookies()).toEqual([])
    await page.close()
  })

  it('does not open for a ticket that was used, and says what to do', async () => {
    const url = host.url()
    const [first, second] = [await browser.newPage(), await browser.newPage()]
    await first.goto(url)
    await ready(first)
    await second.goto(url)
    await expect.poll(() => second.locator('body').textContent()).toContain('Start Baton again')
    await Promise.all([first.close(), second.close()])
  })
})

describe('a page of another program on this machine', () => {
  for (const name of ['127.0.0.1', 'localhost', 'hevil.localhost']) {
    it(`on ${name} can neither read, nor call, nor frame us`, async () => {
      const page = await browser.newPage()
      await page.goto(`http://${name}:${evilPort()}/`)
      const tried = await page.evaluate(async (origin) => {
        const outcome = async (attempt: () => Promise<unknown>): Promise<string> =>
          attempt().then(
            (value) => String(value),
            () => 'refused',
          )
        const read = await outcome(async () => (await fetch(`${origin}/`)).text())
        const post = await outcome(async () => {
          const headers = { 'content-type': 'application/json' }
          return (await fetch(`${origin}/session`, { method: 'POST', headers, body: '{"ticket":"x"}' }))
            .status
        })
        const script = await outcome(
          () =>
            new Promise((resolve, reject) => {
              const element = document.createElement('script')
              element.src = `${origin}/theme.js`
              element.addEventListener('load', () => resolve('ran'))
              element.addEventListener('error', reject)
              document.head.append(element)
            }),
        )
        const socket = await outcome(
          () =>
            new Promise((resolve, reject) => {
              const opened = new WebSocket(`${origin.replace('http', 'ws')}/host`, ['baton.v1', 'key.x'])
              opened.addEventListener('open', () => resolve('open'))
              opened.addEventListener('error', reject)
            }),
        )
        return { read, post, script, socket }
      }, host.origin)
      expect(tried).toEqual({ read: 'refused', post: 'refused', script: 'refused', socket: 'refused' })
      await page.evaluate((origin) => {
        const frame = document.createElement('iframe')
        frame.src = origin
        document.body.append(frame)
      }, host.origin)
      await page.waitForTimeout(500)
      const frame = page.frames().find((candidate) => candidate !== page.mainFrame())
      expect(await frame?.evaluate(() => document.querySelector('#root')).catch(() => null)).toBeNull()
      await page.close()
    })
  }

  it('finds the names of our tab and its session unreachable when it opens us', async () => {
    const page = await browser.newPage()
    await page.goto(`http://localhost:${evilPort()}/`)
    const popup = page.waitForEvent('popup')
    await page.evaluate((origin) => {
      Object.assign(globalThis, { opened: open(origin) })
    }, host.origin)
    const opened = await popup
    await opened.waitForLoadState()
    const closed = await page.evaluate(() => (globalThis as unknown as { opened: Window }).opened.closed)
    // Cross-Origin-Opener-Policy cuts the tie: to the page that opened it, our window is gone.
    expect(closed).toBe(true)
    await Promise.all([page.close(), opened.close()])
  })
})

describe.skipIf(process.platform !== 'linux')('the arguments of all programs', () => {
  it('hold no ticket while a browser is opened', async () => {
    const url = host.url()
    const ticket = new URL(url).hash.slice(3)
    const page = await browser.newPage()
    await page.goto(pathToFileURL(writeRedirectFile(path.join(folder, 'run'), url)).href)
    await ready(page)
    const programs = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
    const words = programs.map((id) => read(`/proc/${id}/cmdline`)).filter((text) => text !== '')
    expect(words.length).toBeGreaterThan(3)
    expect(words.filter((text) => text.includes(ticket))).toEqual([])
    await page.close()
  })
})

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

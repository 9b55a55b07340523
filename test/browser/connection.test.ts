// The window of the built app when its host dies, and when its library was damaged: it says so, and loses nothing.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { handOver } from '../../electron/local-host/single-host.ts'
import { startHostProcess } from '../soak/kill/host-process.ts'
import { launchChromium } from './support/chromium.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

function freshData(): { readonly folder: string; readonly data: string } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'baton-connection-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const data = path.join(folder, 'data')
  mkdirSync(data)
  return { folder, data }
}

it('says that the host is gone, and the next host offers the edits of the dead one', async () => {
  const { folder, data } = freshData()
  const file = path.join(folder, 'refunds.handoff')
  copyFileSync('resources/samples/customer-refunds.handoff', file)
  const first = startHostProcess('out/host/host.js', data)
  onTestFinished(() => first.kill())
  await first.serves
  const page = await browser.newPage()
  await page.goto((await handOver(data, [file])).url)
  await page.getByRole('button', { name: /^Place \d handoffs$/ }).click()
  await page.getByText('Covered', { exact: true }).first().waitFor()
  await page.waitForTimeout(1_000)
  await first.kill()
  await page.getByText('The connection to Baton is lost').waitFor()
  await page.close({ runBeforeUnload: false })

  const second = startHostProcess('out/host/host.js', data)
  onTestFinished(() => second.kill())
  await second.serves
  const next = await browser.newPage()
  await next.goto((await handOver(data, [])).url)
  await next.getByText('Covered', { exact: true }).first().waitFor()
  expect(await next.title()).toBe('refunds.handoff – Baton')
  await next.close({ runBeforeUnload: false })
})

it('says that its library was damaged and where it was put', async () => {
  const { data } = freshData()
  writeFileSync(path.join(data, 'library.db'), 'rubbish '.repeat(1_000))
  const host = startHostProcess('out/host/host.js', data)
  onTestFinished(() => host.kill())
  await host.serves
  const page = await browser.newPage()
  await page.goto((await handOver(data, [])).url)
  await page.getByText('library.db.damaged-1').first().waitFor()
  expect(await page.getByRole('heading', { name: 'Baton' }).count()).toBe(1)
  await page.close()
})

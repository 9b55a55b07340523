// Several windows on one file: whoever saves first, nobody's edits are lost, and every window says how it stands.
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, onTestFinished } from 'vitest'
import { startLocalHost } from '../../electron/local-host/host.ts'
import { handOver } from '../../electron/local-host/single-host.ts'
import { startHostProcess } from '../soak/kill/host-process.ts'
import { launchChromium } from './support/chromium.ts'

const REFUNDS = new URL('../fixtures/golden/refunds_at_the_help_desk.handoff', import.meta.url).pathname

/** A watcher looks a moment after the last sign of a change. */
const PATIENT = { timeout: 10_000 }

let browser: Browser
let folder: string
let file: string
const pages: Page[] = []

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'baton-two-'))
  file = path.join(folder, 'refunds.handoff')
  copyFileSync(REFUNDS, file)
})

afterEach(async () => {
  for (const page of pages.splice(0)) await page.close({ runBeforeUnload: false })
  rmSync(folder, { recursive: true, force: true })
})

it('two windows of one Baton: one saves, the other keeps both', async () => {
  const { first, second } = await twoWindows()
  await rename(first, 'From the first')
  await rename(second, 'From the second')
  await first.keyboard.press('Control+s')
  await shows(first, 'Saved')
  await shows(second, 'Conflict')
  await second.keyboard.press('Control+s')
  await second.getByRole('button', { name: /^Keep both/ }).click()
  await shows(second, 'Saved')
  const mine = path.join(folder, 'refunds (my edits).handoff')
  expect(readFileSync(file, 'utf8')).toContain('From the first')
  expect(readFileSync(mine, 'utf8')).toContain('From the second')
  expect(await tabs(second)).toEqual(['refunds (my edits).handoff', 'refunds.handoff'])
  await expect.poll(() => documentName(second), PATIENT).toBe('From the second')
  await second.getByRole('tab', { name: 'refunds.handoff', exact: true }).click()
  await expect.poll(() => documentName(second), PATIENT).toBe('From the first')
  await shows(second, 'Saved')
})

it('a window without edits follows the one that saves', async () => {
  const { first, second } = await twoWindows()
  await rename(first, 'From the first')
  await first.keyboard.press('Control+s')
  await shows(first, 'Saved')
  await expect.poll(() => documentName(second), PATIENT).toBe('From the first')
  await shows(second, 'Saved')
})

it('two Batons on one file: what differs is shown before anything is overwritten', async () => {
  const first = await windowOfProcess('one')
  const second = await windowOfProcess('two')
  await rename(first, 'From the first')
  await rename(second, 'From the second')
  await first.keyboard.press('Control+s')
  await shows(first, 'Saved')
  await shows(second, 'Conflict')
  await second.getByRole('button', { name: 'Conflict', exact: true }).click()
  await second.getByRole('button', { name: /^Compare first/ }).click()
  await second.getByText('From the first').first().waitFor()
  expect(readFileSync(file, 'utf8')).toContain('From the first')
  await second.keyboard.press('Control+s')
  await second.getByRole('button', { name: /^Keep mine and overwrite/ }).click()
  await shows(second, 'Saved')
  expect(readFileSync(file, 'utf8')).toContain('From the second')
  expect(readFileSync(`${file}.bak`, 'utf8')).toContain('From the first')
  await expect.poll(() => documentName(first), PATIENT).toBe('From the second')
})

it('a file that goes away is a conflict until it is written again or is back as it was', async () => {
  const { page } = await oneWindow()
  const was = readFileSync(file, 'utf8')
  rmSync(file)
  await shows(page, 'Conflict')
  writeFileSync(file, was)
  await shows(page, 'Saved')
  rmSync(file)
  await shows(page, 'Conflict')
  await page.getByRole('button', { name: 'Conflict', exact: true }).click()
  await page.getByRole('dialog', { name: 'The file is gone from the disk' }).waitFor()
  await page.getByRole('button', { name: /^Write it again/ }).click()
  await shows(page, 'Saved')
  expect(readFileSync(file, 'utf8')).toContain('Refunds at the help desk')
})

it('a window that is loaded anew has its documents and its undo stack, saved ones too', async () => {
  const { page } = await oneWindow()
  await rename(page, 'Saved edit')
  await page.keyboard.press('Control+s')
  await shows(page, 'Saved')
  await page.reload()
  await shows(page, 'Saved')
  await expect.poll(() => documentName(page), PATIENT).toBe('Saved edit')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect.poll(() => nameField(page).inputValue(), PATIENT).toBe('Refunds at the help desk')
  await shows(page, 'Unsaved')
  await page.getByRole('button', { name: 'Redo', exact: true }).click()
  await shows(page, 'Saved')
})

it('saves by itself where that is chosen, and a closed tab comes back with its undo stack', async () => {
  const { page } = await oneWindow()
  await page.keyboard.press('Control+,')
  await page.getByRole('switch', { name: 'Save files by themselves' }).check({ force: true })
  await page.keyboard.press('Escape')
  await rename(page, 'By itself')
  await expect.poll(() => readFileSync(file, 'utf8'), { timeout: 10_000 }).toContain('By itself')
  await shows(page, 'Saved')
  await page.keyboard.press('Control+F4')
  await page.getByRole('heading', { name: 'Baton' }).waitFor()
  await page.keyboard.press('Control+Shift+t')
  // What the document was called before is one undo away, and saved by itself as well.
  await page.getByRole('treegrid').waitFor()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect.poll(() => readFileSync(file, 'utf8'), { timeout: 10_000 }).not.toContain('By itself')
  await shows(page, 'Saved')
  expect(readFileSync(file, 'utf8')).toContain('Refunds at the help desk')
})

async function oneWindow(): Promise<{
  readonly page: Page
  readonly data: string
  readonly url: () => string
}> {
  const data = path.join(folder, 'data')
  const host = await startLocalHost({
    dataFolder: data,
    files: [file],
    window: 'none',
    life: 'keep',
    say: () => undefined,
  })
  if (host.kind !== 'serving') throw new Error('another host has this fresh folder')
  onTestFinished(() => host.stop())
  return { page: await show(host.url()), data, url: host.url }
}

async function twoWindows(): Promise<{ readonly first: Page; readonly second: Page }> {
  const { page, data, url } = await oneWindow()
  const second = await open(url())
  await second.getByRole('heading', { name: 'Baton' }).waitFor()
  // It goes to the window that was ready last.
  await handOver(data, [file])
  await second.getByRole('treegrid').waitFor()
  return { first: page, second }
}

async function windowOfProcess(name: string): Promise<Page> {
  const data = path.join(folder, name)
  const host = startHostProcess('out/host/host.js', data)
  onTestFinished(() => host.kill())
  await host.serves
  return show((await handOver(data, [file])).url)
}

async function show(url: string): Promise<Page> {
  const page = await open(url)
  await page.getByRole('treegrid').waitFor()
  return page
}

async function open(url: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  pages.push(page)
  await page.goto(url)
  return page
}

/** With nothing selected the inspector is about the document: the keyboard may have come back to a step. */
async function documentName(page: Page): Promise<string> {
  await page.locator('section[data-takes-keys]').focus()
  await page.keyboard.press('Escape')
  return nameField(page).inputValue()
}

function nameField(page: Page) {
  return page.locator('[data-field="name"]').first()
}

async function rename(page: Page, name: string): Promise<void> {
  await nameField(page).fill(name)
  await shows(page, 'Unsaved')
}

/** Exactly one of the four words is in the status bar. */
async function shows(page: Page, word: string): Promise<void> {
  const bar = page.getByRole('contentinfo')
  await bar.getByRole('button', { name: word, exact: true }).waitFor()
  const words = bar.getByRole('button', { name: /^(Saved|Unsaved|Recovered|Conflict)$/ })
  expect(await words.count()).toBe(1)
}

function tabs(page: Page): Promise<string[]> {
  return page.getByRole('tablist', { name: 'Open documents' }).getByRole('tab').allTextContents()
}

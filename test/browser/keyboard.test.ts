// Everything by keyboard alone: a workflow is drawn, connected, tagged, placed, simulated and exported without a mouse.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { openApp } from './support/app-window.ts'
import type { AppWindow } from './support/app-window.ts'
import { keyboardOf } from './support/by-keyboard.ts'
import type { Keyboard } from './support/by-keyboard.ts'

const REFUNDS = new URL('../../resources/samples/customer-refunds.handoff', import.meta.url).pathname

let window: AppWindow | undefined
let folder: string | undefined
afterEach(async () => {
  await window?.close()
  window = undefined
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
  folder = undefined
})

/** What a screen reader says about everything on the canvas before the handoffs are placed. */
const DRAWN = [
  'approve before Pay it back, 2.0 min/run',
  'from Answer the mail to End',
  'from Is it a refund? to Answer the mail',
  'from Is it a refund? to Pay it back',
  'from Pay it back to End',
  'from Read the mail to Is it a refund?',
  'from Start to Read the mail',
  'step 1 of 6, Start, start',
  'step 2 of 6, Read the mail, model, uncertainty high, 1 finding',
  'step 3 of 6, Is it a refund?, decision, 1 finding',
  'step 4 of 6, Pay it back, action, consequence critical, suggested: approve before, 1 finding',
  'step 5 of 6, Answer the mail, action, consequence low',
  'step 6 of 6, End, end',
]

describe('by keyboard alone', () => {
  it('draws, tags, connects, places, simulates and exports a workflow of six steps', async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'baton-keys-'))
    window = await openApp()
    const keys = keyboardOf(window.page)
    await keys.tabTo('New workflow')
    await keys.press('Enter')
    await keys.tabTo(/^step 1 of 2, Start/)
    await append(keys, 'model', 'Read the mail')
    await keys.press('Shift+Digit3')
    await append(keys, 'decision', 'Is it a refund?')
    await append(keys, 'action', 'Pay it back')
    await keys.press('Digit4')
    await connectTo(keys, 'End')
    // Back to the decision, and another way out of it.
    await keys.press('ArrowLeft', 'ArrowLeft')
    await expect.poll(() => keys.at()).toContain('Is it a refund?')
    await append(keys, 'action', 'Answer the mail')
    await keys.press('Digit1')
    await connectTo(keys, 'End')
    // The way that a new document comes with leads past all of it.
    await keys.press('Escape', 'Shift+Tab', 'Tab')
    await expect.poll(() => keys.at()).toContain('Start')
    await keys.press('e')
    await expect.poll(() => keys.at()).toBe('from Start to End')
    await keys.press('Delete')
    await expect.poll(() => keys.at()).toContain('Start')
    expect(await spoken(window.page)).toEqual(DRAWN)
    await keys.press('Control+Enter')
    await window.page.getByText('Covered').first().waitFor()
    await keys.press('Control+2')
    await keys.tabTo('Start a run')
    await keys.press('Enter')
    await runToTheEnd(keys, window.page)
    await keys.press('Control+e')
    await expect.poll(() => keys.at()).toBe('Save…')
    await keys.press('Enter')
    await expect.poll(() => keys.at()).toBe('File name')
    await keys.tabTo('Folder')
    await keys.press('Control+a')
    await keys.type(folder)
    await keys.press('Enter')
    await keys.tabTo('File name', 'Shift+Tab')
    await keys.press('Control+a')
    await keys.type('mail')
    await keys.press('Enter')
    await expect.poll(() => readdirSync(folder!)).toEqual([expect.stringMatching(/^mail.*json$/)])
    const policy = JSON.parse(readFileSync(path.join(folder, readdirSync(folder)[0]!), 'utf8')) as unknown
    expect(JSON.stringify(policy)).toContain('Pay it back')
    expect(window.complaints).toEqual([])
  })

  it('does to steps, transitions, handoffs and suggestions in the outline what the canvas does', async () => {
    window = await openApp({ files: [REFUNDS] })
    const { page } = window
    const keys = keyboardOf(page)
    const menu = async (entry: string): Promise<void> => {
      await keys.press('Shift+F10')
      await page.getByRole('menuitem').first().waitFor()
      for (let i = 0; i < 30 && !(await keys.at()).startsWith(entry); i++) await keys.press('ArrowDown')
      await keys.press('Enter')
    }
    await keys.tabTo(/^Refund request/)
    await keys.press('ArrowDown')
    await menu('Append')
    await expect.poll(() => keys.at()).toMatch(/^Search kinds/)
    await keys.type('check')
    await keys.press('Enter')
    await expect.poll(() => keys.at()).toMatch(/^Check/)
    expect(await inOutline(page)).toBe(true)
    await keys.press('Digit2')
    await menu('Connect')
    await expect.poll(() => keys.at()).toMatch(/^Search steps/)
    await keys.type('Settled')
    await keys.press('Enter')
    await expect.poll(() => page.getByText(/^Connected Check to/).count()).toBe(1)
    await keys.tabTo(/Check.*Settled/)
    await menu('Delete')
    await expect.poll(() => page.getByText('Deleted', { exact: true }).count()).toBe(1)
    await keys.tabTo(/Brief · Start|Approve|Sign-off/)
    await menu('Accept')
    await expect.poll(() => keys.at()).toMatch(/^Approval · Refund over 100/)
    expect(window.complaints).toEqual([])
  })

  it('takes the keys of another command for one, works with them, and gives them back', async () => {
    window = await openApp({ files: [REFUNDS] })
    const { page } = window
    await page.keyboard.press('Control+,')
    await page.getByRole('dialog').getByRole('button', { name: 'Change keyboard shortcuts…' }).click()
    await page.getByRole('button', { name: /^About Baton.*Change/ }).click()
    await page.keyboard.press('Control+z')
    await page.getByText('Ctrl Z belongs to “Undo”.').waitFor()
    await page.getByRole('button', { name: 'Use it here' }).click()
    await page.getByRole('button', { name: 'About Baton: Ctrl Z. Change' }).waitFor()
    await page.getByRole('button', { name: 'Undo: no key. Change' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('Control+z')
    await page.getByRole('heading', { name: 'About Baton' }).waitFor()
    expect(window.complaints).toEqual([])
  })
})

async function append(keys: Keyboard, kind: string, name: string): Promise<void> {
  await keys.press('a')
  await keys.type(kind)
  await keys.press('Enter')
  await expect.poll(() => keys.at()).toMatch(new RegExp(`, ${kind}, ${kind}|, ${kind}`, 'i'))
  await keys.press('F2')
  await keys.type(name)
  await keys.press('Enter')
  await expect.poll(() => keys.at()).toContain(name)
}

/** Steps with the arrow key, and answers yes where a person is asked. */
async function runToTheEnd(keys: Keyboard, page: Page): Promise<void> {
  const turn = page.getByRole('region', { name: 'Your turn as the reviewer' })
  for (let steps = 0; steps < 40; steps++) {
    if ((await page.getByText('The run is done').count()) > 0) return
    if ((await turn.count()) > 0) {
      await keys.tabTo(/^Approve/)
      await keys.press('Enter')
    }
    await keys.press('ArrowRight')
  }
  throw new Error('the run never ended')
}

async function connectTo(keys: Keyboard, name: string): Promise<void> {
  await keys.press('c')
  await keys.type(name)
  await keys.press('Enter')
}

async function spoken(page: Page): Promise<readonly string[]> {
  const items = page.locator('[data-item]')
  const said = await items.evaluateAll((all) => all.map((each) => each.getAttribute('aria-label') ?? ''))
  return said.toSorted()
}

function inOutline(page: Page): Promise<boolean> {
  return page.evaluate(() => document.activeElement?.closest('[role="treegrid"]') !== null)
}

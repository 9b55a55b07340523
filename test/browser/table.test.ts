// The table of steps in a real browser: cells edited, filled and pasted by keyboard, order that changes nothing, digits as
// on the canvas, and suggested tags that one undo takes back.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openApp, type AppWindow } from './support/app-window.ts'

const ORDERS = {
  format: 'handoff',
  version: 1,
  name: 'Orders',
  steps: [
    { id: 'a', kind: 'start', name: 'Order comes in' },
    { id: 'b', kind: 'action', name: 'Refund the customer' },
    { id: 'c', kind: 'action', name: 'Email the customer' },
    { id: 'd', kind: 'action', name: 'Xyzzy' },
    { id: 'e', kind: 'action', name: 'Keep', consequence: { level: 1 } },
    { id: 'f', kind: 'end', name: 'Done', outcome: 'ok' },
  ],
  transitions: ['ab', 'bc', 'cd', 'de', 'ef'].map((way) => ({ id: way, from: way[0]!, to: way[1]! })),
}

let window: AppWindow
let folder: string
let page: Page

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'baton-table-'))
  const file = path.join(folder, 'orders.handoff')
  writeFileSync(file, JSON.stringify(ORDERS))
  window = await openApp({ files: [file], height: 900 })
  page = window.page
  await page.keyboard.press('Control+4')
  await page.getByRole('grid').waitFor()
})

afterAll(async () => {
  await window?.close()
  rmSync(folder, { recursive: true, force: true })
})

it('sorts and filters without touching the document', async () => {
  await page.getByRole('button', { name: 'Name', exact: true }).click()
  await expect
    .poll(namesShown)
    .toEqual(['Done', 'Email the customer', 'Keep', 'Order comes in', 'Refund the customer', 'Xyzzy'])
  await page.getByLabel('Filter Kind').fill('act')
  await expect.poll(namesShown).toEqual(['Email the customer', 'Keep', 'Refund the customer', 'Xyzzy'])
  expect(await unsaved()).toBe(false)
  await page.getByLabel('Filter Kind').fill('')
  await page.getByRole('button', { name: 'Name', exact: true }).click()
  await page.getByRole('button', { name: 'Name', exact: true }).click()
  await expect.poll(namesShown).toEqual(ORDERS.steps.map(({ name }) => name))
})

it('edits a cell in place and goes on to the next row', async () => {
  await cell(3, 'name').click()
  await page.keyboard.press('F2')
  await page.keyboard.type('Call the carrier')
  await page.keyboard.press('Enter')
  await expect.poll(() => textOf(cell(3, 'name'))).toBe('Call the carrier')
  await expect.poll(() => hasFocus(cell(4, 'name'))).toBe(true)
  await page.keyboard.press('Control+z')
  await expect.poll(() => textOf(cell(3, 'name'))).toBe('Xyzzy')
})

it('fills down over the selected rows as one undo step', async () => {
  await cell(1, 'verb').click()
  await page.keyboard.type('tell')
  await page.keyboard.press('Tab')
  await cell(1, 'verb').click()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Control+d')
  await expect.poll(() => textOf(cell(2, 'verb'))).toBe('tell')
  await expect.poll(() => textOf(cell(3, 'verb'))).toBe('tell')
  await page.keyboard.press('Control+z')
  await expect.poll(() => textOf(cell(3, 'verb'))).toBe('')
  await expect.poll(() => textOf(cell(2, 'verb'))).toBe('')
  await expect.poll(() => textOf(cell(1, 'verb'))).toBe('tell')
  await page.keyboard.press('Control+z')
  await expect.poll(() => textOf(cell(1, 'verb'))).toBe('')
})

it('copies cells and pastes them as a block, and refuses what it cannot read', async () => {
  await cell(4, 'consequence').click()
  await paste('high\tnever\tyes\nlow\twith effort\tno')
  await expect.poll(() => textOf(cell(4, 'external'))).toBe('yes')
  await expect.poll(() => textOf(cell(5, 'reversibility'))).toBe('with effort')
  await cell(4, 'consequence').click()
  await page.keyboard.press('Shift+ArrowRight')
  expect(await copied()).toBe('high\tnever')
  await paste('enormous')
  await page.getByText('This cell cannot take that').waitFor()
  await expect.poll(() => textOf(cell(4, 'consequence'))).toBe('high')
  await page.keyboard.press('Control+z')
  await expect.poll(() => textOf(cell(4, 'external'))).toBe('')
})

it('tags the selection by digit, as the canvas does', async () => {
  await cell(3, 'kind').click()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('2')
  await expect.poll(() => textOf(cell(3, 'consequence'))).toBe('moderate')
  await expect.poll(() => textOf(cell(4, 'consequence'))).toBe('moderate')
  await page.keyboard.press('Control+z')
  await expect.poll(() => textOf(cell(4, 'consequence'))).toBe('low')
})

it('shows suggestions as ghosts, takes one with Enter, and all with one undo', async () => {
  await page.getByText('3 steps are untagged; 2 have a suggestion').waitFor()
  await cell(1, 'consequence').click()
  await page.keyboard.press('Enter')
  await page.getByText('2 steps are untagged; 1 has a suggestion').waitFor()
  await page.keyboard.press('Control+z')
  await page.getByRole('button', { name: 'Accept all 2' }).click()
  await page.getByText('1 step is untagged; 0 have a suggestion').waitFor()
  await expect.poll(() => textOf(cell(1, 'consequence'))).toBe('critical')
  await expect.poll(() => textOf(cell(2, 'consequence'))).toBe('high')
  await expect.poll(() => textOf(cell(4, 'consequence'))).toBe('low')
  await page.keyboard.press('Control+z')
  await page.getByText('3 steps are untagged; 2 have a suggestion').waitFor()
  await page.getByRole('button', { name: 'Dismiss all' }).click()
  await page.getByText('3 steps are untagged; 0 have a suggestion').waitFor()
  await page.getByRole('button', { name: 'Show 2 dismissed' }).click()
  await page.getByText('3 steps are untagged; 2 have a suggestion').waitFor()
})

it('has no serious fault for assistive technology, and no complaint', async () => {
  const { violations } = await new AxeBuilder({ page }).include('[aria-label="Table of steps"]').analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  expect(window.complaints).toEqual([])
})

function cell(row: number, column: string): Locator {
  return page.getByRole('grid').locator(`[data-cell^="${row}:"][data-column="${column}"]`)
}

/** What a cell says; a suggestion is not said yet. */
async function textOf(at: Locator): Promise<string> {
  return (await at.getAttribute('aria-label')) === null ? at.innerText() : ''
}

function hasFocus(at: Locator): Promise<boolean> {
  return at.evaluate((element) => element === document.activeElement)
}

function namesShown(): Promise<readonly string[]> {
  return page.getByRole('grid').getByRole('rowheader').allInnerTexts()
}

async function unsaved(): Promise<boolean> {
  return (await page.getByText('Unsaved').count()) > 0
}

async function paste(text: string): Promise<void> {
  await page.evaluate((given) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', given)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.activeElement!.dispatchEvent(event)
  }, text)
}

async function copied(): Promise<string> {
  return page.evaluate(() => {
    const clipboardData = new DataTransfer()
    const event = new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true })
    document.activeElement!.dispatchEvent(event)
    return clipboardData.getData('text/plain')
  })
}

// What a placement asks of people, and the curve: an assumption is changed and put back, a point is walked to with the
// keyboard, looked at and placed as one undo step.
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readDocument } from '../../shared/document/read.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { openApp, type AppWindow } from './support/app-window.ts'

const REFUNDS = new URL('../fixtures/golden/refunds_at_the_help_desk.handoff', import.meta.url).pathname

let window: AppWindow
let folder: string
let page: Page

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'baton-placement-'))
  const file = path.join(folder, 'refunds.handoff')
  copyFileSync(REFUNDS, file)
  window = await openApp({ files: [file], width: 1600, height: 1000 })
  page = window.page
  await page.getByText('2 walks uncovered').waitFor()
  await page.getByRole('tab', { name: 'Placement' }).click()
})

afterEach(async () => {
  await window.close()
  rmSync(folder, { recursive: true, force: true })
  if (window.complaints.length > 0) throw new Error(window.complaints.join('\n'))
})

it('an assumption of one’s own moves the figures, is kept in the document, and can be put back', async () => {
  await page.getByText('Attention', { exact: true }).click()
  const caught = page.getByRole('row', { name: /^Harm caught/ })
  const usual = await caught.innerText()
  await page.getByRole('button', { name: 'What this assumes' }).click()
  const odds = page.getByRole('textbox', { name: 'Odds that the first prompt of a run is really read' })
  await odds.fill('0.4')
  await odds.press('Enter')
  await expect.poll(() => caught.innerText()).not.toBe(usual)
  expect((await saved()).profile).toMatchObject({ reviewer: { attention: 0.4 } })
  await page.getByRole('button', { name: /^Back to the usual number: Odds that the first/ }).click()
  await expect.poll(() => caught.innerText()).toBe(usual)
  expect((await saved()).profile).not.toHaveProperty('reviewer')
})

it('a number that means nothing is refused where it is typed', async () => {
  await page.getByText('Attention', { exact: true }).click()
  await page.getByRole('button', { name: 'What this assumes' }).click()
  const odds = page.getByRole('textbox', { name: 'Odds that the first prompt of a run is really read' })
  await odds.fill('7')
  await odds.press('Enter')
  await expect.poll(() => odds.getAttribute('aria-invalid')).toBe('true')
  await odds.press('Escape')
  expect((await saved()).profile).not.toHaveProperty('reviewer')
})

it('the curve is walked with the keyboard, drawn on the canvas, and placed as one undo step', async () => {
  await page.getByText('Minutes against harm', { exact: true }).click()
  const points = page.getByRole('radiogroup', { name: 'Placements on the curve' }).getByRole('radio')
  await points.first().waitFor()
  const count = await points.count()
  expect(count).toBeGreaterThan(1)
  const ghosts = page.locator('.react-flow').getByText(/^\+ /)
  const before = await ghosts.count()
  await page.getByRole('radio', { checked: false }).and(points.first()).focus()
  await page.keyboard.press('End')
  expect(await points.last().getAttribute('aria-checked')).toBe('true')
  expect(await points.last().evaluate((element) => element === document.activeElement)).toBe(true)
  await page.getByText('The canvas shows this point.').waitFor()
  await expect.poll(() => ghosts.count()).not.toBe(before)
  await page.getByRole('button', { name: 'Place this' }).click()
  await expect.poll(async () => (await saved()).handoffs.length).toBeGreaterThan(before)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  expect((await saved()).handoffs).toEqual([])
})

it('a click on the plot means the nearest point, however close together they lie', async () => {
  await page.getByText('Minutes against harm', { exact: true }).click()
  const plot = page.getByRole('radiogroup', { name: 'Placements on the curve' })
  const points = plot.getByRole('radio')
  await points.first().waitFor()
  const box = (await plot.boundingBox())!
  for (const index of [0, 1, (await points.count()) - 1]) {
    const spot = (await points.nth(index).boundingBox())!
    await page.mouse.click(spot.x + spot.width / 2, spot.y + spot.height / 2)
    expect(await points.nth(index).getAttribute('aria-checked')).toBe('true')
  }
  await page.mouse.click(box.x + box.width - 2, box.y + 2)
  expect(await points.last().getAttribute('aria-checked')).toBe('true')
})

it('the table holds the same points', async () => {
  await page.getByText('Minutes against harm', { exact: true }).click()
  const points = page.getByRole('radiogroup', { name: 'Placements on the curve' }).getByRole('radio')
  await points.first().waitFor()
  const count = await points.count()
  await page.getByRole('button', { name: 'As a table' }).click()
  expect(await page.getByRole('button', { name: /^Look at it:/ }).count()).toBe(count)
})

async function saved(): Promise<Workflow> {
  await page.keyboard.press('Control+s')
  await page.getByRole('button', { name: 'Saved', exact: true }).waitFor()
  const read = readDocument(readFileSync(path.join(folder, 'refunds.handoff'), 'utf8'))
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.value.workflow
}

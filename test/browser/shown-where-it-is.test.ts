// What is asked for in a list is brought into view on the canvas, however far away it lies.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { writeDocument } from '../../shared/document/write.ts'
import { payment, sketch } from '../../shared/rules/example.ts'
import { openApp, type AppWindow } from './support/app-window.ts'

const STEPS = Array.from({ length: 24 }, (_, i) => ({ id: `work_${i}`, name: `Work ${i}` }))
const FAR = [{ id: 'start' }, ...STEPS, { ...payment('pay'), name: 'Pay far away' }, { id: 'end' }]

let window: AppWindow
let folder: string
let page: Page

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'baton-far-'))
  const file = path.join(folder, 'far.handoff')
  const ways = FAR.slice(1).map(({ id }, i) => [FAR[i]!.id, id] as const)
  writeFileSync(file, writeDocument(sketch(FAR, ways)))
  window = await openApp({ files: [file] })
  page = window.page
  await page.getByRole('button', { name: '1 walk uncovered' }).waitFor()
})

afterEach(async () => {
  await window.close()
  rmSync(folder, { recursive: true, force: true })
  if (window.complaints.length > 0) throw new Error(window.complaints.join('\n'))
})

it('the pill shows the end of the next uncovered walk', async () => {
  await lookAway()
  await page.getByRole('button', { name: '1 walk uncovered' }).click()
  await expect.poll(inView).toBe(true)
})

it('a finding shows where it is, by pointer and by F8', async () => {
  await lookAway()
  await page.getByRole('button', { name: /S9/ }).first().click()
  await expect.poll(inView).toBe(true)
  await lookAway()
  for (let i = 0; i < 6 && !(await inView()); i++) {
    await page.keyboard.press('F8')
    await page.waitForTimeout(300)
  }
  expect(await inView()).toBe(true)
})

/** As after a look around: the action is out of sight. */
async function lookAway(): Promise<void> {
  await page.getByRole('treegrid').getByText('Work 0', { exact: true }).click()
  await expect.poll(inView).toBe(false)
}

/** True where the card of the payment is drawn inside of the canvas. */
function inView(): Promise<boolean> {
  return page.evaluate(() => {
    const card = document.querySelector('[data-item="step:pay"]')?.getBoundingClientRect()
    const canvas = document.querySelector('.react-flow')?.getBoundingClientRect()
    if (!card || !canvas) return false
    return card.left >= canvas.left && card.right <= canvas.right
  })
}

// Profile, proof and sensitivity at work: what would change is said before it does, one undo takes it back, the walk is
// drawn, and what is filed can be checked again.
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
  folder = mkdtempSync(path.join(tmpdir(), 'baton-proof-'))
  const file = path.join(folder, 'refunds.handoff')
  copyFileSync(REFUNDS, file)
  window = await openApp({ files: [file] })
  page = window.page
  await page.getByText('2 walks uncovered').waitFor()
})

afterEach(async () => {
  await window.close()
  rmSync(folder, { recursive: true, force: true })
  if (window.complaints.length > 0) throw new Error(window.complaints.join('\n'))
})

it('a profile says what it would change, is applied as one edit, and is taken back by one undo', async () => {
  await page.getByRole('button', { name: 'Edit…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Nothing differs from Recommended').waitFor()
  await dialog.getByText('Strict', { exact: true }).click()
  await dialog.getByText(/min a run instead of/).waitFor()
  const cell = dialog.getByRole('combobox', { name: 'high, one' })
  await cell.selectOption('none')
  await dialog.getByRole('alert').first().waitFor()
  expect(await dialog.getByRole('button', { name: 'Apply' }).isDisabled()).toBe(true)
  await cell.selectOption('approve')
  await dialog.getByText('Nothing differs from Strict').waitFor()
  await dialog.getByRole('combobox', { name: 'low, none of these' }).selectOption('none')
  await dialog.getByRole('combobox', { name: 'Severity of S6', exact: true }).selectOption('warning')
  await dialog.getByText('2 differences from Strict').waitFor()
  await dialog.getByRole('button', { name: 'Apply' }).click()
  await page.getByText('Strict with 2 changes').waitFor()
  expect((await saved()).profile).toEqual({
    extends: 'strict',
    strength: { '1/0': 'none' },
    rules: { S6: 'warning' },
  })
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  expect((await saved()).profile).toEqual({ extends: 'recommended' })
})

it('the proof is checked in the app, draws the walks that it speaks of, and says what each gate is for', async () => {
  await page.getByRole('tab', { name: 'Proof' }).click()
  await page.getByText('2 actions are not covered').waitFor()
  await page.getByText(/^The checker agrees\. It compared the certificate/).waitFor()
  await page.getByText('high consequence, hard to undo, external: approve in the table').waitFor()
  await page.getByRole('button', { name: /^Sign-off \(approve\) before “Send the letter”/ }).click()
  // The walk is drawn, and the view goes to where it ends.
  await page.locator('[data-walk]').filter({ hasText: 'Send the letter' }).waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: 'Covered', exact: true }).waitFor()
  await page
    .getByText(/Every way from a source of doubt to each of the \d actions/)
    .first()
    .waitFor()
  expect(await page.getByText('Not covered yet.').count()).toBe(0)
})

it('what decides is found, marked on the canvas, and leads to the field', async () => {
  await page.getByRole('tab', { name: 'What decides' }).click()
  await page.getByText(/^\d+ of \d+ other values would change something/).waitFor()
  const marks = page.getByRole('img', { name: 'The placement hangs on a tag of this step' })
  expect(await marks.count()).toBe(0)
  await page.getByRole('switch', { name: 'Mark on the canvas' }).check({ force: true })
  await expect.poll(() => marks.count()).toBeGreaterThan(0)
  await page.getByRole('button', { name: /^If “Pay back more than 100” were security-sensitive/ }).click()
  const field = page.locator('[data-field="consequence/security"]')
  await expect.poll(() => field.evaluate((element) => element.contains(document.activeElement))).toBe(true)
})

async function saved(): Promise<Workflow> {
  await page.keyboard.press('Control+s')
  await page.getByRole('button', { name: 'Saved', exact: true }).waitFor()
  const read = readDocument(readFileSync(path.join(folder, 'refunds.handoff'), 'utf8'))
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.value.workflow
}

// Decisions about findings and rule packs, as a person makes them: what is in the file afterwards, and what is not.
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
  folder = mkdtempSync(path.join(tmpdir(), 'baton-decisions-'))
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

it('a finding is put off by the keyboard, counted in plain sight, and brought back', async () => {
  await page.getByRole('button', { name: /S6/ }).first().focus()
  await page.keyboard.press('Delete')
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Snooze', { exact: true }).click()
  await dialog.getByRole('button', { name: 'Snooze', exact: true }).click()
  await dialog.getByText('Choose a day.').waitFor()
  await dialog.getByRole('button', { name: 'In a week' }).click()
  await dialog.getByText('Hides this finding.').waitFor()
  await dialog.getByRole('button', { name: 'Snooze', exact: true }).click()
  const [kept] = (await saved()).dispositions
  expect(kept).toMatchObject({ status: 'snoozed', until: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) })
  await page.getByRole('button', { name: '1 snoozed' }).click()
  await page.getByRole('heading', { name: 'Snoozed' }).waitFor()
  await page.getByRole('button', { name: 'Restore', exact: true }).click()
  expect((await saved()).dispositions).toEqual([])
})

it('a rule that is dismissed everywhere is kept in the app and not in the document; a guard cannot be', async () => {
  const hasRule = await page.getByRole('button', { name: /S6/ }).count()
  await page.getByRole('button', { name: /S6/ }).first().focus()
  await page.keyboard.press('Delete')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'Accepted risk' }).check()
  await dialog.getByRole('radio', { name: /S6 in every document/ }).check()
  await dialog.getByText(new RegExp(`Hides ${hasRule} finding`)).waitFor()
  await dialog.getByRole('button', { name: 'Dismiss', exact: true }).click()
  await page.getByRole('button', { name: `${hasRule} dismissed` }).waitFor()
  await page.getByRole('button', { name: /S9/ }).first().focus()
  await page.keyboard.press('Delete')
  expect(await dialog.getByRole('radio', { name: /S9 in every document/ }).isDisabled()).toBe(true)
  await page.keyboard.press('Escape')
  expect(readFileSync(path.join(folder, 'refunds.handoff'), 'utf8')).not.toContain('Accepted risk')
})

it('a rule is written with its matches in sight, and speaks once it is saved', async () => {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').waitFor()
  await page.keyboard.type('rule packs')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'New pack' }).click()
  await dialog.getByRole('button', { name: 'New rule' }).click()
  const when = dialog.getByLabel('When')
  await when.fill('kind = "action" and levle >= 1')
  await dialog.getByText(/“levle” is no fact of a step; did you mean “level”/).waitFor()
  expect(await dialog.getByRole('button', { name: 'Save rule' }).isDisabled()).toBe(true)
  await when.fill('kind = "action" and level >= 1')
  await dialog.getByText(/Matches \d+ steps, \d+ new/).waitFor()
  await dialog.getByLabel('Message').fill('Ours: {name}')
  await dialog.getByRole('button', { name: 'Save rule' }).click()
  await page.keyboard.press('Escape')
  await page
    .getByText(/^Ours: /)
    .first()
    .waitFor()
  const { rulePacks } = await saved()
  expect(rulePacks?.[0]?.rules.map(({ message }) => message)).toEqual(['Ours: {name}'])
})

/** The document as it is on disk after saving. */
async function saved(): Promise<Workflow> {
  await page.keyboard.press('Control+s')
  await page.getByRole('button', { name: 'Saved', exact: true }).waitFor()
  const read = readDocument(readFileSync(path.join(folder, 'refunds.handoff'), 'utf8'))
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.value.workflow
}

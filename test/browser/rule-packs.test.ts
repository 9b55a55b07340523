// A team's own rules in the window: what a rule matches while it is written, its examples, a rule that is left unsaved,
// and what another version of a pinned pack would change.
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readDocument } from '../../shared/document/read.ts'
import type { RulePack } from '../../shared/model/rule-pack.ts'
import { openApp, type AppWindow } from './support/app-window.ts'

const REFUNDS = new URL('../fixtures/golden/refunds_at_the_help_desk.handoff', import.meta.url).pathname

const rule = (id: string, when: string, more: object = {}) => ({
  id,
  title: `The rule ${id}`,
  for: 'step',
  when,
  severity: 'warning',
  message: `${id}: {name}`,
  ...more,
})
const pack = (version: string, ...rules: readonly object[]) =>
  `${JSON.stringify({ format: 'handoff-rules', formatVersion: 1, id: 'ours', version, title: 'Ours', rules })}\n`

let window: AppWindow
let folder: string
let page: Page
let dialog: Locator

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'baton-rules-'))
  const file = path.join(folder, 'refunds.handoff')
  copyFileSync(REFUNDS, file)
  writeFileSync(
    path.join(folder, 'one.rules.json'),
    pack('1.0.0', rule('kept', 'kind = "action" and level >= 2'), rule('goes', 'kind = "model"')),
  )
  writeFileSync(
    path.join(folder, 'two.rules.json'),
    pack('2.0.0', rule('kept', 'kind = "action"', { severity: 'error' }), rule('comes', 'kind = "check"')),
  )
  window = await openApp({ files: [file] })
  page = window.page
  await page.getByText('2 walks uncovered').waitFor()
  dialog = page.getByRole('dialog')
  await open()
})

afterEach(async () => {
  await window.close()
  rmSync(folder, { recursive: true, force: true })
  if (window.complaints.length > 0) throw new Error(window.complaints.join('\n'))
})

it('a change says what it matches, what is new and what is gone, before anything is written', async () => {
  await take('one.rules.json')
  const before = await matched()
  await dialog.getByLabel('When').fill('kind = "action"')
  await expect.poll(matched).toBeGreaterThan(before)
  const all = await matched()
  await dialog.getByText(`Matches ${all} steps, ${all - before} new`, { exact: true }).waitFor()
  await dialog.getByLabel('When').fill('kind = "start"')
  await dialog.getByText(new RegExp(`^Matches 1 step, 1 new, ${before} gone$`)).waitFor()
  expect((await packs())[0]?.rules.find(({ id }) => id === 'kept')?.when).toBe(
    'kind = "action" and level >= 2',
  )
})

it('examples are written beside the rule and run while they are typed', async () => {
  await take('one.rules.json')
  await dialog.getByText('Examples', { exact: true }).click()
  await dialog.getByRole('button', { name: 'Add one that must', exact: true }).click()
  const example = dialog.getByLabel('Must make a finding, 1', { exact: true })
  // The facts that the condition asks for are there to be filled in.
  expect(await example.inputValue()).toBe('{"kind":"","level":0}')
  await dialog.getByText('this must make a finding, and does not').waitFor()
  const save = dialog.getByRole('button', { name: 'Save rule' })
  expect(await save.isDisabled()).toBe(true)
  await example.fill('{"kind":"action","level":')
  await dialog.getByText(/^Write facts like/).waitFor()
  expect(await save.isDisabled()).toBe(true)
  await example.fill('{"kind":"action","level":3}')
  await dialog.getByText('1 example that must make a finding, 0 that must not: all do.').waitFor()
  await save.click()
  await expect
    .poll(async () => (await packs())[0]?.rules.find(({ id }) => id === 'kept')?.examples)
    .toEqual({
      mustFire: [{ facts: { kind: 'action', level: 3 } }],
      mustNotFire: [],
    })
})

it('a rule that is not saved waits while another is looked at and the dialog is closed', async () => {
  await take('one.rules.json')
  await dialog.getByLabel('Title').fill('Half a thought')
  await dialog.getByRole('button', { name: /The rule goes/ }).click()
  await dialog.getByRole('button', { name: 'New rule' }).click()
  await dialog.getByLabel('Message').fill('Mine: {name}')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  await open()
  await dialog.getByRole('button', { name: /Half a thought.*not saved/ }).click()
  expect(await dialog.getByLabel('Title').inputValue()).toBe('Half a thought')
  await dialog.getByRole('button', { name: 'Give up changes' }).click()
  expect(await dialog.getByLabel('Title').inputValue()).toBe('The rule kept')
  await dialog.getByRole('button', { name: /A new rule.*not saved/ }).click()
  expect(await dialog.getByLabel('Message').inputValue()).toBe('Mine: {name}')
  await dialog.getByRole('button', { name: 'Save rule' }).click()
  await expect
    .poll(async () => (await packs())[0]?.rules.map(({ message }) => message))
    .toContain('Mine: {name}')
  expect(await dialog.getByText('not saved').count()).toBe(0)
})

it('another version of a pack shows what it changes, and is taken only on a yes', async () => {
  await take('one.rules.json')
  await pick('two.rules.json')
  await dialog.getByText('1.0.0 is in the document; the file has 2.0.0.').waitFor()
  const part = (title: string | RegExp): Promise<string> =>
    dialog.locator('section', { has: page.getByRole('heading', { name: title }) }).innerText()
  expect(await part('New rules')).toContain('The rule comes')
  expect(await part('Changed rules')).toContain('severity, when')
  expect(await part('Rules that go')).toContain('The rule goes')
  expect(await part(/findings? more/)).toContain('kept: ')
  expect(await part(/findings? less/)).toContain('goes: ')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  expect((await packs())[0]?.version).toBe('1.0.0')
  await pick('two.rules.json')
  await dialog.getByRole('button', { name: 'Take this version' }).click()
  await expect.poll(async () => (await packs())[0]?.version).toBe('2.0.0')
})

async function open(): Promise<void> {
  await page.keyboard.press('Control+k')
  await dialog.getByRole('combobox').waitFor()
  await page.keyboard.type('rule packs')
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Add from file…' }).waitFor()
}

async function pick(name: string): Promise<void> {
  await dialog.getByRole('button', { name: 'Add from file…' }).click()
  await dialog.getByText(name).click()
  await dialog.getByRole('button', { name: 'Open', exact: true }).click()
}

async function take(name: string): Promise<void> {
  await pick(name)
  await dialog.getByRole('button', { name: 'Add pack' }).click()
  await dialog.getByRole('button', { name: /The rule kept/ }).waitFor()
}

async function matched(): Promise<number> {
  const text = await dialog.getByText(/^Matches \d+ steps?/).innerText()
  return Number(/\d+/.exec(text)![0])
}

/** The packs of the document as it is on disk after saving. The dialog is closed for it, and opened again. */
async function packs(): Promise<readonly RulePack[]> {
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  await page.keyboard.press('Control+s')
  await page.getByRole('button', { name: 'Saved', exact: true }).waitFor()
  await open()
  const read = readDocument(readFileSync(path.join(folder, 'refunds.handoff'), 'utf8'))
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.value.workflow.rulePacks ?? []
}

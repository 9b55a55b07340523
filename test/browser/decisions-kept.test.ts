// Decisions go with what they are about, as a person moves it: cut and paste, another id, a file that is imported again;
// and one whose place is gone is attached to another finding.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readDocument } from '../../shared/document/read.ts'
import { writeDocument } from '../../shared/document/write.ts'
import { importText } from '../../shared/importers/index.ts'
import type { Disposition } from '../../shared/model/disposition.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { openApp, type AppWindow } from './support/app-window.ts'

const REFUNDS = new URL('../fixtures/golden/refunds_at_the_help_desk.handoff', import.meta.url).pathname
const FLOW =
  'flowchart TD\n  start([Start]) --> draft[LLM drafts the reply]\n  draft --> pay[Pay the invoice]\n  pay --> done([End])\n'

let window: AppWindow | undefined
let folder: string
let page: Page

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'baton-kept-'))
})

afterEach(async () => {
  await window?.close()
  rmSync(folder, { recursive: true, force: true })
  const complaints = window?.complaints ?? []
  window = undefined
  if (complaints.length > 0) throw new Error(complaints.join('\n'))
})

it('a decision about nothing is attached to a finding of the same rule, and rests on its facts from then on', async () => {
  await open(read(readFileSync(REFUNDS, 'utf8')), [decision('S6@no_longer_here')])
  await page.getByRole('button', { name: '1 about nothing' }).click()
  await page.getByText('S6@no_longer_here · Seen').waitFor()
  await page.getByRole('button', { name: 'Attach to…' }).click()
  await page.getByRole('menuitem', { name: /^Attach it to/ }).click()
  await page.getByRole('button', { name: '1 dismissed' }).waitFor()
  expect((await saved()).dispositions).toMatchObject([
    { finding: 'S6@choose_path_to_draft_letter', reason: 'Seen', facts: expect.stringMatching(/^sha256:/) },
  ])
  await run('undo')
  await page.getByRole('button', { name: '1 about nothing' }).waitFor()
})

it('what is cut and pasted back keeps its decision, and what is pasted once more has none', async () => {
  await open(read(readFileSync(REFUNDS, 'utf8')), [decision('X9@pay_small')])
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await choose('Pay back up to 100')
  await run('cut')
  await page.getByRole('button', { name: '1 about nothing' }).waitFor()
  await run('paste')
  await page.getByRole('button', { name: '1 about nothing' }).waitFor({ state: 'hidden' })
  await run('paste')
  const twins = page.getByRole('treegrid').getByText('Pay back up to 100', { exact: true })
  await expect.poll(() => twins.count()).toBe(2)
  const { steps, dispositions } = await saved()
  const ids = steps.filter(({ name }) => name === 'Pay back up to 100').map(({ id }) => id)
  expect(ids).toHaveLength(2)
  expect(ids).toContain('pay_small')
  expect(dispositions.map(({ finding }) => finding)).toEqual(['X9@pay_small'])
})

it('an id is changed in the inspector; the decision and the ways follow, and one undo takes it back', async () => {
  await open(read(readFileSync(REFUNDS, 'utf8')), [decision('X9@pay_small')])
  await choose('Pay back up to 100')
  const inspector = page.getByRole('group', { name: 'Inspector', exact: true })
  await inspector.locator('summary', { hasText: 'More' }).first().click()
  const field = inspector.getByLabel('Id', { exact: true })
  await field.fill('pay_large')
  await inspector.getByText('the id "pay_large" is taken').waitFor()
  await field.fill('small refund')
  await field.press('Enter')
  await page.getByRole('button', { name: '1 dismissed' }).waitFor()
  expect(await field.inputValue()).toBe('small refund')
  const next = await saved()
  expect(next.dispositions.map(({ finding }) => finding)).toEqual(['X9@small refund'])
  expect(next.transitions.filter(({ from, to }) => [from, to].includes('small refund'))).not.toEqual([])
  await run('undo')
  await page.getByRole('button', { name: 'Unsaved', exact: true }).waitFor()
  expect((await saved()).dispositions.map(({ finding }) => finding)).toEqual(['X9@pay_small'])
})

it('a file that is imported again brings its new steps, and the decisions stay', async () => {
  const imported = importText(FLOW, { name: 'flow.mmd' })
  if (!imported.ok) throw new Error(JSON.stringify(imported.faults))
  await open(imported.value.workflow, [decision('S9@pay_the_invoice')])
  await page.getByRole('button', { name: '1 dismissed' }).waitFor()
  writeFileSync(
    path.join(folder, 'flow.mmd'),
    FLOW.replace('pay[Pay the invoice]', 'pay[Pay the invoice] --> note[Write it down]').replace(
      'pay --> done',
      'note --> done',
    ),
  )
  await run('import again')
  const dialog = page.getByRole('dialog')
  await dialog.getByText('flow.mmd').click()
  await dialog.getByRole('button', { name: 'Open', exact: true }).click()
  await page.getByText(/^1 step new, 0 gone/).waitFor()
  await page.getByRole('button', { name: '1 dismissed' }).waitFor()
  const { steps, dispositions } = await saved()
  expect(steps.map(({ name }) => name)).toContain('Write it down')
  expect(dispositions.map(({ finding }) => finding)).toEqual(['S9@pay_the_invoice'])
})

function decision(finding: string): Disposition {
  return { finding, status: 'dismissed', reason: 'Seen', by: 'Kim', at: '2026-11-22T10:00:00Z', facts: '' }
}

async function open(workflow: Workflow, dispositions: readonly Disposition[]): Promise<void> {
  const file = path.join(folder, 'flow.handoff')
  writeFileSync(file, writeDocument({ ...workflow, dispositions }))
  window = await openApp({ files: [file] })
  page = window.page
  await page
    .getByText(/uncovered|Covered/)
    .first()
    .waitFor()
}

/** Chooses a step in the outline. */
async function choose(name: string): Promise<void> {
  await page.getByRole('treegrid').getByText(name, { exact: true }).click()
}

/** Runs a command from the palette. */
async function run(command: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').waitFor()
  await page.keyboard.type(command)
  await page.keyboard.press('Enter')
}

/** The document as it is on disk after saving. */
async function saved(): Promise<Workflow> {
  await page.keyboard.press('Control+s')
  await page.getByRole('button', { name: 'Saved', exact: true }).waitFor()
  return read(readFileSync(path.join(folder, 'flow.handoff'), 'utf8'))
}

function read(text: string): Workflow {
  const result = readDocument(text)
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.value.workflow
}

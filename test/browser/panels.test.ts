// The panels at work: everything by keyboard in the outline, faults beside the field, decisions that come back, a run
// answered as the reviewer, recorded and replayed. What counts is what is in the file afterwards.
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readDocument } from '../../shared/document/read.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { openApp, type AppWindow } from './support/app-window.ts'

const REFUNDS = new URL('../fixtures/golden/refunds_at_the_help_desk.handoff', import.meta.url).pathname
/** One suggested handoff that two findings ask for. */
const TWO_REASONS = new URL('../../resources/samples/data-export.handoff', import.meta.url).pathname

let window: AppWindow
let folder: string
let page: Page

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'baton-panels-'))
  const file = path.join(folder, 'refunds.handoff')
  copyFileSync(REFUNDS, file)
  window = await openApp({ files: [TWO_REASONS, file] })
  page = window.page
  await page.getByText('2 walks uncovered').waitFor()
})

afterEach(async () => {
  await window.close()
  rmSync(folder, { recursive: true, force: true })
  // Whatever a test is about: a page that logs an error or hurts its security policy is a fault.
  if (window.complaints.length > 0) throw new Error(window.complaints.join('\n'))
})

describe('the outline', () => {
  it('renames, tags, duplicates and deletes by keyboard alone', async () => {
    await focusRow('Pay back up to 100')
    await page.keyboard.press('F2')
    await page.keyboard.type('Pay a little')
    await page.keyboard.press('Enter')
    await page.keyboard.press('3')
    await page.keyboard.press('Shift+Digit2')
    const tagged = stepNamed(await saved(), 'Pay a little')
    expect(tagged).toMatchObject({ consequence: { level: 3 }, uncertainty: { level: 2 } })
    const before = (await saved()).steps.length
    await focusRow('Pay a little')
    await page.keyboard.press('Control+d')
    expect((await saved()).steps).toHaveLength(before + 1)
    await focusRow('Request closed')
    await page.keyboard.press('Delete')
    expect((await saved()).steps.map((step) => step.name)).not.toContain('Request closed')
  })

  it('extends the selection with Shift, and the inspector then changes all of it', async () => {
    await focusRow('Pay back more than 100')
    await page.keyboard.press('Shift+ArrowDown')
    await page.getByText('2 steps').waitFor()
    await page.getByRole('button', { name: 'security-sensitive' }).click()
    const workflow = await saved()
    expect(workflow.steps.filter((step) => step.consequence?.security).map((step) => step.name)).toEqual([
      'Pay back more than 100',
      'Pay back up to 100',
    ])
  })

  it('filters by name and by tag', async () => {
    await page.getByPlaceholder('Filter steps').fill('consequence: high')
    await expect.poll(() => page.getByRole('row').count()).toBe(1)
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('row').count()).toBe(11)
  })
})

describe('the inspector', () => {
  it('shows what is wrong beside the field and leaves the document alone until it is right', async () => {
    await focusRow('Pay back more than 100')
    const field = page.getByLabel('Gives up after')
    await field.fill('soon')
    await page.getByText('Write a duration such as').waitFor()
    expect(stepNamed(await saved(), 'Pay back more than 100').timeout).toBeUndefined()
    await field.fill('2 h')
    await page.getByText('Write a duration such as').waitFor({ state: 'detached' })
    expect(stepNamed(await saved(), 'Pay back more than 100').timeout).toBe('PT2H')
  })

  it('makes one undo step of a burst of typing', async () => {
    await focusRow('Pay back more than 100')
    await page.getByLabel('Notes').pressSequentially('Look twice.')
    expect(stepNamed(await saved(), 'Pay back more than 100').description).toBe('Look twice.')
    await focusRow('Pay back more than 100')
    await page.keyboard.press('Control+z')
    expect(stepNamed(await saved(), 'Pay back more than 100').description).toBeUndefined()
  })

  it('never lets an arrow key change a level', async () => {
    await page.getByRole('button', { name: /S2/ }).first().click()
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('radio')
    await page.keyboard.press('ArrowRight')
    expect(stepNamed(await saved(), 'Pay back more than 100').consequence?.level).toBe(3)
    await page.keyboard.press('4')
    expect(stepNamed(await saved(), 'Pay back more than 100').consequence?.level).toBe(4)
  })
})

describe('the findings', () => {
  it('keeps a dismissed one aside with its reason, and brings it back when a fact changes', async () => {
    await expandFinding('S9')
    await page.getByRole('button', { name: 'Dismiss…', exact: true }).click()
    await page.getByRole('radio', { name: 'Accepted risk' }).check()
    await page.getByRole('dialog').getByRole('button', { name: 'Dismiss', exact: true }).click()
    await page.getByRole('button', { name: '1 dismissed' }).waitFor()
    const [kept] = (await saved()).dispositions
    expect(kept).toMatchObject({ status: 'dismissed', reason: 'Accepted risk' })
    expect(kept?.facts).toMatch(/^sha256:/)
    await focusRow('Send the letter')
    await page.keyboard.press('4')
    await page.getByRole('button', { name: '1 dismissed' }).waitFor({ state: 'detached' })
    await expandFinding('S9')
    await page.getByText('Dismissed before; the facts have changed since.').waitFor()
  })
})

describe('the placement', () => {
  it('dismisses a suggestion together with every finding that asks for it', async () => {
    await page.getByRole('tab', { name: 'data-export.handoff' }).click()
    await page.getByText('1 walk uncovered').waitFor()
    await page.getByRole('tab', { name: 'Placement' }).click()
    await page.getByRole('button', { name: /^Dismiss Approval/ }).click()
    await page.getByRole('textbox', { name: 'In your own words' }).fill('Signed on paper')
    await page.getByRole('dialog').getByRole('button', { name: 'Dismiss', exact: true }).click()
    await page.getByRole('tab', { name: 'Findings' }).click()
    await page.getByRole('button', { name: '2 dismissed' }).waitFor()
    expect(await page.getByRole('button', { name: /^Place \d handoff/ }).count()).toBe(0)
  })

  it('places one suggestion without touching the others', async () => {
    await page.getByRole('tab', { name: 'Placement' }).click()
    await page.getByRole('button', { name: /^Accept Sign-off/ }).click()
    expect((await saved()).handoffs.map((handoff) => handoff.kind)).toEqual(['sign-off'])
    await page.getByText('1 walk uncovered').waitFor()
  })
})

describe('a suggestion that is nearly right', () => {
  it('is placed and opened to be changed, as one undo step', async () => {
    await expandFinding('S9')
    await page.getByRole('button', { name: 'Change…', exact: true }).click()
    const title = page.getByLabel('Title', { exact: true })
    await expect.poll(() => title.evaluate((field) => field === document.activeElement)).toBe(true)
    const [placed] = (await saved()).handoffs
    expect(await title.inputValue()).toBe(placed?.title)
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    expect((await saved()).handoffs).toEqual([])
  })
})

describe('an export', () => {
  it('says of each handoff what is lost in a drawing, and that a policy loses nothing', async () => {
    await page.keyboard.press('Control+Enter')
    await page.getByText('Covered').first().waitFor()
    const { handoffs } = await saved()
    await page.getByRole('button', { name: 'Export policy' }).click()
    await page.getByText('Nothing is lost').waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').getByRole('combobox').waitFor()
    await page.keyboard.type('export drawing')
    await page.keyboard.press('Enter')
    const losses = page.getByRole('region', { name: 'What the handoffs lose' })
    await losses.waitFor()
    for (const { title } of handoffs)
      expect(await losses.getByText(title!, { exact: true }).count()).toBeGreaterThan(0)
    const lost = losses
      .getByRole('listitem')
      .filter({ hasText: 'Lost evidence: a drawing does not say this' })
    expect(await lost.count()).toBe(handoffs.filter(({ evidence }) => evidence?.length).length)
  })
})

describe('a run', () => {
  it('is answered as the reviewer, recorded, and replayed', async () => {
    await page.keyboard.press('Control+Enter')
    await page.getByText('Covered').first().waitFor()
    await page.keyboard.press('Control+2')
    await page.getByRole('button', { name: 'Start a run' }).click()
    await step()
    const card = page.getByRole('region', { name: 'Your turn as the reviewer' })
    await card.getByText('If nobody answers').waitFor()
    // What is at stake stands above every text that comes from the file.
    expect(await card.innerText()).toMatch(/^At stake/)
    await card.getByRole('button', { name: 'Nobody answers' }).click()
    await page.getByRole('button', { name: 'Recorded runs' }).click()
    await page.getByRole('menuitem', { name: 'Record this run…' }).click()
    const [scenario] = (await saved()).scenarios
    expect(scenario?.script).toEqual([expect.objectContaining({ silence: true })])
    await page.getByRole('button', { name: 'Recorded runs' }).click()
    await page.getByRole('menuitem', { name: scenario!.name }).click()
    await page.getByRole('menuitem', { name: `Replay ${scenario!.name}` }).click()
    await expect.poll(() => page.getByRole('slider', { name: 'Timeline' }).getAttribute('max')).not.toBe('0')
    await page.keyboard.press('Escape')
    await page.getByRole('slider', { name: 'Timeline' }).press('End')
    await page.getByRole('list', { name: 'Log' }).getByText('silence').first().waitFor()
  })
})

describe('the palette and the help', () => {
  it('goes to a step from a few letters, and from a finding to the page of its rule', async () => {
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').getByRole('combobox').waitFor()
    await page.keyboard.type('draft lett')
    await page.keyboard.press('Enter')
    await expect
      .poll(() => page.getByLabel('Name', { exact: true }).inputValue())
      .toBe('Draft a letter of our own')
    await expandFinding('S9')
    await page.getByRole('button', { name: 'About rule S9' }).click()
    await page.getByRole('heading', { name: 'A wrong example' }).waitFor()
    await page.getByRole('button', { name: 'The model in plain words' }).click()
    await page.getByRole('heading', { name: 'The certificate' }).waitFor()
  })
})

async function focusRow(name: string): Promise<void> {
  const row = page.getByRole('row', { name })
  await row.click()
  await row.focus()
}

async function expandFinding(rule: string): Promise<void> {
  await page
    .getByRole('button', { name: new RegExp(rule) })
    .first()
    .focus()
  await page.keyboard.press('ArrowRight')
}

async function step(): Promise<void> {
  await page.getByRole('button', { name: 'One step (→)' }).click()
}

/** The document as it is on disk after saving. */
async function saved(): Promise<Workflow> {
  await page.keyboard.press('Control+s')
  await page.getByRole('button', { name: 'Saved', exact: true }).waitFor()
  const read = readDocument(readFileSync(path.join(folder, 'refunds.handoff'), 'utf8'))
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.value.workflow
}

function stepNamed(workflow: Workflow, name: string) {
  const step = workflow.steps.find((each) => each.name === name)
  if (!step) throw new Error(`no step is called ${name}`)
  return step
}

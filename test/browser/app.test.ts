// The main job in the window: a sample that is not covered, placed, undone, redone and saved; a workflow drawn by mouse
// and one by keyboard alone. Nothing may be logged, and the content security policy may not be hurt once.
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { readDocument } from '../../shared/document/read.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { openApp, type AppWindow } from './support/app-window.ts'

const REFUNDS = new URL('../../resources/samples/customer-refunds.handoff', import.meta.url).pathname

let window: AppWindow | undefined
let folder: string | undefined

afterEach(async () => {
  await window?.close()
  window = undefined
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
  folder = undefined
})

describe('the first minute', () => {
  it('goes from red to green with one click, back and forth, and onto the disk', async () => {
    const file = await openCopy()
    await pill(/walks? uncovered/).waitFor()
    await expect.poll(() => page().locator('[data-walk]').count()).toBeGreaterThan(3)
    await page()
      .getByRole('button', { name: /^Place \d handoffs$/ })
      .click()
    await pill('Covered').waitFor()
    await page().keyboard.press('Control+z')
    await pill(/walks? uncovered/).waitFor()
    expect(readWorkflow(file).handoffs).toHaveLength(0)
    await page().keyboard.press('Control+Shift+z')
    await pill('Covered').waitFor()
    await page().keyboard.press('Control+s')
    await saved().waitFor()
    expect(readWorkflow(file).handoffs.length).toBeGreaterThan(3)
    expect(window!.complaints).toEqual([])
  })

  it('accepts one suggestion with Enter and dismisses one with a reason', async () => {
    await openCopy()
    await suggestions(5).waitFor()
    await ghosts().first().click()
    await page().keyboard.press('Enter')
    await suggestions(4).waitFor()
    await ghosts().first().click()
    await page().keyboard.press('Delete')
    const dialog = page().getByRole('dialog')
    await dialog.waitFor()
    await dialog.getByRole('textbox').first().fill('Covered by the bank')
    await dialog.getByRole('button', { name: /dismiss/i }).click()
    await suggestions(3).waitFor()
    expect(window!.complaints).toEqual([])
  })
})

describe('by mouse', () => {
  it('draws, connects, moves and deletes', async () => {
    await openNew()
    const canvas = (await section().boundingBox())!
    await page().mouse.dblclick(canvas.x + canvas.width / 2, canvas.y + 60)
    await page().keyboard.type('model')
    await page().keyboard.press('Enter')
    await step('Model').waitFor()
    // Release in the void: the list opens, and the new step is joined to the old one.
    await dragHandle('Model', { x: 20, y: 240 })
    await page()
      .getByRole('option', { name: /^Action/ })
      .click()
    await step('Action').waitFor()
    expect(await transitionNames()).toContain('from Model to Action')
    // From a handle to a step.
    await dragOnto('Start', 'Model')
    expect(await transitionNames()).toContain('from Start to Model')
    const before = (await step('Action').boundingBox())!
    await page().mouse.move(before.x + 20, before.y + 8)
    await page().mouse.down()
    await page().mouse.move(before.x + 20, before.y + 60, { steps: 6 })
    await page().mouse.up()
    await expect.poll(async () => (await step('Action').boundingBox())!.y).toBeGreaterThan(before.y + 20)
    await page().keyboard.press('Control+z')
    await expect.poll(async () => (await step('Action').boundingBox())!.y).toBe(before.y)
    await step('Action').click()
    await page().keyboard.press('Delete')
    await expect.poll(() => step('Action').count()).toBe(0)
    expect(window!.complaints).toEqual([])
  })

  it('inserts a step on a transition and opens the menu of a step', async () => {
    await openNew()
    await page().locator('[data-item^="edge:"]').first().hover({ force: true })
    await page().getByRole('button', { name: 'Insert a step here' }).click()
    await page()
      .getByRole('option', { name: /^Check/ })
      .click()
    await step('Check').waitFor()
    expect((await transitionNames()).toSorted()).toEqual(['from Check to End', 'from Start to Check'])
    await step('Check').click({ button: 'right' })
    await page()
      .getByRole('menuitem', { name: /^Duplicate/ })
      .click()
    await expect.poll(() => step('Check').count()).toBe(2)
    expect(window!.complaints).toEqual([])
  })

  it('selects with a box', async () => {
    await openCopy()
    const canvas = (await section().boundingBox())!
    await page().keyboard.down('Shift')
    await page().mouse.move(canvas.x + 8, canvas.y + 8)
    await page().mouse.down()
    await page().mouse.move(canvas.x + canvas.width - 8, canvas.y + canvas.height - 8, { steps: 8 })
    await page().mouse.up()
    await page().keyboard.up('Shift')
    expect(await page().locator('[data-item^="step:"][data-selected]').count()).toBeGreaterThan(3)
    expect(window!.complaints).toEqual([])
  })
})

describe('by keyboard alone', () => {
  it('draws a workflow, tags it, connects it, walks it and names it', async () => {
    await openNew()
    await tabTo(section())
    await expect.poll(focused).toBe('Start')
    await press('a')
    await type('model')
    await press('Enter')
    await expect.poll(focused).toBe('Model')
    await press('F2')
    await type('Read the mail')
    await press('Enter')
    await expect.poll(focused).toBe('Read the mail')
    await press('Shift+Digit2')
    await press('a')
    await type('action')
    await press('Enter')
    await expect.poll(focused).toBe('Action')
    await press('3')
    await press('c')
    await type('End')
    await press('Enter')
    await expect.poll(focused).toBe('Action')
    expect(await transitionNames()).toEqual(
      expect.arrayContaining([
        'from Start to Read the mail',
        'from Read the mail to Action',
        'from Action to End',
      ]),
    )
    await press('ArrowRight')
    await expect.poll(focused).toBe('End')
    const spoken = await step('Action').getAttribute('aria-label')
    expect(spoken).toMatch(/^step \d of \d, Action, action, consequence high/)
    expect(window!.complaints).toEqual([])
  })

  it('moves a step with Alt and an arrow, as one edit that can be undone', async () => {
    const file = await openCopy()
    await tabTo(section())
    const at = (): Promise<number> =>
      page()
        .locator('[data-item="step:request"]')
        .boundingBox()
        .then((box) => box!.y)
    const before = await at()
    // Until Alt is let go it is one move.
    await page().keyboard.down('Alt')
    await press('ArrowDown')
    await press('ArrowDown')
    await page().keyboard.up('Alt')
    await expect.poll(at).toBeGreaterThan(before + 8)
    await press('Control+z')
    await expect.poll(at).toBe(before)
    await press('Control+Shift+z')
    await press('Control+s')
    await saved().waitFor()
    const [, y] = readWorkflow(file).layout.steps['request']!
    const [, original] = readWorkflow(REFUNDS).layout.steps['request']!
    expect(y - original).toBe(16)
    expect(window!.complaints).toEqual([])
  })

  it('leaves the canvas again in both directions', async () => {
    await openCopy()
    await tabTo(section())
    await press('Shift+Tab')
    await expect.poll(() => insideCanvas()).toBe(false)
    await press('Tab')
    await expect.poll(() => insideCanvas()).toBe(true)
    await press('Tab')
    expect(await page().evaluate(() => document.activeElement?.getAttribute('data-item'))).toBeNull()
  })
})

describe('documents', () => {
  it('pastes a Mermaid flowchart, finds in it, and copies steps from tab to tab', async () => {
    await openNew()
    await page().context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page().evaluate(() =>
      navigator.clipboard.writeText('flowchart LR\n  one[First thing] --> two[Second thing]'),
    )
    await section().focus()
    await press('Control+v')
    await step('Second thing').waitFor()
    await press('Control+f')
    await type('second')
    await expect.poll(() => page().locator('[data-item^="step:"][data-dim]').count()).toBeGreaterThan(1)
    await press('Escape')
    await step('First thing').click()
    await press('Control+c')
    await page().getByRole('button', { name: 'New workflow' }).click()
    await page().getByRole('tab', { name: 'Untitled 2' }).waitFor()
    await section().focus()
    await press('Control+v')
    await step('First thing').waitFor()
    expect(window!.complaints).toEqual([])
  })

  it('asks before it closes an edited tab, and opens a closed one again', async () => {
    await openCopy()
    await tabTo(section())
    await press('Alt+ArrowDown')
    await page()
      .getByTitle(/^Close customer/)
      .click()
    const dialog = page().getByRole('dialog')
    await dialog.getByRole('button', { name: 'Do not save' }).click()
    await page().getByRole('heading', { name: 'Samples' }).waitFor()
    await press('Control+Shift+t')
    await step('Refund request').waitFor()
    expect(window!.complaints).toEqual([])
  })

  it('brings unsaved work back after the window was lost', async () => {
    await openNew()
    await tabTo(section())
    await press('a')
    await type('wait')
    await press('Enter')
    await step('Wait').waitFor()
    // Longer than an edit may stay out of the journal.
    await page().waitForTimeout(400)
    const url = page().url()
    await page().goto('about:blank')
    await page().goto(url)
    await step('Wait').waitFor()
    expect(await page().getByRole('button', { name: 'Recovered' }).count()).toBe(1)
  })
})

describe('the run', () => {
  it('steps with a token on the canvas and waits for the person', async () => {
    await openCopy()
    await press('Control+Enter')
    await pill('Covered').waitFor()
    await page().getByRole('toolbar').getByText('Simulate', { exact: true }).click()
    await tabTo(section())
    await press('ArrowRight')
    await press('ArrowRight')
    await expect.poll(() => page().locator('[data-token]').count()).toBeGreaterThan(0)
    expect(window!.complaints).toEqual([])
  })
})

async function openCopy(): Promise<string> {
  folder = mkdtempSync(path.join(tmpdir(), 'baton-app-'))
  const file = path.join(folder, 'customer-refunds.handoff')
  copyFileSync(REFUNDS, file)
  window = await openApp({ files: [file] })
  await step('Refund request').waitFor()
  await ghosts().first().waitFor()
  return file
}

async function openNew(): Promise<void> {
  window = await openApp()
  await page().getByRole('button', { name: 'New workflow' }).first().click()
  await step('Start').waitFor()
}

function page(): Page {
  return window!.page
}

function section(): Locator {
  return page().locator('section[aria-label="Canvas"]')
}

function step(name: string): Locator {
  return section().locator('[data-item^="step:"]').filter({ hasText: name })
}

function ghosts(): Locator {
  return section().locator('[data-item^="ghost:"]')
}

function saved(): Locator {
  return page().getByRole('button', { name: 'Saved', exact: true })
}

/** The button that offers to place this many handoffs. */
function suggestions(count: number): Locator {
  return page().getByRole('button', { name: `Place ${count} handoffs` })
}

function pill(text: string | RegExp): Locator {
  return page().getByText(text).first()
}

function press(keys: string): Promise<void> {
  return page().keyboard.press(keys)
}

function type(text: string): Promise<void> {
  return page().keyboard.type(text)
}

/** Tabs until something in `target` has the focus, as a person without a mouse does. */
async function tabTo(target: Locator): Promise<void> {
  for (let tries = 0; tries < 80; tries++) {
    if (await target.evaluate((element) => element.contains(document.activeElement))) return
    await press('Tab')
  }
  throw new Error('the Tab key never got there')
}

function insideCanvas(): Promise<boolean> {
  return section().evaluate((element) => element.contains(document.activeElement))
}

/** The name of the step that has the focus. */
async function focused(): Promise<string> {
  return page().evaluate(
    () => (document.activeElement?.getAttribute('aria-label') ?? '').split(', ')[1] ?? '',
  )
}

async function transitionNames(): Promise<string[]> {
  const labels = await section()
    .locator('[data-item^="edge:"]')
    .evaluateAll((edges) => edges.map((edge) => edge.getAttribute('aria-label') ?? ''))
  return labels.map((label) => label.split(',')[0]!)
}

async function dragHandle(from: string, by: { x: number; y: number }): Promise<void> {
  const box = (await step(from).boundingBox())!
  const start = { x: box.x + box.width, y: box.y + box.height / 2 }
  await page().mouse.move(start.x, start.y)
  await page().mouse.down()
  await page().mouse.move(start.x + by.x, start.y + by.y, { steps: 8 })
  await page().mouse.up()
}

async function dragOnto(from: string, to: string): Promise<void> {
  const [a, b] = [(await step(from).boundingBox())!, (await step(to).boundingBox())!]
  await dragHandle(from, { x: b.x - a.x - a.width, y: b.y + b.height / 2 - a.y - a.height / 2 })
}

function readWorkflow(file: string): Workflow {
  const read = readDocument(readFileSync(file, 'utf8'))
  if (!read.ok) throw new Error(read.faults[0]!.message)
  return read.value.workflow
}

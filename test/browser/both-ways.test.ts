// The same work by mouse and by keyboard in a real browser: the same file is written, and undo goes back over the same
// revisions.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { expect, it, onTestFinished } from 'vitest'
import { readDocument } from '../../shared/document/read.ts'
import { writeDocument } from '../../shared/document/write.ts'
import { openApp } from './support/app-window.ts'

const WORKFLOW = {
  format: 'handoff',
  version: 1,
  name: 'Refunds',
  steps: [
    { id: 'start', kind: 'start', name: 'Request' },
    { id: 'read', kind: 'model', name: 'Read it' },
    { id: 'pay', kind: 'action', name: 'Pay' },
    { id: 'end', kind: 'end', name: 'Done', outcome: 'ok' },
  ],
  transitions: [
    { id: 'a', from: 'start', to: 'read', kind: 'normal' },
    { id: 'b', from: 'pay', to: 'end', kind: 'normal' },
  ],
  layout: { steps: { start: [0, 0], read: [240, 0], pay: [480, 0], end: [720, 0] }, notes: [] },
}

interface Hands {
  moveDown(step: string, to: number): Promise<void>
  tag(step: string, level: number): Promise<void>
  rename(step: string, name: string): Promise<void>
  duplicate(step: string): Promise<void>
  append(step: string, kind: string): Promise<void>
  connect(from: string, to: string): Promise<void>
  remove(step: string): Promise<void>
  undo(): Promise<void>
}

it('moving, tagging, renaming, duplicating, appending, connecting and deleting, by either way', async () => {
  const byPointer = await work(pointer, 48)
  const { layout } = JSON.parse(byPointer[1]!) as { layout: { steps: Record<string, [number, number]> } }
  const byKey = await work(keyboard, layout.steps['pay']![1])
  expect(byKey).toEqual(byPointer)
  // The first text, and one for each of the seven edits.
  expect(byKey).toHaveLength(8)
  expect(new Set(byKey).size).toBe(8)
}, 90_000)

/** Does the work, and then undoes all of it. Answers what the file held after each edit; undoing must give the same. */
async function work(handsOf: (page: Page) => Hands, down: number): Promise<readonly string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'baton-ways-'))
  const file = path.join(folder, 'refunds.handoff')
  writeFileSync(file, canonical())
  const window = await openApp({ files: [file], width: 1600, height: 1000 })
  onTestFinished(async () => {
    await window.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const { page } = window
  const hands = handsOf(page)
  const texts = [readFileSync(file, 'utf8')]
  const acts = [
    () => hands.moveDown('Pay', down),
    () => hands.tag('Pay', 3),
    () => hands.rename('Read it', 'Read the mail'),
    () => hands.connect('Read the mail', 'Pay'),
    () => hands.append('Pay', 'Check'),
    () => hands.duplicate('Check'),
    () => hands.remove('Pay'),
  ]
  for (const act of acts) {
    await act()
    texts.push(await savedText(page, file))
  }
  for (const text of texts.slice(0, -1).toReversed()) {
    await hands.undo()
    expect(await savedText(page, file)).toBe(text)
  }
  expect(await page.getByRole('button', { name: 'Undo', exact: true }).isDisabled()).toBe(true)
  expect(window.complaints).toEqual([])
  return texts
}

function pointer(page: Page): Hands {
  const menu = async (step: string, entry: RegExp): Promise<void> => {
    await stepAt(page, step).click({ button: 'right' })
    await page.getByRole('menuitem', { name: entry }).click()
  }
  return {
    async moveDown(step, to) {
      const box = (await stepAt(page, step).boundingBox())!
      await page.mouse.move(box.x + 24, box.y + 12)
      await page.mouse.down()
      await page.mouse.move(box.x + 24, box.y + 12 + to * (await zoom(page)), { steps: 6 })
      await page.mouse.up()
      await unsaved(page)
    },
    async tag(step, level) {
      await stepAt(page, step).click()
      await page
        .locator('[data-field="consequence/level"]')
        .getByRole('radio')
        .nth(level + 1)
        .click()
    },
    async rename(step, name) {
      await stepAt(page, step).click()
      const field = page.locator('[data-field="name"]').first()
      await expect.poll(() => field.inputValue()).toBe(step)
      await field.click()
      await field.selectText()
      await field.pressSequentially(name)
      await stepAt(page, name).click()
    },
    duplicate: (step) => menu(step, /^Duplicate/),
    async append(step, kind) {
      await menu(step, /^Append/)
      await page.getByRole('option', { name: new RegExp(`^${kind}`) }).click()
      await stepAt(page, kind).waitFor()
    },
    async connect(from, to) {
      const [a, b] = [(await stepAt(page, from).boundingBox())!, (await stepAt(page, to).boundingBox())!]
      await page.mouse.move(a.x + a.width, a.y + a.height / 2)
      await page.mouse.down()
      await page.mouse.move(b.x, b.y + b.height / 2, { steps: 8 })
      await page.mouse.up()
      await unsaved(page)
    },
    remove: (step) => menu(step, /^Delete/),
    undo: () => page.getByRole('button', { name: 'Undo', exact: true }).click(),
  }
}

function keyboard(page: Page): Hands {
  const { keyboard: keys } = page
  // Walking there by keys is tested elsewhere; here it is what is done there that counts.
  const stand = (step: string): Promise<void> => stepAt(page, step).click()
  return {
    async moveDown(step, to) {
      await stand(step)
      await keys.down('Alt')
      for (let y = 0; y < to; y += 8) await keys.press('ArrowDown')
      await keys.up('Alt')
    },
    async tag(step, level) {
      await stand(step)
      await keys.press(`Digit${level}`)
    },
    async rename(step, name) {
      await stand(step)
      await keys.press('F2')
      await keys.type(name)
      await keys.press('Enter')
    },
    async duplicate(step) {
      await stand(step)
      await keys.press('Control+d')
    },
    async append(step, kind) {
      await stand(step)
      await keys.press('a')
      await keys.type(kind)
      await keys.press('Enter')
      await stepAt(page, kind).waitFor()
    },
    async connect(from, to) {
      await stand(from)
      await keys.press('c')
      await keys.type(to)
      await keys.press('Enter')
    },
    async remove(step) {
      await stand(step)
      await keys.press('Delete')
    },
    undo: () => keys.press('Control+z'),
  }
}

function stepAt(page: Page, name: string): Locator {
  return page.locator('section[aria-label="Canvas"] [data-item^="step:"]').filter({ hasText: name }).first()
}

async function zoom(page: Page): Promise<number> {
  const percent = await page.getByRole('contentinfo').getByRole('button', { name: /%$/ }).textContent()
  return Number.parseFloat(percent!) / 100
}

async function unsaved(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Unsaved', exact: true }).waitFor()
}

/** What the file holds once the edit that was just made is saved. */
async function savedText(page: Page, file: string): Promise<string> {
  await unsaved(page)
  await page.keyboard.press('Control+s')
  await page.getByRole('button', { name: 'Saved', exact: true }).waitFor()
  return readFileSync(file, 'utf8')
}

function canonical(): string {
  const read = readDocument(JSON.stringify(WORKFLOW))
  if (!read.ok) throw new Error(read.faults[0]?.message)
  return writeDocument(read.value.workflow)
}

// Drawing by mouse and by keyboard in a real browser: what is on screen, what is in the file, and one undo for each thing.
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readDocument } from '../../shared/document/read.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { openApp, type AppWindow } from './support/app-window.ts'

const REFUNDS = new URL('../../resources/samples/customer-refunds.handoff', import.meta.url).pathname
const MERMAID = 'flowchart LR\n  ask[Ask the shop] --> pay[Pay it back]'

/** A busy machine is no failure. */
const PATIENT = { timeout: 10_000 }

let window: AppWindow
let folder: string
let file: string
let untouched: Workflow

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'baton-editing-'))
  file = path.join(folder, 'customer-refunds.handoff')
  copyFileSync(REFUNDS, file)
  untouched = saved()
  window = await openApp({ files: [file], width: 1600, height: 1000 })
  await step('Refund request').waitFor()
  // Everything in sight and readable.
  for (const pane of ['Bottom pane', 'Inspector']) await page().getByRole('button', { name: pane }).click()
})

afterAll(async () => {
  await window.close()
  rmSync(folder, { recursive: true, force: true })
})

beforeEach(async () => {
  await undoAll()
  await press('f')
  await press('Escape')
})

describe('the list of kinds', () => {
  it('is sorted by purpose, explains, finds by example, and has what was used last on top', async () => {
    await step('Within the terms?').click()
    await press('a')
    const list = page().getByRole('dialog', { name: 'Add a step' })
    await list.getByText('People and checks').waitFor()
    await page().keyboard.type('signs')
    await list.getByText('For example: The refund desk reads it, a doctor signs').waitFor()
    await press('Enter')
    await step('Person').waitFor()
    await press('a')
    await list.getByText('Used last').waitFor()
    expect(await list.getByRole('option').first().textContent()).toContain('Person')
    // The same list leads to a step that is there.
    await page().keyboard.type('settled')
    await press('Enter')
    await expect
      .poll(
        async () =>
          (await now()).transitions.some(({ from, to }) => from === 'person' && to === idOf('Settled')),
        PATIENT,
      )
      .toBe(true)
    await press('r')
    await page().keyboard.type('wait')
    await press('Enter')
    await expect.poll(async () => kindOf(await now(), 'person'), PATIENT).toBe('wait')
  })
})

describe('the palette', () => {
  it('is dragged onto the canvas and into a transition, which makes room; or pressed', async () => {
    const before = await placesOf()
    const line = (await edge(2).boundingBox())!
    await dragFrom(palette('Check'), { x: line.x + line.width / 2, y: line.y + line.height / 2 })
    await expect
      .poll(async () => (await now()).transitions.length, PATIENT)
      .toBe(untouched.transitions.length + 1)
    await press('Control+z')
    expect(await placesOf()).toEqual(before)
    await dragFrom(palette('Wait'), { x: 800, y: 900 })
    await step('Wait').waitFor()
    expect((await now()).transitions).toHaveLength(untouched.transitions.length)
    await step('Within the terms?').click()
    await palette('Model').focus()
    await press('Enter')
    await expect
      .poll(
        async () =>
          (await now()).transitions.some(
            ({ from, to }) => from === idOf('Within the terms?') && to === 'model',
          ),
        PATIENT,
      )
      .toBe(true)
  })
})

describe('a note', () => {
  it('is written, moved, made larger, changed and deleted, each as one undo step', async () => {
    await press('Shift+S')
    await page().keyboard.type('Is 100 still the limit?')
    await press('Control+Enter')
    const note = page().locator('[data-item^="note:"]')
    await note.waitFor()
    const [first] = (await now()).layout.notes
    expect(first).toMatchObject({ text: 'Is 100 still the limit?', size: [200, 80] })
    await press('Alt+ArrowRight')
    await expect.poll(async () => (await now()).layout.notes[0]?.at[0], PATIENT).toBe(first!.at[0] + 8)
    await press('Alt+Shift+ArrowDown')
    await expect.poll(async () => (await now()).layout.notes[0]?.size, PATIENT).toEqual([200, 88])
    const [start] = (await now()).layout.notes
    const box = (await note.boundingBox())!
    await drag({ x: box.x + 20, y: box.y + 50 }, { x: box.x + 60, y: box.y + 80 })
    await expect
      .poll(async () => (await now()).layout.notes[0]?.at[1], PATIENT)
      .toBeGreaterThan(start!.at[1] + 20)
    const corner = (await note.boundingBox())!
    await drag(
      { x: corner.x + corner.width - 8, y: corner.y + corner.height - 8 },
      { x: corner.x + corner.width + 42, y: corner.y + corner.height + 2 },
    )
    await expect.poll(async () => (await now()).layout.notes[0]?.size?.[0], PATIENT).toBeGreaterThan(220)
    await note.dblclick()
    await press('Control+a')
    await page().keyboard.type('Yes')
    await press('Control+Enter')
    await expect.poll(async () => (await now()).layout.notes[0]?.text, PATIENT).toBe('Yes')
    await press('Delete')
    await note.waitFor({ state: 'detached' })
    for (let undo = 0; undo < 7; undo++) await press('Control+z')
    expect((await now()).layout.notes).toEqual(untouched.layout.notes)
  })
})

describe('a transition', () => {
  it('is worded in place; its odds take from the other ways, before the eyes and with one undo', async () => {
    const clear = untouched.transitions.filter(({ from }) => from === idOf('Clear enough?'))
    await page().locator('[data-way] text').filter({ hasText: 'unclear' }).dblclick()
    const editor = page().getByRole('dialog', { name: 'From “Clear enough?” to “Understand the request”' })
    await editor.getByLabel('Label').fill('no idea')
    await editor.getByLabel(/^Odds/).fill('40')
    await editor.getByText('90 % → 60 %').waitFor()
    await press('Enter')
    await editor.waitFor({ state: 'detached' })
    const odds = async (): Promise<readonly unknown[]> =>
      (await now()).transitions
        .filter(({ from }) => from === idOf('Clear enough?'))
        .map(({ probability }) => probability)
    expect(new Set(await odds())).toEqual(new Set([0.4, 0.6]))
    await press('Control+z')
    expect(await odds()).toEqual(clear.map(({ probability }) => probability))
    // By keyboard, and with the other way kept: refused in the place where it is typed.
    await press('F2')
    await editor.getByRole('button', { name: /^Keep the odds/ }).click()
    await editor.getByLabel(/^Odds/).fill('40')
    await editor.getByText('the ways that are kept leave at most 10 %').waitFor()
    await editor.getByRole('button', { name: /^Keep the odds/ }).click()
    await press('Escape')
    await editor.waitFor({ state: 'detached' })
  })
})

describe('where steps stand', () => {
  it('snaps to neighbours with lines, and lines up by command', async () => {
    const moving = (await step('Within the terms?').boundingBox())!
    const grab = { x: moving.x + 20, y: moving.y + 12 }
    await page().mouse.move(grab.x, grab.y)
    await page().mouse.down()
    await page().mouse.move(grab.x + 4, grab.y + 50, { steps: 4 })
    await page().mouse.move(grab.x + 3, grab.y + 3, { steps: 4 })
    await expect.poll(() => page().locator('svg[class*="lines"] line').count(), PATIENT).toBeGreaterThan(0)
    await page().mouse.up()
    await expect.poll(() => page().locator('svg[class*="lines"] line').count(), PATIENT).toBe(0)
    await step('Refund up to 100').click()
    await step('Refund over 100').click({ modifiers: ['Shift'] })
    await press('Alt+W')
    const places = (await now()).layout.steps
    expect(places[idOf('Refund up to 100')]?.[1]).toBe(places[idOf('Refund over 100')]?.[1])
    await press('Control+z')
    expect((await now()).layout.steps[idOf('Refund over 100')]).toEqual(
      untouched.layout.steps[idOf('Refund over 100')],
    )
  })
})

describe('tags', () => {
  it('are painted onto the steps that are clicked', async () => {
    await step('Refund over 100').click()
    await press('p')
    await page().getByText('Click a step to give it the tags of “Refund over 100”.').waitFor()
    await step('Refund up to 100').click()
    await press('Escape')
    const { basis, ...tag } = stepOf(await now(), 'Refund up to 100').consequence!
    expect(basis).toBe('copied from “Refund over 100”')
    expect(tag.level).toBe(stepOf(untouched, 'Refund over 100').consequence?.level)
    await press('Control+z')
    expect(await now()).toEqual(untouched)
  })
})

describe('the clipboard', () => {
  it('takes a Mermaid flowchart, and says what was guessed', async () => {
    await page().context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page().evaluate((text) => navigator.clipboard.writeText(text), MERMAID)
    await step('Refund request').click()
    await press('Control+v')
    await step('Pay it back').waitFor()
    expect((await now()).steps).toHaveLength(untouched.steps.length + 2)
    await page().getByRole('button', { name: 'What was guessed…' }).click()
    await page()
      .getByRole('dialog')
      .getByText('read as something that moves money', { exact: false })
      .waitFor()
    await press('Escape')
    await press('Control+z')
    expect(await now()).toEqual(untouched)
  })

  it('holds steps as text, and a picture of them', async () => {
    await step('Refund up to 100').click()
    await step('Refund over 100').click({ modifiers: ['Shift'] })
    await press('Control+c')
    const text = await page().evaluate(() => navigator.clipboard.readText())
    expect(JSON.parse(text)).toMatchObject({ kind: 'baton-steps', fragment: { steps: [{}, {}] } })
    await press('Control+Shift+C')
    await expect.poll(clipboardTypes, PATIENT).toContain('image/png')
    const size = await page().evaluate(async () => {
      const [item] = await navigator.clipboard.read()
      const image = await createImageBitmap(await item!.getType('image/png'))
      return [image.width, image.height]
    })
    expect(Math.min(...size)).toBeGreaterThan(200)
    expect(window.complaints).toEqual([])
  })

  it('that is refused says what to do instead', async () => {
    await page().evaluate(() => {
      Object.defineProperty(navigator.clipboard, 'readText', {
        configurable: true,
        value: () => Promise.reject(new DOMException('no', 'NotAllowedError')),
      })
    })
    await step('Refund request').click({ button: 'right' })
    await page()
      .getByRole('menuitem', { name: /^Paste(?! tags)/ })
      .click()
    const message = page().getByText('Press Ctrl+V on the canvas instead', { exact: false })
    await message.waitFor()
    expect(await message.count()).toBe(1)
    expect((await now()).steps).toHaveLength(untouched.steps.length)
  })
})

describe('menus', () => {
  it('fit what was clicked', async () => {
    const offered = async (target: Locator): Promise<readonly string[]> => {
      await target.click({ button: 'right', force: true })
      const menu = page().getByRole('menu', { name: 'Canvas' })
      await menu.waitFor()
      const names = await menu.getByRole('menuitem').allTextContents()
      await press('Escape')
      await menu.waitFor({ state: 'detached' })
      return names
    }
    expect((await offered(page().locator('[data-item^="ghost:"]').first())).join()).toContain(
      'Accept suggestion',
    )
    expect((await offered(step('Refund over 100'))).join()).toContain('Paint tags')
    await press('Control+a')
    expect((await offered(step('Refund over 100'))).join()).toContain('Align left')
  })
})

function page(): Page {
  return window.page
}

function step(name: string): Locator {
  return page().locator('section [data-item^="step:"]').filter({ hasText: name }).first()
}

function edge(index: number): Locator {
  return page().locator('[data-item^="edge:"]').nth(index)
}

function palette(name: string): Locator {
  return page()
    .getByRole('toolbar', { name: /^Palette/ })
    .getByRole('button', { name, exact: true })
}

function press(keys: string): Promise<void> {
  return page().keyboard.press(keys)
}

async function undoAll(): Promise<void> {
  const undo = page().getByRole('button', { name: 'Undo', exact: true })
  while (await undo.isEnabled()) await undo.click()
}

async function dragFrom(item: Locator, to: Spot): Promise<void> {
  const box = (await item.boundingBox())!
  await drag({ x: box.x + box.width / 2, y: box.y + box.height / 2 }, to)
}

interface Spot {
  readonly x: number
  readonly y: number
}

async function drag(from: Spot, to: Spot): Promise<void> {
  await page().mouse.move(from.x, from.y)
  await page().mouse.down()
  await page().mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 })
  await page().mouse.move(to.x, to.y, { steps: 3 })
  await page().mouse.up()
}

/** The document as it is now, by way of the file. */
async function now(): Promise<Workflow> {
  await press('Control+s')
  await page().getByRole('button', { name: 'Saved', exact: true }).waitFor()
  return saved()
}

function saved(): Workflow {
  const read = readDocument(readFileSync(file, 'utf8'))
  if (!read.ok) throw new Error(read.faults[0]!.message)
  return read.value.workflow
}

async function placesOf(): Promise<Workflow['layout']['steps']> {
  return (await now()).layout.steps
}

function idOf(name: string): string {
  return stepOf(untouched, name).id
}

function stepOf(workflow: Workflow, name: string): Workflow['steps'][number] {
  return workflow.steps.find((each) => each.name === name)!
}

function kindOf(workflow: Workflow, id: string): string | undefined {
  return workflow.steps.find((each) => each.id === id)?.kind
}

function clipboardTypes(): Promise<readonly string[]> {
  return page().evaluate(async () => {
    const items = await navigator.clipboard.read()
    return items.flatMap(({ types }) => [...types])
  })
}

// A document of thousands of steps on the canvas: little of it is in the page, and everything can be done all the same.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wideWorkflow } from '../bench/wide-workflow.ts'
import { openApp } from './support/app-window.ts'
import type { AppWindow } from './support/app-window.ts'

const STEPS = 5000
/** Elements of the whole page; 5,000 cards would be a hundred thousand. */
const MOST_ELEMENTS = 5000

let folder: string
let app: AppWindow

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'baton-large-'))
  const file = path.join(folder, 'large.handoff')
  writeFileSync(file, JSON.stringify(wideWorkflow(STEPS)))
  app = await openApp({ files: [file] })
  await app.page.locator('.react-flow__node').first().waitFor()
}, 90_000)

afterAll(async () => {
  await app?.close()
  rmSync(folder, { recursive: true, force: true })
})

const page = (): Page => app.page
const step = (id: string) => page().locator(`[data-item="step:${id}"]`)

/** Where the middle of a step is in the window, from its place in the document and the view. */
async function spotOf(id: string): Promise<{ x: number; y: number; zoom: number }> {
  const { layout } = wideWorkflow(STEPS) as { layout: { steps: Record<string, [number, number]> } }
  const [x, y] = layout.steps[id]!
  return page().evaluate(
    ([left, top]) => {
      const box = document.querySelector('.react-flow')!.getBoundingClientRect()
      const transform = getComputedStyle(document.querySelector('.react-flow__viewport')!).transform
      const { a, e, f } = new DOMMatrix(transform)
      return { x: box.left + e + (left + 92) * a, y: box.top + f + (top + 32) * a, zoom: a }
    },
    [x, y] as const,
  )
}

async function zoomOut(): Promise<void> {
  while (!(await page().locator('canvas[data-far]').isVisible())) {
    await page().getByRole('button', { name: 'Zoom out' }).click()
    await page().waitForTimeout(250)
  }
}

async function zoomIn(): Promise<void> {
  await page().locator('section[data-mode]').focus()
  await page().keyboard.press('Alt+1')
  await until(() => page().locator('canvas[data-far]').count()).toBe(0)
}

describe('a document of 5,000 steps', () => {
  it('keeps the page small, wherever one looks', async () => {
    const count = () => page().evaluate(() => document.querySelectorAll('*').length)
    expect(await count()).toBeLessThan(MOST_ELEMENTS)
    await page().mouse.move(640, 400)
    for (let i = 0; i < 12; i++) await page().mouse.wheel(0, 500)
    await until(() => page().locator('.react-flow__node').count()).toBeGreaterThan(3)
    expect(await count()).toBeLessThan(MOST_ELEMENTS)
  })

  it('has a step far away in the page when the keyboard gets there', async () => {
    await page().locator('section[data-mode]').focus()
    await page().keyboard.press('Control+f')
    await page().keyboard.type('step_19')
    await page().keyboard.press('Enter')
    await page().keyboard.press('Escape')
    await until(() => step('step_19').isVisible()).toBe(true)
    expect(await step('end').count()).toBe(0)
    await page().keyboard.press('ArrowRight')
    await until(focused).toBe('step:end')
    await until(() => step('end').isVisible()).toBe(true)
    expect(await step('end').getAttribute('aria-label')).toContain('End')
    await page().keyboard.press('ArrowLeft')
    await until(focused).not.toBe('step:end')
  })

  it('is one bitmap from afar, where steps are selected and dragged', async () => {
    await page().keyboard.press('Control+f')
    await page().keyboard.type('step_44')
    await page().keyboard.press('Enter')
    await page().keyboard.press('Escape')
    await until(() => step('step_44').isVisible()).toBe(true)
    await zoomOut()
    expect(await page().locator('.react-flow__node').count()).toBeLessThan(3)
    const at = await spotOf('step_45')
    expect(at.zoom).toBeLessThan(0.5)
    await page().mouse.click(at.x, at.y)
    await step('step_45').and(page().locator('[data-selected]')).waitFor()
    await page().mouse.move(at.x, at.y)
    await page().mouse.down()
    await page().mouse.move(at.x + 20, at.y + 10)
    await page().mouse.move(at.x + 40, at.y + 24)
    await page().mouse.up()
    const moved = async (): Promise<boolean> => {
      const box = await step('step_45').boundingBox()
      return box !== null && box.x + box.width / 2 > at.x + 25 && box.y + box.height / 2 > at.y + 12
    }
    await until(moved).toBe(true)
    await page().keyboard.press('Control+z')
    await until(moved).toBe(false)
  })

  it('draws a box around steps from afar and from near', async () => {
    for (const go of [zoomOut, zoomIn]) {
      await go()
      const box = (await page().locator('.react-flow').boundingBox())!
      await page().keyboard.press('Escape')
      await page().keyboard.down('Shift')
      await page().mouse.move(box.x + 4, box.y + 4)
      await page().mouse.down()
      await page().mouse.move(box.x + box.width - 200, box.y + box.height - 160, { steps: 4 })
      await page().mouse.up()
      await page().keyboard.up('Shift')
      await until(() => page().getByRole('row', { selected: true }).count()).toBeGreaterThan(0)
    }
    expect(app.complaints).toEqual([])
  })

  it('has cards near and none of them afar', async () => {
    await zoomIn()
    await until(() => page().locator('.react-flow__node').count()).toBeGreaterThan(5)
    await zoomOut()
    await until(() => page().locator('.react-flow__node').count()).toBeLessThan(3)
    expect(app.complaints).toEqual([])
  })
})

/** Waits for as long as a busy machine may take. */
function until<T>(look: () => T): ReturnType<typeof expect.poll<T>> {
  return expect.poll(look, { timeout: 15_000 })
}

function focused(): Promise<string | null> {
  return page().evaluate(() => document.activeElement?.getAttribute('data-item') ?? null)
}

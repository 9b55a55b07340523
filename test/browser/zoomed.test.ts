// Letters twice as large: a window of 1280 by 800 then has room for 640 by 400, and everything can still be reached.
import type { Page } from 'playwright-core'
import { afterEach, expect, it } from 'vitest'
import { openApp, type AppWindow } from './support/app-window.ts'

const REFUNDS = new URL('../fixtures/golden/refunds_at_the_help_desk.handoff', import.meta.url).pathname

let window: AppWindow | undefined
afterEach(async () => {
  await window?.close()
  window = undefined
})

it('nothing at the start lies beyond the side of the window', async () => {
  window = await openApp({ width: 640, height: 400 })
  await window.page.getByRole('heading', { name: 'Samples' }).waitFor()
  expect(await beyond(window.page)).toEqual([])
})

it('of a document, the bars are whole, what they do works, and the panes make way for each other', async () => {
  window = await openApp({ files: [REFUNDS], width: 640, height: 400 })
  const { page } = window
  await page.getByText('2 walks uncovered').waitFor()
  expect(await beyond(page)).toEqual([])
  for (const name of ['Design', 'Simulate', 'Compare'])
    expect(await isWhole(page, page.getByText(name, { exact: true }).first())).toBe(true)
  expect(await isWhole(page, page.getByRole('button', { name: /^Place \d+ handoffs/ }))).toBe(true)
  // Without the panes the canvas has the window, and each pane can be had alone.
  await page.keyboard.press('Control+b')
  await page.keyboard.press('Control+j')
  await page.keyboard.press('Control+Alt+b')
  const canvas = await page.getByRole('region', { name: 'Canvas' }).boundingBox()
  expect(canvas!.width).toBeGreaterThan(600)
  await page.keyboard.press('Control+Alt+b')
  const field = page.getByRole('textbox', { name: 'Name' }).first()
  await field.waitFor()
  expect(await isWhole(page, field)).toBe(true)
  await page.keyboard.press('Control+k')
  expect(await isWhole(page, page.getByRole('dialog'))).toBe(true)
})

async function isWhole(page: Page, thing: ReturnType<Page['locator']>): Promise<boolean> {
  const box = await thing.boundingBox()
  const { width, height } = page.viewportSize()!
  if (!box) return false
  return (
    box.width >= 24 && box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height
  )
}

/** Controls that stick out of the window to the side and that no scrolling brings back. */
function beyond(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const scrolls = (element: Element): boolean => {
      for (let up = element.parentElement; up; up = up.parentElement) {
        const { overflowX } = getComputedStyle(up)
        if ((overflowX === 'auto' || overflowX === 'scroll') && up.scrollWidth > up.clientWidth) return true
        if (up.matches('[data-takes-keys]')) return true
      }
      return false
    }
    return [...document.querySelectorAll('button, input, select, [role="tab"], [role="menuitem"]')]
      .filter((element) => element.checkVisibility() && !scrolls(element))
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect()
        return width > 0 && (left < -1 || right > innerWidth + 1)
      })
      .map((element) => element.outerHTML.slice(0, 120))
  })
}

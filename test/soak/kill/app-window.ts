// The app itself as a window of the kill test: its own page, edited with the keyboard, its own recovery journal.
import type { Browser, Page } from 'playwright-core'
import { DOCUMENT } from './session.ts'
import type { Recovered } from './session.ts'
import { killBrowser } from './windows.ts'
import type { KillableWindow, OpenWindow, WindowRequest } from './windows.ts'

/** The sample that is edited, as an untitled document, and the step whose name counts the edits. */
const SAMPLE = 'Customer refunds'
const STEP = '[data-item="step:intake"]'
const LIMIT_MS = 20_000

/**
 * Dies by kill -9 of the whole browser. It makes edits but hears no answers: what the app has put into its journal is
 * not seen from outside, so that only edits older than a second are held against it.
 */
export function appWindows(launch: () => Promise<Browser>): OpenWindow {
  return async (request) => {
    const browser = await launch()
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    const kill = await killBrowser(browser)
    const edits = editUntilDeath(page, request)
    return {
      async kill() {
        await kill()
        await edits
      },
    } satisfies KillableWindow
  }
}

async function editUntilDeath(page: Page, { url, report }: WindowRequest): Promise<void> {
  try {
    await page.goto(url)
    const recovered = await openDocument(page)
    report({ kind: 'recovered', documents: recovered })
    let edit = recovered[0]?.upTo ?? 0
    await page.locator(STEP).first().click()
    for (;;) {
      await page.keyboard.press('F2')
      await page.getByRole('textbox', { name: 'Name of the step' }).fill(`edit ${++edit}`)
      report({ kind: 'made', edit, at: Date.now() })
      await page.keyboard.press('Enter')
      await page.locator(`${STEP}[aria-label*=", edit ${edit},"]`).waitFor({ timeout: LIMIT_MS })
    }
  } catch (error) {
    // A dead browser ends every wait; anything else is a fault of the app or of this test.
    if (!/closed|crashed|disconnected/i.test(String(error)))
      report({ kind: 'refused', message: `the app could not be edited: ${String(error).slice(0, 400)}` })
  }
}

// What the app brings back by itself; where there is nothing, the sample is opened.
async function openDocument(page: Page): Promise<Recovered[]> {
  const step = page.locator(STEP).first()
  const sample = page.getByRole('button', { name: new RegExp(`^${SAMPLE}`) })
  await step.or(sample).first().waitFor({ timeout: LIMIT_MS })
  if (await step.isVisible()) {
    const [, count] = /, edit (\d+),/.exec((await step.getAttribute('aria-label')) ?? '') ?? []
    await page.getByRole('dialog').waitFor({ timeout: LIMIT_MS })
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached', timeout: LIMIT_MS })
    return [{ document: DOCUMENT, upTo: Number(count ?? 0) }]
  }
  await sample.click()
  await step.waitFor({ timeout: LIMIT_MS })
  return []
}

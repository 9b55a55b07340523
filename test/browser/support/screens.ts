// The screens that are kept as pictures: how to come to each from a fresh window, and what the help says about it.
import type { Page } from 'playwright-core'

export interface Screen {
  /** Name of its pictures. */
  readonly name: string
  /** Sample that is opened; none for the start. */
  readonly sample?: string
  readonly go: (page: Page) => Promise<unknown>
}

export const SCREENS: readonly Screen[] = [
  { name: 'start', go: (page) => page.getByRole('heading', { name: 'Samples' }).waitFor() },
  {
    name: 'first-look',
    sample: 'customer-refunds',
    go: (page) => page.locator('[data-walk]').first().waitFor(),
  },
  {
    name: 'placed',
    sample: 'customer-refunds',
    async go(page) {
      await placeAll(page)
      await page.keyboard.press('Shift+1')
    },
  },
  {
    name: 'finding',
    sample: 'invoice-to-payment',
    async go(page) {
      const finding = page.getByRole('button', { name: /S2/ }).first()
      await finding.focus()
      await page.keyboard.press('ArrowRight')
      await page.getByRole('term').filter({ hasText: 'Goes away if' }).first().waitFor()
    },
  },
  {
    name: 'step',
    sample: 'code-change',
    go: (page) => page.getByRole('row').nth(5).click(),
  },
  {
    name: 'table',
    sample: 'invoice-to-payment',
    async go(page) {
      await tab(page, 'Table')
      await page.getByRole('grid').first().waitFor()
    },
  },
  {
    name: 'curve',
    sample: 'incident-response',
    async go(page) {
      await tab(page, 'Placement')
      await page.getByText('Minutes against harm', { exact: true }).click()
      await page.getByRole('radiogroup', { name: 'Placements on the curve' }).waitFor()
    },
  },
  {
    name: 'proof',
    sample: 'data-export',
    async go(page) {
      await placeAll(page)
      await tab(page, 'Proof')
    },
  },
  {
    name: 'what-decides',
    sample: 'access-request',
    async go(page) {
      await tab(page, 'What decides')
      await page.getByText(/of \d+ other values would change something/).waitFor()
      await page.getByRole('switch', { name: 'Mark on the canvas' }).check({ force: true })
    },
  },
  {
    name: 'simulation',
    sample: 'customer-refunds',
    async go(page) {
      await placeAll(page)
      await page.keyboard.press('Control+2')
      await page.getByRole('button', { name: 'Start a run' }).click()
      await page.getByRole('button', { name: 'One step (→)' }).click()
      await page.getByRole('region', { name: 'Your turn as the reviewer' }).waitFor()
    },
  },
  {
    name: 'compare',
    sample: 'outbound-campaign',
    async go(page) {
      await placeAll(page)
      await page.keyboard.press('Control+3')
      await page
        .getByRole('region', { name: /^People/ })
        .first()
        .waitFor()
    },
  },
  {
    name: 'palette',
    sample: 'meeting-notes',
    async go(page) {
      await page.keyboard.press('Control+k')
      await page.keyboard.type('app')
    },
  },
  {
    name: 'rule-page',
    sample: 'customer-refunds',
    async go(page) {
      await page.keyboard.press('F1')
      await page
        .getByRole('dialog')
        .getByText(/^S2 · /)
        .click()
    },
  },
]

async function placeAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Place \d+ handoff/ }).click()
  await page
    .getByText(/^Covered/)
    .first()
    .waitFor()
}

async function tab(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name }).click()
}

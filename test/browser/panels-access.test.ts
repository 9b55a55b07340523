// Everybody can use every screen: axe finds nothing serious, in light and dark, and the page never complains.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { openApp, type AppWindow } from './support/app-window.ts'

const REFUNDS = new URL('../fixtures/golden/refunds_at_the_help_desk.handoff', import.meta.url).pathname

let window: AppWindow | undefined
afterEach(async () => {
  await window?.close()
  window = undefined
})

/** A screen: how to get there from the screen before it. */
const SCREENS: readonly (readonly [name: string, go: (page: Page) => Promise<unknown>])[] = [
  ['the document', (page) => page.getByText('5 errors').first().waitFor()],
  ['a step in the inspector', (page) => row(page, 'Pay back more than 100').click()],
  ['a finding with its reasons', (page) => openFinding(page)],
  ['the placement', (page) => tab(page, 'Placement')],
  [
    'what it asks of people',
    async (page) => {
      await page.getByText('Attention', { exact: true }).click()
      await page.getByRole('button', { name: 'What this assumes' }).click()
    },
  ],
  [
    'minutes against harm',
    async (page) => {
      await page.getByText('Minutes against harm', { exact: true }).click()
      await page.getByRole('radiogroup', { name: 'Placements on the curve' }).waitFor()
    },
  ],
  ['the proof', (page) => tab(page, 'Proof')],
  ['what decides', (page) => decides(page)],
  ['the profile', (page) => profile(page)],
  [
    'a suggestion',
    async (page) => {
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: /Sign-off · Send the letter/ }).click()
    },
  ],
  ['a menu', (page) => page.getByRole('menuitem', { name: 'View' }).click()],
  ['the palette', (page) => escapeThen(page, 'Control+k')],
  ['the help', (page) => escapeThen(page, 'F1')],
  ['the file browser', (page) => escapeThen(page, 'Control+o')],
  ['the find bar', (page) => escapeThen(page, 'Control+f')],
  ['handoffs placed', (page) => escapeThen(page, 'Control+Enter')],
  [
    'a handoff in the inspector',
    (page) =>
      page
        .getByRole('button', { name: /^Approve “Pay back/ })
        .first()
        .click(),
  ],
  ['the reviewer’s turn', (page) => simulate(page)],
]

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  it('has no serious fault on the home screen', { timeout: 60_000 }, async () => {
    window = await openApp({ theme })
    await page().getByRole('heading', { name: 'Samples' }).waitFor()
    expect(await seriousFaults(page())).toEqual([])
  })

  it('has no serious fault on any screen of a document', { timeout: 180_000 }, async () => {
    window = await openApp({ theme, files: [REFUNDS] })
    const faults: Record<string, readonly string[]> = {}
    for (const [name, go] of SCREENS) {
      await go(page())
      await page().waitForTimeout(300)
      const found = await seriousFaults(page(), theme === 'dark' ? COLOURS : EVERYTHING)
      if (found.length > 0) faults[name] = found
    }
    expect(faults).toEqual({})
    expect(window.complaints).toEqual([])
  })
})

it('would find a fault: an image without a name and a text without contrast are reported', async () => {
  window = await openApp()
  await page().evaluate(() => {
    const bad = document.createElement('div')
    bad.append(
      document.createElement('img'),
      Object.assign(document.createElement('p'), { textContent: 'pale' }),
    )
    bad.style.color = '#eeeeee'
    bad.style.background = '#ffffff'
    document.querySelector('main')!.prepend(bad)
  })
  expect((await seriousFaults(page())).map((fault) => fault.split(' ')[0])).toEqual(
    expect.arrayContaining(['image-alt', 'color-contrast']),
  )
})

function page(): Page {
  if (!window) throw new Error('no window is open')
  return window.page
}

/** Rule ids; nothing named means every rule. The dark theme is the same elements in other colours. */
const EVERYTHING: readonly string[] = []
const COLOURS: readonly string[] = ['color-contrast', 'link-in-text-block']

async function seriousFaults(page: Page, rules: readonly string[] = EVERYTHING): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page })
  const { violations } = await (rules.length > 0 ? axe.withRules([...rules]) : axe).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id} ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
}

function row(page: Page, name: string) {
  return page.getByRole('row', { name })
}

async function openFinding(page: Page): Promise<void> {
  const finding = page.getByRole('button', { name: /S2/ }).first()
  await finding.focus()
  await page.keyboard.press('ArrowRight')
  await page.getByRole('term').filter({ hasText: 'Goes away if' }).waitFor()
}

async function decides(page: Page): Promise<void> {
  await tab(page, 'What decides')
  await page.getByText(/of \d+ other values would change something/).waitFor()
  await page.getByRole('switch', { name: 'Mark on the canvas' }).check({ force: true })
}

async function profile(page: Page): Promise<void> {
  // With nothing selected the inspector is about the document.
  await page.keyboard.press('Escape')
  await page.locator('.react-flow__pane').click({ position: { x: 140, y: 8 } })
  await page.getByRole('button', { name: 'Edit…' }).click()
  await page.getByRole('dialog').getByText('How strong a gate each action needs').waitFor()
}

async function tab(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name }).click()
}

async function escapeThen(page: Page, keys: string): Promise<void> {
  await page.keyboard.press('Escape')
  await page.keyboard.press(keys)
}

async function simulate(page: Page): Promise<void> {
  await page.keyboard.press('Control+2')
  await page.getByRole('button', { name: 'Start a run' }).click()
  await page.getByRole('button', { name: 'One step (→)' }).click()
  await page.getByRole('region', { name: 'Your turn as the reviewer' }).waitFor()
}

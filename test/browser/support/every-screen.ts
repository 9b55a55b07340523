// Screens of a document, each reached from the one before it: for what is to hold on every one of them.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** A screen: how to get there from the screen before it. */
export const SCREENS: readonly (readonly [name: string, go: (page: Page) => Promise<unknown>])[] = [
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
  [
    'the table',
    async (page) => {
      await tab(page, 'Table')
      await page.getByRole('grid').first().waitFor()
    },
  ],
  ['shaded steps', (page) => shaded(page)],
  ['the profile', (page) => profile(page)],
  [
    'a suggestion',
    async (page) => {
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: /Sign-off · Send the letter/ }).click()
    },
  ],
  ['a menu', (page) => page.getByRole('menuitem', { name: 'View' }).click()],
  ['the palette', (page) => dialogBy(page, 'Control+k')],
  ['the help', (page) => dialogBy(page, 'F1')],
  ['the file browser', (page) => dialogBy(page, 'Control+o')],
  ['the export', (page) => dialogBy(page, 'Control+e')],
  ['the settings', (page) => dialogBy(page, 'Control+,')],
  ['other keys', (page) => fromPalette(page, 'change keys')],
  ['the version', (page) => fromPalette(page, 'about')],
  ['the import', (page) => fromPalette(page, 'paste mermaid')],
  ['rules of one’s own', (page) => fromPalette(page, 'rule packs')],
  ['the find bar', (page) => escapeThen(page, 'Control+f')],
  [
    'handoffs placed',
    async (page) => {
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: /^Place \d+ handoffs/ }).click()
      await page.getByRole('button', { name: 'Export policy' }).waitFor()
    },
  ],
  [
    'the comparison',
    async (page) => {
      await escapeThen(page, 'Control+3')
      await page.getByRole('combobox', { name: 'Compare with' }).waitFor()
    },
  ],
  ['the reviewer’s turn', (page) => simulate(page)],
]

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
  await page.locator('section[data-takes-keys]').focus()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Edit…' }).click()
  await page.getByRole('dialog').getByText('How strong a gate each action needs').waitFor()
}

async function tab(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name }).click()
}

async function escapeThen(page: Page, keys: string): Promise<void> {
  await page.keyboard.press('Escape')
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
  await page.keyboard.press(keys)
}

async function shaded(page: Page): Promise<void> {
  await page.getByRole('menuitem', { name: 'View' }).click()
  await page.getByRole('menuitemcheckbox', { name: /^Shade: consequence/ }).click()
  await page.getByRole('region', { name: 'Shaded by' }).waitFor()
}

/** Waits for what a key opens: an Escape that comes too early closes nothing. */
async function dialogBy(page: Page, keys: string): Promise<void> {
  await escapeThen(page, keys)
  await page.getByRole('dialog').first().waitFor()
}

async function fromPalette(page: Page, words: string): Promise<void> {
  await dialogBy(page, 'Control+k')
  const field = page
    .getByRole('dialog')
    .getByRole('combobox')
    .or(page.getByRole('dialog').getByRole('textbox'))
  await field.first().fill(words)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').first().waitFor()
}

async function simulate(page: Page): Promise<void> {
  await page.keyboard.press('Control+2')
  await page.getByRole('button', { name: 'Start a run' }).click()
  await page.getByRole('button', { name: 'One step (→)' }).click()
  await page.getByRole('region', { name: 'Your turn as the reviewer' }).waitFor()
}

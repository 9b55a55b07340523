// Nothing is cut off and nothing overlaps, in German and in a language that is 40 % longer than English; and the
// language changes while the window is open.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { german } from '../../renderer/words/de.ts'
import { pseudo } from '../../renderer/words/pseudo.ts'
import type { Words } from '../../renderer/words/shape.ts'
import { openApp } from './support/app-window.ts'
import type { AppWindow } from './support/app-window.ts'
import { textFaults } from './support/text-fit.ts'

const SAMPLE = path.resolve('resources/samples/customer-refunds.handoff')

type Bottom = keyof Words['app']['bottom']

describe.each([
  { language: 'de', said: german },
  { language: 'pseudo', said: pseudo },
] as const)('in $language', ({ language, said }) => {
  let app: AppWindow
  beforeAll(async () => {
    app = await openApp({ files: [SAMPLE], language, locale: 'de-DE' })
    await app.page.locator('[data-walk]').first().waitFor()
  })
  afterAll(() => app.close())
  afterEach(async () => {
    await app.page.keyboard.press('Escape')
    await app.page.keyboard.press('Escape')
  })

  it('says which language the page is in', async () => {
    expect(await app.page.locator('html').getAttribute('lang')).toBe(language === 'de' ? 'de' : 'en')
  })

  it('fits: canvas, outline, inspector of the document, findings', async () => {
    expect(await textFaults(app.page)).toEqual([])
  })

  it.each(['placement', 'simulation', 'proof', 'sensitivity', 'compare', 'findings'] as const)(
    'fits: %s',
    async (bottom: Bottom) => {
      await app.page.getByRole('tab', { name: said.app.bottom[bottom] }).click()
      await settled(app.page)
      expect(await textFaults(app.page)).toEqual([])
    },
  )

  it.each(['attention', 'curve'] as const)('fits: placement, %s', async (view) => {
    await app.page.getByRole('tab', { name: said.app.bottom.placement }).click()
    await app.page.getByText(said.placement.views[view], { exact: true }).click()
    await settled(app.page)
    expect(await textFaults(app.page)).toEqual([])
  })

  it('fits: a finding that is unfolded', async () => {
    await app.page.getByRole('tab', { name: said.app.bottom.findings }).click()
    await app.page.getByRole('button', { name: /S2/ }).first().focus()
    await app.page.keyboard.press('ArrowRight')
    await settled(app.page)
    expect(await textFaults(app.page)).toEqual([])
  })

  it.each([1, 5])('fits: the inspector of row %s', async (row) => {
    await app.page
      .getByRole('treegrid')
      .getByRole('row')
      .nth(row + 1)
      .click()
    await settled(app.page)
    expect(await textFaults(app.page)).toEqual([])
  })

  it('fits: every menu', async () => {
    const faults: string[] = []
    for (const name of Object.values(said.search.groups)) {
      const title = app.page.getByRole('menuitem', { name, exact: true })
      await title.click()
      await app.page.getByRole('menu').waitFor()
      faults.push(...(await textFaults(app.page)))
      // One that is still open would pass to the next title by itself, and the click there would close it.
      await title.click()
      await app.page.getByRole('menu').waitFor({ state: 'hidden' })
    }
    expect(faults).toEqual([])
  })

  it.each([
    ['settings', 'Control+,'],
    ['palette', 'Control+k'],
    ['export', 'Control+e'],
    ['help', 'F1'],
  ])('fits: %s', async (_, keys) => {
    await app.page.keyboard.press(keys)
    await app.page.getByRole('dialog').waitFor()
    await settled(app.page)
    expect(await textFaults(app.page)).toEqual([])
  })

  it.each([
    ['Help', 'helpAbout'],
    ['Help', 'helpShortcuts'],
    ['Handoffs', 'rulePacks'],
    ['File', 'fileImport'],
  ] as const)('fits: what %s opens, %s', async (group, command) => {
    await app.page.getByRole('menuitem', { name: said.search.groups[group], exact: true }).click()
    await app.page.getByRole('menu').getByText(said.commands[command], { exact: true }).click()
    await app.page.getByRole('dialog').waitFor()
    await settled(app.page)
    expect(await textFaults(app.page)).toEqual([])
  })

  it('complains of nothing', () => expect(app.complaints).toEqual([]))
})

describe('the start', () => {
  it.each(['de', 'pseudo'] as const)('fits in %s', async (language) => {
    const app = await openApp({ language, locale: 'de-DE' })
    try {
      await settled(app.page)
      expect(await textFaults(app.page)).toEqual([])
    } finally {
      await app.close()
    }
  })
})

describe('the language', () => {
  it('is that of the system at the first paint, changes at once, and is kept for the next window', async () => {
    const app = await openApp({ files: [SAMPLE], locale: 'de-AT' })
    try {
      const { page } = app
      await page.getByRole('tab', { name: 'Befunde' }).waitFor()
      await page
        .getByRole('button', { name: /braucht Freigabe/ })
        .first()
        .waitFor()
      await page.keyboard.press('Control+,')
      await page.getByText('English', { exact: true }).click()
      await page.getByRole('dialog', { name: 'Settings' }).waitFor()
      expect(await page.locator('html').getAttribute('lang')).toBe('en')
      await page.getByText('Deutsch', { exact: true }).click()
      await page.getByRole('dialog', { name: 'Einstellungen' }).waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('tab', { name: 'Befunde' }).waitFor()
      const again = await app.crashAndReopen()
      await again.locator('html[lang=de]').waitFor()
      await again
        .getByText(german.home.recent)
        .or(again.getByText(german.app.bottom.findings))
        .first()
        .waitFor()
    } finally {
      await app.close()
    }
  })

  it('never gets into a file', async () => {
    const app = await openApp({ files: [SAMPLE], language: 'de', locale: 'de-DE' })
    try {
      await app.page.getByRole('button', { name: /Übergaben platzieren/ }).click()
      await app.page.getByText(german.status.save.unsaved).first().waitFor()
      expect(readFileSync(SAMPLE, 'utf8')).not.toMatch(/Freigabe|Übergabe/)
    } finally {
      await app.close()
    }
  })
})

// Whatever was asked for is drawn: nothing moves from one frame to the next.
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'))
  await page.waitForTimeout(60)
}

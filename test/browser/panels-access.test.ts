// Everybody can use every screen: axe finds nothing serious, in light and dark, and the page never complains.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { openApp, type AppWindow } from './support/app-window.ts'
import { SCREENS } from './support/every-screen.ts'

const REFUNDS = new URL('../fixtures/golden/refunds_at_the_help_desk.handoff', import.meta.url).pathname

let window: AppWindow | undefined
afterEach(async () => {
  await window?.close()
  window = undefined
})

/** Rule ids; nothing named means every rule. The other looks are the same elements in other colours. */
const EVERYTHING: readonly string[] = []
const COLOURS: readonly string[] = ['color-contrast', 'link-in-text-block']

describe.each([
  ['light', {}, EVERYTHING],
  ['dark', { theme: 'dark' }, COLOURS],
  ['colours of one’s own', { forcedColors: true }, COLOURS],
] as const)('in %s', (_, look, rules) => {
  it('has no serious fault on the home screen', { timeout: 60_000 }, async () => {
    window = await openApp(look)
    await page().getByRole('heading', { name: 'Samples' }).waitFor()
    expect(await seriousFaults(page(), rules)).toEqual([])
  })

  it('has no serious fault on any screen of a document', { timeout: 180_000 }, async () => {
    window = await openApp({ ...look, files: [REFUNDS] })
    page().setDefaultTimeout(15_000)
    const faults: Record<string, readonly string[]> = {}
    for (const [name, go] of SCREENS) {
      await go(page()).catch((reason: unknown) => {
        throw new Error(`${name} cannot be reached`, { cause: reason })
      })
      await page().waitForTimeout(300)
      const found = await seriousFaults(page(), rules)
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

async function seriousFaults(page: Page, rules: readonly string[] = EVERYTHING): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page })
  const { violations } = await (rules.length > 0 ? axe.withRules([...rules]) : axe).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id} ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
}

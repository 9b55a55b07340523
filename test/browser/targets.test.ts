// Nothing on any screen is too small to hit, and the check would see it.
import type { Page } from 'playwright-core'
import { afterEach, expect, it } from 'vitest'
import { openApp } from './support/app-window.ts'
import type { AppWindow } from './support/app-window.ts'
import { SCREENS } from './support/every-screen.ts'
import { smallTargets } from './support/targets.ts'

const REFUNDS = new URL('../fixtures/golden/refunds_at_the_help_desk.handoff', import.meta.url).pathname

let window: AppWindow | undefined
afterEach(async () => {
  await window?.close()
  window = undefined
})

it('nothing at the start is too small to hit', async () => {
  window = await openApp()
  await page().getByRole('heading', { name: 'Samples' }).waitFor()
  expect(await smallTargets(page())).toEqual([])
})

it('nothing in a document is too small to hit', { timeout: 120_000 }, async () => {
  window = await openApp({ files: [REFUNDS] })
  page().setDefaultTimeout(15_000)
  const small: Record<string, readonly string[]> = {}
  for (const [name, go] of SCREENS) {
    await go(page())
    const found = await smallTargets(page())
    if (found.length > 0) small[name] = found
  }
  expect(small).toEqual({})
  expect(window.complaints).toEqual([])
})

it('would find a target that is too small and too close to another', async () => {
  window = await openApp()
  await page().evaluate(() => {
    const row = document.createElement('div')
    row.style.cssText = 'position:fixed;top:100px;left:100px;display:flex;z-index:9'
    for (const name of ['one', 'two']) {
      const button = Object.assign(document.createElement('button'), { textContent: name })
      button.style.cssText = 'width:18px;height:18px;padding:0;overflow:hidden'
      row.append(button)
    }
    document.body.append(row)
  })
  expect(await smallTargets(page())).toEqual([
    expect.stringContaining('“one”'),
    expect.stringContaining('“two”'),
  ])
})

function page(): Page {
  if (!window) throw new Error('no window is open')
  return window.page
}

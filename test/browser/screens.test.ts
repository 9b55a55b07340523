// What the app looks like, in both themes, held against the pictures that the help shows. Only with the browser that
// made them: another version draws letters in its own way.
import { expect, it } from 'vitest'
import { bundledChromium } from './support/bundled-chromium.ts'
import { openApp } from './support/app-window.ts'
import { compare } from './support/pictures.ts'
import { SCREENS } from './support/screens.ts'

const SAMPLES = new URL('../../resources/samples/', import.meta.url).pathname
/** Days on screen are those of this one. */
const TODAY = new Date('2026-03-02T09:00:00Z')

const bundled = await bundledChromium()
if (!bundled)
  console.warn('NOT COMPARED: the pictures of the screens; the browser that made them does not run here.')

it.runIf(bundled).each(SCREENS)('$name', async ({ name, sample, go }) => {
  const window = await openApp({
    files: sample === undefined ? [] : [`${SAMPLES}${sample}.handoff`],
    browser: 'bundled',
    today: TODAY,
  })
  try {
    const { page } = window
    await go(page)
    const wrong: (string | undefined)[] = []
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme })
      await page.mouse.move(0, 0)
      await page.evaluate(() => document.fonts.ready)
      wrong.push(
        compare(
          `${name}-${theme}`,
          await still(() => page.screenshot({ caret: 'hide', animations: 'disabled' })),
        ),
      )
    }
    expect(wrong.filter((each) => each !== undefined)).toEqual([])
    expect(window.complaints).toEqual([])
  } finally {
    await window.close()
  }
})

/** Takes pictures until two in a row are the same: what is still being drawn is not what people look at. */
async function still(take: () => Promise<Buffer>): Promise<Buffer> {
  let last = await take()
  for (let i = 0; i < 40; i++) {
    await new Promise((resolve) => setTimeout(resolve, 150))
    const next = await take()
    if (next.equals(last)) return next
    last = next
  }
  throw new Error('the screen never comes to rest')
}

// The built app in a real browser window, on a host and a data folder of its own.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { startLocalHost } from '../../../electron/local-host/host.ts'
import { launchChromium } from './chromium.ts'

export interface AppWindow {
  readonly page: Page
  /** What the page complained about: errors, warnings, and violations of the content security policy. */
  readonly complaints: readonly string[]
  readonly dataFolder: string
  /** Throws the page away as a crash does, without asking anybody, and opens another on the same host. */
  crashAndReopen(): Promise<Page>
  close(): Promise<void>
}

export interface WindowOptions {
  readonly files?: readonly string[]
  readonly theme?: 'light' | 'dark'
  /** As where somebody has chosen all colours for themselves. */
  readonly forcedColors?: boolean
  readonly width?: number
  readonly height?: number
  /** What was chosen in the settings before, and the place of the system; English of the United States else. */
  readonly language?: 'de' | 'pseudo'
  readonly locale?: string
  /** `bundled`: the very browser that the pictures of screens were made with. */
  readonly browser?: 'system' | 'bundled'
  /** What the page takes for now; its timers run on as always. */
  readonly today?: Date
}

/** Opens the app and waits until it can be used. Close it, also after a failure. */
export async function openApp(options: WindowOptions = {}): Promise<AppWindow> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'baton-window-'))
  const files = options.files ?? []
  const host = await startLocalHost({ dataFolder, files, window: 'none', life: 'keep', say: () => undefined })
  if (host.kind !== 'serving') throw new Error('another host has this fresh folder')
  const browser = await launchChromium({ prefer: options.browser ?? 'system' })
  const { width = 1280, height = 800, theme = 'light' } = options
  // A context of its own: axe opens a page beside this one to sum up what it found.
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    forcedColors: options.forcedColors === true ? 'active' : 'none',
    reducedMotion: 'reduce',
    ...(options.locale !== undefined && { locale: options.locale }),
  })
  if (options.language)
    await context.addInitScript(`localStorage.setItem('baton.language', '${options.language}')`)
  const complaints: string[] = []
  const open = async (): Promise<Page> => {
    const page = await context.newPage()
    if (options.today) await page.clock.setFixedTime(options.today)
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(String(error)))
    await page.goto(host.url())
    return page
  }
  const close = async (): Promise<void> => {
    await browser.close()
    await host.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
  try {
    const page = await open()
    const crashAndReopen = async (): Promise<Page> => {
      for (const old of context.pages()) await old.close({ runBeforeUnload: false })
      return open()
    }
    const ready = files.length > 0 ? page.getByRole('treegrid') : page.getByRole('heading', { level: 1 })
    await ready.waitFor()
    return { page, complaints, dataFolder, crashAndReopen, close }
  } catch (error) {
    await close()
    throw error
  }
}

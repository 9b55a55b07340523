// The tests' own Chromium starts, whether or not this machine has one, and a page in it can be used.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { launchChromium, type LaunchOptions } from './support/chromium.ts'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'baton-chromium-'))
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

const hasBundled = process.platform === 'linux' && process.arch === 'x64'

describe('launchChromium', () => {
  it('starts the best there is', async () => expect(await titleInside({})).toBe('42'))

  it.runIf(hasBundled)('starts the packaged one', async () => {
    expect(await titleInside({ prefer: 'bundled' })).toBe('42')
  })

  it.runIf(hasBundled)('falls back to the packaged one where the machine has a broken one', async () => {
    vi.stubEnv('PATH', path.dirname(brokenBrowser()))
    vi.stubEnv('BATON_BROWSER', undefined)
    expect(await titleInside({})).toBe('42')
  })

  it('tries nothing else when one is named, and says why it did not start', async () => {
    const broken = brokenBrowser()
    vi.stubEnv('BATON_BROWSER', broken)
    await expect(launchChromium()).rejects.toThrow(`No Chromium could be started`)
    await expect(launchChromium()).rejects.toThrow(broken)
  })
})

async function titleInside(options: LaunchOptions): Promise<string> {
  const browser = await launchChromium(options)
  try {
    const page = await browser.newPage()
    await page.setContent('<script>document.title = String(6 * 7)</script>')
    return await page.title()
  } finally {
    await browser.close()
  }
}

function brokenBrowser(): string {
  const file = path.join(folder, 'google-chrome')
  writeFileSync(file, '#!/bin/sh\nexit 1\n')
  chmodSync(file, 0o755)
  return file
}

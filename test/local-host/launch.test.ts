// Opening a window: what is run and said when there is a browser, when there is none, and when it does not start.
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { freshFolder } from '../core/support/folders.ts'
import { runningHost } from './support/running-host.ts'
import { connectWindow } from './support/wire-client.ts'

/** A program in the place of a browser, which notes its arguments and then does as told. */
function programThat(does: string): { readonly program: string; readonly words: string } {
  const folder = freshFolder()
  const [program, words] = [path.join(folder, 'browser'), path.join(folder, 'words')]
  writeFileSync(program, `#!/bin/sh\nprintf '%s\\n' "$@" > '${words}'\n${does}\n`)
  chmodSync(program, 0o755)
  return { program, words }
}

function useBrowser(program: string): void {
  vi.stubEnv('BATON_BROWSER', program)
  onTestFinished(() => void vi.unstubAllEnvs())
}

describe.skipIf(process.platform === 'win32')('a window', () => {
  it('is opened by a program that gets a file to open, never the address', async () => {
    const { program, words } = programThat('exit 0')
    useBrowser(program)
    const { host, dataFolder, said } = await runningHost({ window: 'open' })
    const lines = readFileSync(words, 'utf8').trimEnd().split('\n')
    expect(said.at(-1)).toBe(`Opened in ${program}.`)
    expect(lines).toContain(`--user-data-dir=${path.join(dataFolder, 'browser-profile')}`)
    expect(lines.join(' ')).not.toContain(host.origin)
    const file = fileURLToPath(lines[0]?.replace('--app=', '') ?? '')
    const url = /location\.replace\("([^"]+)"\)/.exec(readFileSync(file, 'utf8'))?.[1] ?? ''
    expect(url.startsWith(host.origin)).toBe(true)
    const window = await connectWindow(url)
    expect((await window.call('app.info', {})).ok).toBe(true)
  })

  it('that does not open is said so, with its reason and the address to open by hand', async () => {
    useBrowser(programThat('exit 3').program)
    const { host, said } = await runningHost({ window: 'open' })
    expect(said.at(-2)).toMatch(/browser could not be started: it ended with code 3\.$/)
    expect(said.at(-1)).toContain(host.origin)
    await connectWindow(said.at(-1)?.split(' ').at(-1) ?? '')
  })

  it('of a program that is not there is said so', async () => {
    useBrowser('/nowhere/browser')
    const { said } = await runningHost({ window: 'open' })
    expect(said.at(-2)).toContain('/nowhere/browser could not be started')
    expect(said.at(-1)).toMatch(/^Open this address in Chrome, Edge or Chromium \(it works once\): http/)
  })

  it.skipIf(process.getuid?.() !== 0 || process.platform !== 'linux')(
    'for root says that the sandbox is off',
    async () => {
      const { program, words } = programThat('exit 0')
      useBrowser(program)
      const { said } = await runningHost({ window: 'open' })
      expect(said).toContainEqual(expect.stringContaining('without its sandbox'))
      expect(readFileSync(words, 'utf8')).toContain('--no-sandbox')
    },
  )

  it('leaves no redirect file behind when its time is over', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const { openWindow } = await import('../../electron/local-host/launch.ts')
    const { program, words } = programThat('exit 0')
    await openWindow({ browser: program, url: 'http://x/#t=1', dataFolder: freshFolder(), sandbox: 'on' })
    const file = fileURLToPath(readFileSync(words, 'utf8').split('\n')[0]?.replace('--app=', '') ?? '')
    expect(existsSync(file)).toBe(true)
    vi.advanceTimersByTime(60_000)
    expect(existsSync(file)).toBe(false)
  })
})

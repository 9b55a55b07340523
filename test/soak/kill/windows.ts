// The two kinds of windows that the kill test opens and kills: one in Node, one in a real Chromium.
import type { Browser } from 'playwright-core'
import { connectWindow } from '../../local-host/support/wire-client.ts'
import { seededRandom } from './random.ts'
import { runSession } from './session.ts'
import type { Report } from './session.ts'

export interface KillableWindow {
  /** Ends it without a word to its host; settles when it is dead. */
  kill(): Promise<void>
}

export interface WindowRequest {
  readonly url: string
  readonly seed: number
  readonly report: (report: Report) => void
}

export type OpenWindow = (request: WindowRequest) => Promise<KillableWindow>

/** Dies by having its connection cut: to the host, that is what the death of a process looks like. */
export async function openNodeWindow({ url, seed, report }: WindowRequest): Promise<KillableWindow> {
  const client = await connectWindow(url)
  const session = runSession({ transport: client, report, random: seededRandom(seed) })
  return {
    async kill() {
      client.socket.terminate()
      await session
    },
  }
}

/** Dies by kill -9 of the whole browser, of which every window has its own. */
export function chromiumWindows(launch: () => Promise<Browser>): OpenWindow {
  return async ({ url, seed, report }) => {
    const browser = await launch()
    const page = await browser.newPage()
    await page.exposeFunction('tellJudge', report)
    await page.goto(url.replace('/#', `/?seed=${seed}#`))
    return { kill: await killBrowser(browser) }
  }
}

/** A function that ends every process of `browser` with kill -9 and settles when it is gone. */
export async function killBrowser(browser: Browser): Promise<() => Promise<void>> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const processes = processInfo.map(({ id }) => id)
  const gone = new Promise<void>((resolve) => browser.once('disconnected', () => resolve()))
  return async () => {
    for (const id of processes) killIfThere(id)
    await gone
  }
}

function killIfThere(id: number): void {
  try {
    process.kill(id, 'SIGKILL')
  } catch {
    // Chromium's helpers come and go by themselves.
  }
}

// A real Chromium for the tests: the one on this machine where there is one, else the one inside an npm package.
import { homedir } from 'node:os'
import { type Browser, chromium } from 'playwright-core'
import { findBrowser, isRunnable } from '../../../electron/local-host/find-browser.ts'
import { bundledChromium, type ChromiumBinary } from './bundled-chromium.ts'

export interface LaunchOptions {
  /** More command line switches for Chromium. */
  readonly args?: readonly string[]
  /** `bundled` leaves the machine's own browsers alone. Default: the machine's own first. */
  readonly prefer?: 'system' | 'bundled'
}

// Nothing of the browser's own may reach the network or ask a question while a test runs.
const SWITCHES = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-gpu',
  '--no-first-run',
  '--no-default-browser-check',
  '--font-render-hinting=none',
]

const LAUNCH_LIMIT_MS = 60_000

/**
 * Starts a headless Chromium with a fresh profile. The caller closes it.
 *
 * `BATON_BROWSER` names the one to use, and nothing else is tried then. Throws with every attempt's reason when no
 * browser starts.
 */
export async function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
  const failures: string[] = []
  for await (const binary of candidates(options.prefer ?? 'system')) {
    try {
      return await start(binary, options.args ?? [])
    } catch (error) {
      failures.push(`${binary.executablePath}: ${reason(error)}`)
    }
  }
  throw new Error(
    `No Chromium could be started. Install Chrome, Chromium or Edge, or set BATON_BROWSER to its program.\n${failures.join('\n')}`,
  )
}

async function* candidates(prefer: 'system' | 'bundled'): AsyncGenerator<ChromiumBinary> {
  const found = findBrowser({
    platform: process.platform,
    home: homedir(),
    variables: process.env,
    isRunnable,
  })
  const named = Boolean(process.env['BATON_BROWSER'])
  if (found !== null && (named || prefer === 'system')) yield { executablePath: found, variables: {} }
  const bundled = named ? undefined : await bundledChromium()
  if (bundled) yield bundled
}

async function start(binary: ChromiumBinary, extra: readonly string[]): Promise<Browser> {
  const sandboxed = process.getuid?.() !== 0
  try {
    return await launch(binary, extra, sandboxed)
  } catch (error) {
    // Containers and some distributions forbid the user namespaces that Chromium's sandbox is made of.
    if (!sandboxed || !/sandbox|namespace/i.test(String(error))) throw error
    return launch(binary, extra, false)
  }
}

function launch(binary: ChromiumBinary, extra: readonly string[], sandboxed: boolean): Promise<Browser> {
  return chromium.launch({
    executablePath: binary.executablePath,
    headless: true,
    chromiumSandbox: sandboxed,
    timeout: LAUNCH_LIMIT_MS,
    args: [...SWITCHES, ...extra],
    env: { ...definedVariables(process.env), ...binary.variables },
  })
}

function definedVariables(all: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}

function reason(error: unknown): string {
  return String(error).replace(/\s+/g, ' ').slice(0, 300)
}

// Opens an app window of the user's browser on our page, without putting the ticket where other users can read it.
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

export interface LaunchOptions {
  readonly browser: string
  readonly url: string
  readonly dataFolder: string
  /** The sandbox of Chromium refuses to run as root on Linux; the caller says so to the user. */
  readonly sandbox: 'on' | 'off'
}

/** How long the redirect file may lie there: the life of the ticket in it. */
const REDIRECT_MS = 60_000

/**
 * Starts the browser. The answer tells how it ended if it ends soon with an error (no display, not a browser);
 * null while it runs or when it has passed the page to a browser that was already open.
 */
export function openWindow(options: LaunchOptions): Promise<string | null> {
  const redirect = writeRedirectFile(path.join(options.dataFolder, 'run'), options.url)
  setTimeout(() => rmSync(redirect, { force: true }), REDIRECT_MS).unref()
  const child = spawn(options.browser, browserArguments(options, redirect), {
    stdio: 'ignore',
    detached: true,
  })
  child.unref()
  return earlyEnd(child)
}

/** Every process of the machine can be seen with its arguments, so they hold no secret. */
export function browserArguments(
  { dataFolder, sandbox }: LaunchOptions,
  redirect: string,
): readonly string[] {
  return [
    `--app=${pathToFileURL(redirect).href}`,
    // A profile of its own: no extension of the user's reads our page, and closing it closes nothing else.
    `--user-data-dir=${path.join(dataFolder, 'browser-profile')}`,
    '--disable-extensions',
    '--disable-sync',
    '--disable-background-networking',
    '--no-first-run',
    '--no-default-browser-check',
    '--window-size=1440,900',
    ...(sandbox === 'off' ? ['--no-sandbox'] : []),
  ]
}

/** The file is readable by its owner alone, and its folder as well. */
export function writeRedirectFile(folder: string, url: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = path.join(folder, `open-${randomBytes(6).toString('hex')}.html`)
  const target = JSON.stringify(url).replaceAll('<', String.raw`\u003c`)
  const page = `<!doctype html>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<title>Baton</title>
<script>location.replace(${target})</script>
`
  writeFileSync(file, page, { mode: 0o600, flag: 'wx' })
  return file
}

const EARLY_MS = 4_000

function earlyEnd(child: ChildProcess): Promise<string | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), EARLY_MS)
    const end = (reason: string | null): void => {
      clearTimeout(timer)
      resolve(reason)
    }
    child.once('error', (error) => end(error.message))
    child.once('exit', (code, signal) => end(code === 0 ? null : `it ended with ${signal ?? `code ${code}`}`))
  })
}

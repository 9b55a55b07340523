// The loopback host as a whole: the app in the user's own browser, for machines without Electron.
import { existsSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createBackend } from '../core/backend.ts'
import type { Backend } from '../core/backend.ts'
import { dataFolder } from '../core/data-folder.ts'
import { findInstallation } from '../core/installation.ts'
import type { Installation } from '../core/installation.ts'
import { findBrowser, isRunnable } from './find-browser.ts'
import { createIdleTimer } from './idle.ts'
import { openWindow } from './launch.ts'
import { localPorts } from './ports.ts'
import { startServer } from './server.ts'
import type { LoopbackServer } from './server.ts'
import { handOver, takeSeat } from './single-host.ts'
import type { HostSeat } from './single-host.ts'

export interface LocalHostOptions {
  /** Default: the user's data folder, or `BATON_DATA`. */
  readonly dataFolder?: string
  /** The built interface and the samples. Default: those that belong to this program. */
  readonly installation?: Installation
  /** Absolute paths. */
  readonly files?: readonly string[]
  /** `open` (default) starts the user's browser if there is one; `none` only prints the address. */
  readonly window?: 'open' | 'none'
  /** `until-idle` (default) ends some seconds after the last window has left; `keep` serves until it is stopped. */
  readonly life?: 'until-idle' | 'keep'
  /** Default 0: the system chooses. */
  readonly port?: number
  /** Default 10 s. */
  readonly idleMs?: number
  /** Lines for the person at the terminal. Default: standard output. */
  readonly say?: (line: string) => void
  readonly log?: (message: string, error?: unknown) => void
}

export type LocalHost =
  | {
      readonly kind: 'serving'
      readonly origin: string
      /** The address with a fresh ticket, which opens it once. */
      url(): string
      /** Settles when the host has stopped, for whatever reason. */
      readonly ended: Promise<void>
      stop(): Promise<void>
    }
  /** Another host has this data folder; it was given the files. */
  | { readonly kind: 'handed-over'; url(): string }

type Settled = Required<LocalHostOptions>

/** A ticket on a terminal waits for a person to copy it; one in a redirect file is used at once. */
const PRINTED_TICKET_MS = 15 * 60_000
const OPENED_TICKET_MS = 60_000
/** What the windows get to put their last edits into the journal. */
const STOPPING_MS = 300

/** Rejects with a plain message when the interface is not built, the port is taken, or the running host is stuck. */
export async function startLocalHost(options: LocalHostOptions = {}): Promise<LocalHost> {
  const settled = withDefaults(options)
  if (!existsSync(path.join(settled.installation.rendererFolder, 'index.html'))) {
    throw new Error('The interface is not built yet: run "npm run build" first.')
  }
  const seat = takeSeat(settled.dataFolder)
  if (seat === null) return joinRunningHost(settled)
  try {
    return await serve(settled, seat)
  } catch (error) {
    seat.release()
    throw error
  }
}

function withDefaults(options: LocalHostOptions): Settled {
  const surroundings = { platform: process.platform, home: os.homedir(), variables: process.env }
  return {
    installation: options.installation ?? findInstallation(import.meta.dirname),
    files: [],
    window: 'open',
    life: 'until-idle',
    port: 0,
    idleMs: 10_000,
    say: (line) => void process.stdout.write(`${line}\n`),
    log: (message, error) => console.error(message, error),
    ...options,
    dataFolder: path.resolve(options.dataFolder ?? dataFolder(surroundings)),
  }
}

async function joinRunningHost(settled: Settled): Promise<LocalHost> {
  const answer = await handOver(settled.dataFolder, settled.files).catch((error: unknown) => {
    throw new Error(`Baton already runs with ${settled.dataFolder}, but does not answer.`, { cause: error })
  })
  const served = settled.files.length > 0 && answer.files === 'given'
  if (served) settled.say('Opened in the window that is already there.')
  else await showWindow(settled, { forBrowser: answer.url, forPerson: () => answer.url })
  return { kind: 'handed-over', url: () => answer.url }
}

async function serve(settled: Settled, seat: HostSeat): Promise<LocalHost> {
  const ports = localPorts(settled)
  const backend = createBackend({
    dataFolder: settled.dataFolder,
    samplesFolder: settled.installation.samplesFolder,
    ports,
  })
  for (const notice of backend.notices) settled.say(notice)
  const idle = createIdleTimer(settled.life === 'keep' ? null : settled.idleMs, () => void stop())
  const server = await startServer({
    backend,
    rendererFolder: settled.installation.rendererFolder,
    port: settled.port,
    now: Date.now,
    onWindows: idle.windows,
  }).catch((error: unknown) => {
    backend.close()
    throw error
  })
  backend.openFiles(settled.files)
  const ended = Promise.withResolvers<void>()
  let stopping: Promise<void> | undefined
  const stop = (): Promise<void> =>
    (stopping ??= shutDown(backend, server, seat, idle.stop).finally(ended.resolve))
  const url = (): string => server.url(PRINTED_TICKET_MS)
  await seat.listen((files) => ({ files: backend.openFiles(files), url: url() }))
  await showWindow(settled, { forBrowser: server.url(OPENED_TICKET_MS), forPerson: url })
  return { kind: 'serving', origin: server.origin, url, ended: ended.promise, stop }
}

async function shutDown(
  backend: Backend,
  server: LoopbackServer,
  seat: HostSeat,
  stopIdle: () => void,
): Promise<void> {
  stopIdle()
  if (backend.windowCount() > 0) {
    backend.emitToAll('app.stopping', {})
    await new Promise((resolve) => setTimeout(resolve, STOPPING_MS))
  }
  await server.close()
  backend.close()
  seat.release()
}

interface Addresses {
  readonly forBrowser: string
  readonly forPerson: () => string
}

/** Opens a window if one is wanted and can be had; else prints the address, and says why. */
async function showWindow(settled: Settled, addresses: Addresses): Promise<void> {
  const refusal = settled.window === 'none' ? null : await tryWindow(settled, addresses.forBrowser)
  if (refusal === 'opened') return
  if (refusal !== null) settled.say(refusal)
  settled.say(`Open this address in Chrome, Edge or Chromium (it works once): ${addresses.forPerson()}`)
}

async function tryWindow(settled: Settled, url: string): Promise<string> {
  const variables = process.env
  const browser = findBrowser({ platform: process.platform, home: os.homedir(), variables, isRunnable })
  if (browser === null) return 'No Chrome, Edge or Chromium was found.'
  const isLinux = process.platform === 'linux'
  const display = variables['DISPLAY'] ?? variables['WAYLAND_DISPLAY'] ?? variables['BATON_BROWSER']
  if (isLinux && display === undefined) return 'There is no display to open a window on.'
  const isRoot = isLinux && process.getuid?.() === 0
  if (isRoot)
    settled.say('Running as root: the browser is started without its sandbox. Better: run as a normal user.')
  const sandbox = isRoot ? 'off' : 'on'
  const failure = await openWindow({ browser, url, dataFolder: settled.dataFolder, sandbox })
  if (failure !== null) return `${browser} could not be started: ${failure}.`
  settled.say(`Opened in ${browser}.`)
  return 'opened'
}

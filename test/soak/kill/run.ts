// Kills the host and its windows at random moments, starts them again, and asks the judge what was lost.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { handOver } from '../../../electron/local-host/single-host.ts'
import type { DefectName } from './defects.ts'
import { startHostProcess } from './host-process.ts'
import type { HostProcess } from './host-process.ts'
import { createJudge } from './judge.ts'
import type { Tally } from './judge.ts'
import { seededRandom } from './random.ts'
import { buildStage } from './stage.ts'
import type { StagePage } from './stage.ts'
import type { KillableWindow, OpenWindow } from './windows.ts'

export interface KillRun {
  readonly folder: string
  readonly rounds: number
  readonly seed: number
  readonly defect: DefectName | null
  readonly openWindow: OpenWindow
  /** The page that the host serves: one that only edits, or the app as it was built last. */
  readonly page: StagePage
  /** How long a window lives at most before it or its host is killed, in milliseconds. */
  readonly longestLife?: number
  readonly onRound?: (round: number) => void
}

export interface KillOutcome extends Tally {
  readonly kills: { host: number; 'host while starting': number; window: number; both: number }
}

type Victim = keyof KillOutcome['kills']

/** Every victim once in its turn, so that even a short run has them all; the moments are random. */
const VICTIMS: readonly Victim[] = ['host', 'window', 'both', 'host', 'host while starting']
const LONGEST_LIFE_MS = 700
const LONGEST_START_MS = 250
/** A host that is killed while starting must come up after so many tries. */
const WINDOW_LIMIT_MS = 30_000

export async function runKills(run: KillRun): Promise<KillOutcome> {
  const program = await buildStage(path.join(run.folder, 'stage'), run)
  const dataFolder = path.join(run.folder, 'data')
  mkdirSync(dataFolder, { recursive: true })
  const random = seededRandom(run.seed)
  const judge = createJudge()
  const kills = { host: 0, 'host while starting': 0, window: 0, both: 0 }
  let host = startHostProcess(program, dataFolder)
  try {
    for (let round = 0; round < run.rounds; round++) {
      const window = await openJudgedWindow(host, dataFolder, run, judge.hear, random)
      await pause(random() * (run.longestLife ?? LONGEST_LIFE_MS))
      const victim = VICTIMS[round % VICTIMS.length] ?? 'host'
      judge.killed(`round ${round}, kill of the ${victim}`, Date.now())
      kills[victim]++
      host = await strike(victim, host, window, () => startHostProcess(program, dataFolder), random)
      run.onRound?.(round)
    }
    // The last death is judged by one more recovery.
    const last = await openJudgedWindow(host, dataFolder, run, judge.hear, random)
    await last.kill()
  } finally {
    await host.kill()
  }
  return { ...judge.tally, kills }
}

/** The host that serves afterwards. */
async function strike(
  victim: Victim,
  host: HostProcess,
  window: KillableWindow,
  start: () => HostProcess,
  random: () => number,
): Promise<HostProcess> {
  if (victim === 'window') {
    await window.kill()
    return host
  }
  if (victim === 'both') await Promise.all([window.kill(), host.kill()])
  else await host.kill()
  await window.kill()
  if (victim === 'host while starting') {
    const doomed = start()
    await pause(random() * LONGEST_START_MS)
    await doomed.kill()
  }
  return start()
}

// Settles when the window has recovered, so that even the shortest life is judged.
async function openJudgedWindow(
  host: HostProcess,
  dataFolder: string,
  { openWindow }: KillRun,
  hear: ReturnType<typeof createJudge>['hear'],
  random: () => number,
): Promise<KillableWindow> {
  if (!(await host.serves)) throw new Error('the host ended by itself')
  // A ticket opens one window; each further one gets its own, as by starting the program again.
  const { url } = await handOver(dataFolder, [])
  const recovered = Promise.withResolvers<void>()
  const window = await openWindow({
    url,
    seed: Math.floor(random() * 2 ** 31),
    report: (report) => {
      hear(report)
      if (report.kind === 'recovered') recovered.resolve()
    },
  })
  const timer = setTimeout(() => recovered.reject(new Error('the window recovered nothing')), WINDOW_LIMIT_MS)
  await recovered.promise.finally(() => clearTimeout(timer))
  return window
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

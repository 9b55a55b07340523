// A loopback host for one test: started in this process, stopped when the test has ended.
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { startLocalHost } from '../../../electron/local-host/host.ts'
import type { LocalHost, LocalHostOptions } from '../../../electron/local-host/host.ts'
import { freshFolder } from '../../core/support/folders.ts'
import { installIn } from './installation.ts'

export interface RunningHost {
  readonly host: Extract<LocalHost, { kind: 'serving' }>
  readonly dataFolder: string
  /** What it said to the person at the terminal. */
  readonly said: readonly string[]
}

export async function runningHost(options: LocalHostOptions = {}): Promise<RunningHost> {
  const folder = freshFolder()
  const dataFolder = path.join(folder, 'data')
  const said: string[] = []
  const host = await startLocalHost({
    dataFolder,
    installation: installIn(folder),
    window: 'none',
    life: 'keep',
    say: (line) => void said.push(line),
    log: () => undefined,
    ...options,
  })
  if (host.kind !== 'serving') throw new Error('another host has this data folder')
  onTestFinished(() => host.stop())
  return { host, dataFolder: options.dataFolder ?? dataFolder, said }
}

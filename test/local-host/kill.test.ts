// A short run of the kill test (npm run soak:kill), and the proof that it would notice.
import { execFile } from 'node:child_process'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { freshFolder } from '../core/support/folders.ts'
import { DEFECTS } from '../soak/kill/defects.ts'
import type { DefectName } from '../soak/kill/defects.ts'
import { runKills } from '../soak/kill/run.ts'
import type { KillOutcome } from '../soak/kill/run.ts'
import { openNodeWindow } from '../soak/kill/windows.ts'

const LIMIT = { timeout: 120_000 }

async function kills(rounds: number, seed: number, defect: DefectName | null): Promise<KillOutcome> {
  return runKills({
    folder: freshFolder(),
    rounds,
    seed,
    defect,
    page: 'editing',
    openWindow: openNodeWindow,
  })
}

describe('kill -9 of the host and of its windows', () => {
  const seed = Math.floor(Math.random() * 2 ** 31)
  it(`loses nothing in 15 rounds, seed ${seed}`, LIMIT, async () => {
    const outcome = await kills(15, seed, null)
    expect(outcome.losses).toEqual([])
    expect(outcome.kills).toEqual({ host: 6, 'host while starting': 3, window: 3, both: 3 })
    expect(outcome.acknowledged).toBeGreaterThan(150)
  })
})

describe('the kill test notices a journal that', () => {
  for (const name of Object.keys(DEFECTS) as DefectName[]) {
    it(`has the defect "${name}"`, LIMIT, async () => {
      expect((await kills(5, 7, name)).losses).not.toEqual([])
    })
  }

  it('is broken on purpose by --self-test, and says FAILED', LIMIT, async () => {
    const words = [path.resolve('test/soak/kill.mjs'), '--self-test', '--rounds', '3', '--window', 'node']
    const { code, output } = await new Promise<{ code: unknown; output: string }>((resolve) => {
      execFile(process.execPath, words, (error, output) => resolve({ code: error?.code, output }))
    })
    expect([code, output]).toEqual([1, expect.stringMatching(/^FAILED: \d+ losses\.$/m)])
  })
})

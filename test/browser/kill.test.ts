// The kill test with windows in a real Chromium, which is killed as a whole.
import { expect, it } from 'vitest'
import { freshFolder } from '../core/support/folders.ts'
import { runKills } from '../soak/kill/run.ts'
import { chromiumWindows } from '../soak/kill/windows.ts'
import { launchChromium } from './support/chromium.ts'

const seed = Math.floor(Math.random() * 2 ** 31)
it(
  `kill -9 of the host and of the browser loses nothing in 5 rounds, seed ${seed}`,
  { timeout: 180_000 },
  async () => {
    const openWindow = chromiumWindows(launchChromium)
    const outcome = await runKills({
      folder: freshFolder(),
      rounds: 5,
      seed,
      defect: null,
      page: 'editing',
      openWindow,
    })
    expect(outcome.losses).toEqual([])
    expect(outcome.kills).toEqual({ host: 2, 'host while starting': 1, window: 1, both: 1 })
    expect(outcome.acknowledged).toBeGreaterThan(50)
  },
)

// npm run soak:kill: kills the host and its windows at random moments, a hundred times, and counts what was lost.
// Exit 0: nothing was lost. 1: something was. With --self-test a defect is planted, and 1 is what must come.
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { launchChromium } from '../browser/support/chromium.ts'
import { appWindows } from './kill/app-window.ts'
import { DEFECTS } from './kill/defects.ts'
import { runKills } from './kill/run.ts'
import { chromiumWindows, openNodeWindow } from './kill/windows.ts'

const HELP = `npm run soak:kill -- [--rounds N] [--seed N] [--window node|chromium|app] [--self-test [--defect NAME]]

Runs 100 rounds with windows in Node and 100 with the app itself, and a tenth as many with a page in a real Chromium
that does nothing but edit, unless --window names one kind.
Defects: ${Object.keys(DEFECTS).join(', ')}.`

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '100' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    window: { type: 'string' },
    'self-test': { type: 'boolean', default: false },
    defect: { type: 'string', default: 'answers-first' },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) {
  console.log(HELP)
  process.exit(0)
}

const rounds = Number(values.rounds)
const defect = values['self-test'] ? values.defect : null
if (defect !== null) console.log(`SELF-TEST with the defect "${defect}": this run must fail.`)
const runs = [
  { name: 'windows in Node', kind: 'node', rounds, openWindow: openNodeWindow },
  {
    name: 'windows in Chromium',
    kind: 'chromium',
    rounds: values.window === 'chromium' ? rounds : Math.ceil(rounds / 10),
    openWindow: chromiumWindows(launchChromium),
  },
  {
    name: 'the app in Chromium',
    kind: 'app',
    rounds,
    page: 'app',
    longestLife: 3_000,
    openWindow: appWindows(launchChromium),
  },
].filter(({ kind }) => values.window === undefined || values.window === kind)

let losses = 0
for (const run of runs) losses += await runOne(run)
console.log(losses === 0 ? 'PASSED: nothing was lost.' : `FAILED: ${losses} losses.`)
process.exit(losses === 0 ? 0 : 1)

async function runOne({ name, rounds: count, openWindow, page = 'editing', longestLife }) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'baton-kill-'))
  const start = performance.now()
  try {
    const outcome = await runKills({
      folder,
      rounds: count,
      seed: Number(values.seed),
      defect,
      openWindow,
      page,
      ...(longestLife === undefined ? {} : { longestLife }),
      onRound: (round) => {
        if (process.stderr.isTTY) process.stderr.write(`\r${name}: ${round + 1} of ${count}`)
      },
    })
    const seconds = ((performance.now() - start) / 1000).toFixed(0)
    const kills = Object.entries(outcome.kills).map(([victim, n]) => `${n} ${victim}`)
    console.log(`${name}: ${count} kills (${kills.join(', ')}) in ${seconds} s, seed ${values.seed}`)
    const heard = page === 'editing'
    console.log(
      heard
        ? `  ${outcome.edits} edits, ${outcome.acknowledged} acknowledged, the slowest after ${outcome.slowest} ms`
        : `  ${outcome.edits} edits`,
    )
    for (const loss of outcome.losses) console.log(`  LOST ${loss}`)
    // A run in which nothing happened loses nothing either.
    const idle = (heard ? outcome.acknowledged : outcome.edits) < count
    if (idle) console.log(`  TOO FEW edits were made to show anything.`)
    return outcome.losses.length + (idle ? 1 : 0)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

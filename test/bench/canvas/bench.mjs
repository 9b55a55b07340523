// `npm run bench:canvas`: the gestures of the canvas at several sizes in a real browser, bpmn-js beside it in the same
// run. `--only GESTURE` picks gestures by name, `--sizes 100,5000` picks sizes, `--alone` leaves the rival out.
import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { fileURLToPath } from 'node:url'
import { GESTURES, runGesture } from './gestures.ts'
import { goalLines } from './goals.ts'
import { openOurs } from './ours.ts'
import { openRival, RIVAL_SIZES } from './rival.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    sizes: { type: 'string', default: '100,1000,5000,10000' },
    alone: { type: 'boolean', default: false },
  },
})
const sizes = values.sizes.split(',').map(Number)
const chosen = GESTURES.filter((name) => name.includes(values.only))

execFileSync(process.execPath, [path.join(root, 'electron/build/build-app.mjs')], { stdio: 'inherit' })
/** @type {import('./gestures.ts').Measured[]} */
const measured = []
let broken = 0
console.log('ms; frames as p95, work of the main thread for each event of the pointer\n')
console.log(row(['who', 'steps', 'gesture', 'p95', 'work', 'worst event', 'long frames after']))
for (const steps of sizes) {
  await measure(await openOurs(steps), steps)
  if (!values.alone && RIVAL_SIZES.includes(steps)) await measure(await openRival(steps), steps)
}
const lines = goalLines(measured)
for (const { met, text } of lines) console.log(`${met ? 'MET   ' : 'MISSED'} ${text}`)
process.exitCode = lines.every(({ met }) => met) && measured.length > 0 && broken === 0 ? 0 : 1

/**
 * @param {import('./gestures.ts').Side} side
 * @param {number} steps
 */
async function measure(side, steps) {
  try {
    for (const gesture of chosen) {
      const figures = await runGesture(side, gesture).catch(failed)
      if (figures === null) {
        broken++
        console.log(row([side.name, steps, gesture, 'failed']))
        return
      }
      if (!figures) continue
      measured.push({ who: side.name, steps, gesture, ...figures })
      const { p95, work, event, late } = figures
      console.log(row([side.name, steps, gesture, shown(p95), shown(work), shown(event), late ?? '']))
    }
  } finally {
    await side.close().catch(failed)
  }
}

/** A contender that breaks down does not end the run, and does not go unseen. */
function failed(/** @type {unknown} */ error) {
  console.error(String(error).split('\n')[0])
  return null
}

/** @param {number | undefined} value */
function shown(value) {
  return value === undefined ? '' : value.toFixed(1)
}

/** @param {readonly (string | number)[]} cells */
function row(cells) {
  return cells.map((cell, i) => String(cell).padEnd([8, 6, 14, 9, 8, 12, 0][i] ?? 0)).join(' ')
}

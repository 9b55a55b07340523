// npm run soak:placement: the properties of the placement on as many random workflows as you like.
// Exit 0: all hold. 1: one does not. With --self-test faults are planted one by one, and each has to be caught.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { FAULTS, plant } from './placement/faults.ts'

const HELP = `npm run soak:placement -- [--runs N] [--seed N] [--only TEXT] [--self-test] [--fault NAME]

Runs every property on N workflows (20000), or those whose name holds TEXT.
Faults: ${FAULTS.map(({ name }) => name).join(', ')}.`

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '20000' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    only: { type: 'string', default: '' },
    'self-test': { type: 'boolean', default: false },
    fault: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) console.log(HELP)
else process.exitCode = values['self-test'] ? selfTest() : await soak()

async function soak() {
  if (values.fault !== undefined) plant(values.fault)
  // After the fault is planted, because a module is read only once.
  const { failureOf, PROPERTIES } = await import('../placement/properties.ts')
  const chosen = PROPERTIES.filter(({ name }) => name.includes(values.only))
  let broken = 0
  for (const property of chosen) {
    const start = performance.now()
    const failure = failureOf(property, Number(values.runs), Number(values.seed))
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    console.log(`${failure === undefined ? 'holds ' : 'BROKEN'} ${property.name} (${seconds} s)`)
    if (failure === undefined) continue
    console.log(failure)
    broken++
    if (values.fault !== undefined) break
  }
  console.log(
    `${chosen.length - broken} of ${chosen.length} properties hold on ${values.runs} workflows, seed ${values.seed}`,
  )
  return broken === 0 && chosen.length > 0 ? 0 : 1
}

function selfTest() {
  const missed = ['', ...FAULTS.map(({ name }) => name)].filter((fault) => !behaves(fault))
  console.log(missed.length === 0 ? 'PASSED: every fault is caught.' : `FAILED: ${missed.join(', ')}`)
  return missed.length === 0 ? 0 : 1
}

/** With a fault the soak has to find it; with none it has to be content, or catching the others would mean nothing. */
function behaves(/** @type {string} */ fault) {
  const planted = fault === '' ? [] : ['--fault', fault]
  const runs = values.runs === '20000' ? '1000' : values.runs
  const args = [fileURLToPath(import.meta.url), '--runs', runs, '--seed', values.seed, ...planted]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  const by =
    stdout.split('\n').find((line) => line.startsWith('BROKEN')) ?? stderr.trim().split('\n')[0] ?? ''
  const expected = fault === '' ? 0 : 1
  const good = status === expected && (fault === '' || by.startsWith('BROKEN'))
  console.log(`${good ? 'as it should' : 'NOT AS IT SHOULD'}: ${fault || 'no fault'}: exit ${status}: ${by}`)
  return good
}

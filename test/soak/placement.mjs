// npm run soak:placement: the properties of the placement on as many random workflows as you like, and the placement
// against the oracle on every digraph of four steps and on random worlds of five to nine.
// Exit 0: all hold. 1: one does not. With --self-test faults are planted one by one, and each has to be caught.
import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { FAULTS, plant } from './placement/faults.ts'
import { doTask, nameOf, tasksOf } from './placement/tasks.mjs'

const HELP = `npm run soak:placement -- [--runs N] [--every N] [--random N] [--seed N] [--only TEXT] [--jobs N] [--skip N]
                                [--self-test] [--fault NAME]

Runs every property on N workflows (100000), or those whose name holds TEXT; then the first N worlds of all that there
are with four steps (all), and N random ones of five to nine steps (200000). --skip leaves out the first N tasks: with
the same seed a run that was ended goes on where it was.
Faults: ${FAULTS.map(({ name }) => name).join(', ')}.`

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '100000' },
    every: { type: 'string' },
    random: { type: 'string', default: '200000' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    only: { type: 'string', default: '' },
    jobs: { type: 'string', default: String(availableParallelism()) },
    skip: { type: 'string', default: '0' },
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
  const { PROPERTIES } = await import('../placement/properties.ts')
  const { EVERY_WORLD } = await import('../placement/small-worlds.ts')
  const names = PROPERTIES.map(({ name }) => name).filter((name) => name.includes(values.only))
  const tasks = tasksOf({
    names,
    runs: Number(values.runs),
    every: values.only === '' ? Number(values.every ?? EVERY_WORLD) : 0,
    random: values.only === '' ? Number(values.random) : 0,
    seed: Number(values.seed),
  }).slice(Number(values.skip))
  const start = performance.now()
  // Faults are planted into this thread alone.
  const broken = values.fault === undefined ? await shared(tasks) : await alone(tasks)
  const minutes = ((performance.now() - start) / 60_000).toFixed(1)
  console.log(`${tasks.length} tasks, seed ${values.seed}, ${broken} broken, ${minutes} min`)
  return broken === 0 && tasks.length > 0 ? 0 : 1
}

/** @param {readonly import('./placement/tasks.mjs').Task[]} tasks */
async function alone(tasks) {
  for (const task of tasks) {
    const { failure } = await doTask(task)
    if (failure === undefined) continue
    console.log(`BROKEN ${nameOf(task)}\n${failure}`)
    return 1
  }
  return 0
}

/**
 * Workers take the tasks in order; what is told is told in that order too.
 *
 * @param {readonly import('./placement/tasks.mjs').Task[]} tasks
 */
function shared(tasks) {
  const { promise, resolve, reject } = Promise.withResolvers()
  let next = 0
  let done = 0
  let broken = 0
  let looked = 0
  const begun = performance.now()
  const give = (/** @type {Worker} */ worker) => {
    if (next < tasks.length) worker.postMessage({ number: next, task: tasks[next++] })
    else void worker.terminate()
  }
  for (let i = 0; i < Math.min(tasks.length, Number(values.jobs)); i++) {
    const worker = new Worker(new URL('placement/worker.mjs', import.meta.url))
    worker.on('error', reject)
    worker.on('message', (answer) => {
      done++
      looked += answer.looked
      if (answer.failure !== undefined) {
        broken++
        console.log(`BROKEN ${nameOf(tasks[answer.number])}\n${answer.failure}`)
      }
      progress(done, tasks.length, looked, begun)
      give(worker)
      if (done === tasks.length) resolve(broken)
    })
    give(worker)
  }
  if (tasks.length === 0) resolve(0)
  return promise
}

function progress(
  /** @type {number} */ done,
  /** @type {number} */ total,
  /** @type {number} */ looked,
  /** @type {number} */ begun,
) {
  const minutes = (performance.now() - begun) / 60_000
  const left = (minutes / done) * (total - done)
  const text = `${done} of ${total} tasks, ${looked} worlds, ${minutes.toFixed(1)} min, about ${left.toFixed(0)} min left; go on with --seed ${values.seed} --skip ${Number(values.skip) + Math.max(0, done - Number(values.jobs))}`
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}${done === total ? '\n' : ''}`)
  else if (done % Math.max(1, Math.floor(total / 20)) === 0 || done === total) console.error(text)
}

function selfTest() {
  const missed = ['', ...FAULTS.map(({ name }) => name)].filter((fault) => !behaves(fault))
  console.log(missed.length === 0 ? 'PASSED: every fault is caught.' : `FAILED: ${missed.join(', ')}`)
  return missed.length === 0 ? 0 : 1
}

/** With a fault the soak has to find it; with none it has to be content, or catching the others would mean nothing. */
function behaves(/** @type {string} */ fault) {
  const planted = fault === '' ? [] : ['--fault', fault]
  const runs = values.runs === '100000' ? '1000' : values.runs
  const sizes = ['--runs', runs, '--every', '400000', '--random', '2000']
  const args = [fileURLToPath(import.meta.url), ...sizes, '--seed', values.seed, ...planted]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  const by =
    stdout.split('\n').find((line) => line.startsWith('BROKEN')) ?? stderr.trim().split('\n')[0] ?? ''
  const expected = fault === '' ? 0 : 1
  const good = status === expected && (fault === '' || by.startsWith('BROKEN'))
  console.log(`${good ? 'as it should' : 'NOT AS IT SHOULD'}: ${fault || 'no fault'}: exit ${status}: ${by}`)
  return good
}

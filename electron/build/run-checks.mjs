// Runs every check, one after the other, and ends with how many passed and how many failed.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inProject, root, withProjectPrograms } from './project.mjs'
import { NOT_RUN, stages } from './stages.mjs'
import { nothing, sum, tallyCheck, tallyLine, tallyTests } from './tally.mjs'

const STILL_WORKING_SECONDS = 30

/** @type {readonly NodeJS.Signals[]} */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** @typedef {import('./stages.mjs').Stage} Stage */
/** @typedef {import('./tally.mjs').Tally} Tally */

process.exitCode = await main(process.argv.slice(2))

async function main(/** @type {readonly string[]} */ args) {
  const chosen = chooseStages(args)
  if (typeof chosen === 'string') {
    console.error(`baton: ${chosen}`)
    return 2
  }
  const reports = mkdtempSync(path.join(tmpdir(), 'baton-checks-'))
  let total = nothing
  const lines = []
  for (const stage of chosen) {
    const { tally, line } = await runStage(stage, path.join(reports, `${stage.name}.json`))
    total = sum(total, tally)
    lines.push(line)
  }
  rmSync(reports, { recursive: true, force: true })
  console.log(`\n${lines.join('\n')}\n\n${tallyLine(total)}`)
  return total.failed === 0 ? 0 : 1
}

/** @returns {readonly Stage[] | string} the stages, or what is wrong with the arguments */
function chooseStages(/** @type {readonly string[]} */ args) {
  if (args.length === 0) return stages
  const names = stages.map((stage) => stage.name)
  const text = args[0] === '--only' ? args[1] : args[0]?.replace(/^--only=/, '')
  const usage = `Usage: npm test -- --only ${names.join(',')}`
  if (text === undefined || !/^--only(=|$)/.test(args[0] ?? '')) return usage
  const unknown = text.split(',').find((name) => !names.includes(name))
  if (unknown !== undefined) return `There is no check called ${unknown}. ${usage}`
  return stages.filter((stage) => text.split(',').includes(stage.name))
}

/**
 * @param {Stage} stage
 * @param {string} reportFile
 * @returns {Promise<{ readonly tally: Tally, readonly line: string }>}
 */
async function runStage(stage, reportFile) {
  const report = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`]
  const args = stage.counts === 'tests' ? [...stage.args, ...report] : stage.args
  console.log(`\n=== ${stage.name}: ${[stage.command, ...stage.args].join(' ')}`)
  const start = performance.now()
  const exitCode = await run(stage, args)
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  const tally = stage.counts === 'tests' ? tallyTests(exitCode, reportFile) : tallyCheck(exitCode)
  const line = `${stage.name.padEnd(8)} ${verdict(exitCode, tally).padEnd(8)} ${seconds.padStart(6)} s  ${tallyLine(tally)}`
  console.log(line)
  return { tally, line }
}

/**
 * @param {number | undefined} exitCode
 * @param {Tally} tally
 */
function verdict(exitCode, tally) {
  if (exitCode === undefined) return 'stopped'
  if (tally.failed > 0) return 'FAILED'
  return exitCode === NOT_RUN ? 'NOT RUN' : 'ok'
}

/**
 * Runs a stage, passing on what it prints, with a line now and then while it prints nothing.
 *
 * @param {Stage} stage
 * @param {readonly string[]} args
 * @returns {Promise<number | undefined>} exit code; undefined when it took longer than its limit
 */
function run(stage, args) {
  const [file, first] = program(stage.command)
  const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}
  // A group of its own, so that what the stage started can be stopped with it.
  const child = spawn(file, [...first, ...args], {
    cwd: root,
    env: { ...withProjectPrograms(process.env), ...colour },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  })
  return new Promise((resolve) => {
    const start = performance.now()
    let heard = start
    let stopped = false
    const timer = setInterval(() => {
      const now = performance.now()
      if (now - start > stage.limitMinutes * 60_000) {
        stopped = true
        console.log(`Stopping ${stage.name}: it took longer than ${stage.limitMinutes} minutes.`)
        killGroup(child)
      } else if (now - heard > STILL_WORKING_SECONDS * 1000) {
        heard = now
        console.log(`${stage.name} is still running (${Math.round((now - start) / 1000)} s).`)
      }
    }, 1000)
    const end = (/** @type {number | undefined} */ exitCode) => {
      clearInterval(timer)
      for (const signal of signals) process.off(signal, interrupt)
      resolve(stopped ? undefined : exitCode)
    }
    const interrupt = () => {
      killGroup(child)
      process.exit(130)
    }
    for (const signal of signals) process.on(signal, interrupt)
    for (const [from, to] of /** @type {const} */ ([
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ])) {
      from.on('data', (chunk) => {
        heard = performance.now()
        to.write(chunk)
      })
    }
    child.on('error', (error) => {
      console.error(error.message)
      end(1)
    })
    child.on('close', (code) => end(code ?? 1))
  })
}

function killGroup(/** @type {import('node:child_process').ChildProcess} */ child) {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32') spawn('taskkill', ['/pid', String(child.pid), '/t', '/f'])
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It ended in the meantime.
  }
}

/**
 * How to start a tool without a shell: its script under our own Node, for Windows cannot start the links that npm
 * makes.
 *
 * @param {string} command
 * @returns {[string, readonly string[]]}
 */
function program(command) {
  if (command === 'node') return [process.execPath, []]
  const manifest = inProject(`node_modules/${command}/package.json`)
  if (!existsSync(manifest)) throw new Error(`The package ${command} is not installed.`)
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'))
  const script = typeof bin === 'string' ? bin : bin[command]
  return [process.execPath, [path.join(path.dirname(manifest), script)]]
}

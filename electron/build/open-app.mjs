// Builds what is stale and opens the app, in Electron where that can be had, else in the user's own browser.
import { spawn } from 'node:child_process'
import { buildApp } from './build-app.mjs'
import { chooseHost } from './choose-host.mjs'
import {
  FETCH_LIMIT_SECONDS,
  fetchElectron,
  findElectron,
  thisMachine,
  whyNotElectron,
} from './electron-binary.mjs'
import { inProject, messageOf, root } from './project.mjs'
import { readStartOptions } from './start-options.mjs'

// An Electron that lacks a system library ends at once; one that ran longer was closed by its user.
const FALSE_START_SECONDS = 5

process.exit(await main())

async function main() {
  const options = readStartOptions(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd())
  if (typeof options === 'string') return refuse(options)
  try {
    await buildApp()
  } catch (error) {
    return refuse(`The app could not be built. ${messageOf(error)}`)
  }
  const choice = await choose(options.host)
  if (choice.host === 'none') return refuse(`Electron was asked for, but ${choice.because}.`)
  if (choice.host === 'browser') {
    console.log(`Opening in a browser window: ${choice.because}.`)
    return openBrowserHost(options)
  }
  console.log(`Opening in Electron: ${choice.because}.`)
  return openElectron(choice.program, options)
}

function refuse(/** @type {string} */ message) {
  console.error(`baton: ${message}`)
  return 2
}

function choose(/** @type {import('./start-options.mjs').StartOptions['host']} */ wanted) {
  const machine = thisMachine()
  const folder = inProject('node_modules/electron')
  const asked = wanted === 'electron'
  const limitSeconds = asked ? FETCH_LIMIT_SECONDS.asked : FETCH_LIMIT_SECONDS.unasked
  return chooseHost({
    wanted,
    obstacle: whyNotElectron(machine),
    find: () => findElectron(folder, machine),
    fetch: () => {
      console.log(`Electron's program is not installed; trying to download it (at most ${limitSeconds} s).`)
      return fetchElectron({
        folder,
        memory: inProject('node_modules/.cache/baton/electron-too-slow'),
        limitSeconds,
        asked,
      })
    },
  })
}

/**
 * @param {string} program
 * @param {import('./start-options.mjs').StartOptions} options
 */
async function openElectron(program, options) {
  const start = performance.now()
  const code = await runInTerminal(program, [root, ...options.files])
  const seconds = (performance.now() - start) / 1000
  if (code === 0 || seconds > FALSE_START_SECONDS || options.host === 'electron') return code
  console.log(
    `Electron ended after ${seconds.toFixed(1)} s with exit code ${code}; opening in a browser window instead.`,
  )
  return openBrowserHost(options)
}

function openBrowserHost(/** @type {import('./start-options.mjs').StartOptions} */ options) {
  return runInTerminal(process.execPath, [inProject('out/host/host.js'), ...options.passed, ...options.files])
}

/**
 * @param {string} file
 * @param {readonly string[]} args
 * @returns {Promise<number>} exit code
 */
function runInTerminal(file, args) {
  // Set by the terminals of editors that are Electron themselves; with it, Electron would be a plain Node.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  return new Promise((resolve) => {
    const child = spawn(file, args, { stdio: 'inherit', env })
    const pass = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal)
    process.on('SIGINT', () => process.stdin.isTTY || pass('SIGINT'))
    process.on('SIGTERM', pass)
    process.on('SIGHUP', pass)
    child.on('error', (error) => {
      console.error(`baton: ${file} could not be started: ${error.message}`)
      resolve(2)
    })
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

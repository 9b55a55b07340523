// Finds Electron's program, or fetches it within a limit. Never requires the package `electron`: since version 42 that
// downloads on the spot, without a limit.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** How long `npm start` waits for a download that nobody asked for, and for one that `--host electron` asks for. */
export const FETCH_LIMIT_SECONDS = { asked: 600, unasked: 8 }

// A download that was too slow for the limit is not tried again on every start.
const RETRY_AFTER_HOURS = 24

const PROGRAMS = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }

/**
 * @typedef {object} Machine
 * @property {NodeJS.Platform} platform
 * @property {NodeJS.ProcessEnv} variables
 * @property {number | undefined} userId
 */

/** @returns {Machine} */
export function thisMachine() {
  return { platform: process.platform, variables: process.env, userId: process.getuid?.() }
}

/**
 * Why Electron cannot open a window here however well it is installed; undefined when nothing is in the way.
 *
 * @param {Machine} machine
 */
export function whyNotElectron({ platform, variables, userId }) {
  if (platform !== 'linux') return undefined
  if (userId === 0) return 'Electron does not run as root'
  if (!variables['DISPLAY'] && !variables['WAYLAND_DISPLAY']) return 'there is no display'
  return undefined
}

/**
 * Electron's program; undefined where there is none. `folder` is that of the package `electron`.
 *
 * @param {string} folder
 * @param {Machine} machine
 */
export function findElectron(folder, { platform, variables }) {
  const program = PROGRAMS[/** @type {'darwin'} */ (platform)] ?? 'electron'
  const replacement = variables['ELECTRON_OVERRIDE_DIST_PATH']
  if (replacement) return existing(path.join(replacement, program))
  // Written last by the installer: without it, or with another version's folder, the download did not finish.
  if (!existsSync(path.join(folder, 'path.txt'))) return undefined
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  const record = existing(path.join(folder, 'dist/version'))
  if (record === undefined || readFileSync(record, 'utf8').trim().replace(/^v/, '') !== version)
    return undefined
  return existing(path.join(folder, 'dist', program))
}

function existing(/** @type {string} */ file) {
  return existsSync(file) ? file : undefined
}

/**
 * Fetches Electron's program with the package's own installer.
 *
 * @param {object} request
 * @param {string} request.folder the package `electron`
 * @param {string} request.memory a file that remembers a download that was too slow
 * @param {number} request.limitSeconds
 * @param {boolean} request.asked whether the user named Electron
 * @returns {Promise<string | undefined>} why it could not be had; undefined when it is there
 */
export async function fetchElectron({ folder, memory, limitSeconds, asked }) {
  if (!asked && triedLately(memory))
    return 'its download was too slow last time ("--host electron" waits for it)'
  const outcome = await runInstaller(path.join(folder, 'install.js'), limitSeconds)
  if (outcome !== 'too slow') {
    rmSync(memory, { force: true })
    return outcome === 'done' ? undefined : 'it could not be downloaded'
  }
  mkdirSync(path.dirname(memory), { recursive: true })
  writeFileSync(memory, '')
  return `it did not arrive within ${limitSeconds} s${asked ? '' : ' ("--host electron" waits longer)'}`
}

function triedLately(/** @type {string} */ memory) {
  return existsSync(memory) && Date.now() - statSync(memory).mtimeMs < RETRY_AFTER_HOURS * 3_600_000
}

/**
 * @param {string} script
 * @param {number} limitSeconds
 * @returns {Promise<'done' | 'failed' | 'too slow'>}
 */
function runInstaller(script, limitSeconds) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script], { stdio: 'ignore' })
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      resolve('too slow')
    }, limitSeconds * 1000)
    child.on('error', () => resolve('failed'))
    child.on('exit', (code) => {
      clearTimeout(timer)
      resolve(code === 0 ? 'done' : 'failed')
    })
  })
}

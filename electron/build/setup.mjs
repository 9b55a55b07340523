// Sets up what is missing on a fresh machine, then hands over to the project's own Node. Plain Node 20, no packages.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { whyInstall } from './install-state.mjs'
import { messageOf, NODE_MAJOR, projectNode, root, withProjectPrograms } from './project.mjs'

const OLDEST_NODE = 20
const INSTALL_LIMIT_MINUTES = 10
const STILL_WORKING_SECONDS = 20
const PARENT_CHECK_MS = 1000

/**
 * Installs the packages if they are missing or outdated, then runs `script` with `args` under the project's Node.
 * Ends this process with the exit code of that run; 2 when setting up failed, with the reason on stderr.
 *
 * @param {URL} script
 * @param {readonly string[]} args
 * @returns {Promise<never>}
 */
export async function setUpThenRun(script, args) {
  try {
    refuseOldNode()
    await install()
    return process.exit(await run(requireNode(), [fileURLToPath(script), ...args]))
  } catch (error) {
    console.error(`baton: ${messageOf(error)}`)
    return process.exit(2)
  }
}

function refuseOldNode() {
  const major = Number(process.versions.node.split('.')[0])
  if (major < OLDEST_NODE) {
    throw new Error(
      `This needs Node ${OLDEST_NODE} or newer with npm; here is Node ${process.versions.node}.`,
    )
  }
}

async function install() {
  const reason = whyInstall(root)
  if (reason === undefined) return
  const start = Date.now()
  console.log(`Setting up with "npm ci", because ${reason}. This takes a minute or two.`)
  const patience = setInterval(() => {
    console.log(`Still installing (${Math.round((Date.now() - start) / 1000)} s).`)
  }, STILL_WORKING_SECONDS * 1000)
  const code = await run(...npm(installArguments), INSTALL_LIMIT_MINUTES).finally(() =>
    clearInterval(patience),
  )
  if (code !== 0) throw new Error(`"npm ci" failed with exit code ${code}; its own message is above.`)
  const left = whyInstall(root)
  if (left !== undefined) throw new Error(`"npm ci" ended well, and yet ${left}.`)
  console.log(`Set up in ${Math.round((Date.now() - start) / 1000)} s.`)
}

// Development packages are the tools themselves, and optional ones are their builds for this machine: both are needed
// whatever NODE_ENV or the user's npm settings say. No package needs to run anything while it is installed. The engine warnings are about the machine's Node, which is not the
// one that runs the tools.
const installArguments = [
  'ci',
  '--include=dev',
  '--include=optional',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
]

/**
 * How to start npm: through the npm that started us where there is one, else the one in PATH.
 *
 * @param {readonly string[]} args
 * @returns {[string, readonly string[]]}
 */
function npm(args) {
  const script = process.env['npm_execpath']
  if (script?.endsWith('npm-cli.js') && existsSync(script)) return [process.execPath, [script, ...args]]
  // npm is a batch file on Windows, which only its shell can start.
  if (process.platform === 'win32') return ['cmd.exe', ['/d', '/s', '/c', 'npm', ...args]]
  return ['npm', args]
}

function requireNode() {
  const node = projectNode()
  if (node !== undefined) return node
  throw new Error(
    `The packages bring no Node ${NODE_MAJOR} for ${process.platform} on ${process.arch}: ` +
      `install Node ${NODE_MAJOR} or newer yourself and run this with it.`,
  )
}

/**
 * Runs a program in our terminal and answers its exit code; signals go on to it. Throws when it cannot be started or
 * takes longer than the limit.
 *
 * @param {string} file
 * @param {readonly string[]} args
 * @param {number} [limitMinutes]
 * @returns {Promise<number>}
 */
function run(file, args, limitMinutes) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: 'inherit', cwd: root, env: withProjectPrograms(process.env) })
    const timer = limitMinutes === undefined ? undefined : setTimeout(stop, limitMinutes * 60_000)
    function stop() {
      child.kill('SIGKILL')
      reject(new Error(`Gave up after ${limitMinutes} minutes: ${file} ${args.join(' ')}`))
    }
    passSignalsTo(child)
    endWithParent(child)
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      clearTimeout(timer)
      resolve(code ?? (signal === 'SIGINT' ? 130 : 1))
    })
  })
}

// When npm is told to end, it ends the shell between itself and us, and the shell tells us nothing. Being handed to
// another parent is the only sign.
function endWithParent(/** @type {import('node:child_process').ChildProcess} */ child) {
  if (process.env['npm_lifecycle_event'] === undefined) return
  const parent = process.ppid
  setInterval(() => process.ppid === parent || child.kill('SIGTERM'), PARENT_CHECK_MS).unref()
}

function passSignalsTo(/** @type {import('node:child_process').ChildProcess} */ child) {
  // Ctrl+C in a terminal reaches the child by itself; passing it on as well would count as pressing it twice.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal))
}

// Checks the types of every layer, each with the libraries that it may use and no others.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { inProject, root } from './project.mjs'

const AT_ONCE = 2

/** @type {string[]} */
const waiting = JSON.parse(readFileSync(inProject('tsconfig.json'), 'utf8')).references.map(
  (/** @type {{ path: string }} */ reference) => reference.path,
)
/** @type {string[]} */
const faulty = []
const total = waiting.length
await Promise.all(Array.from({ length: AT_ONCE }, work))
console.log(`Types: ${total - faulty.length} of ${total} layers are sound.`)
process.exitCode = faulty.length === 0 ? 0 : 1

async function work() {
  for (let project = waiting.shift(); project !== undefined; project = waiting.shift()) await check(project)
}

/** @returns {Promise<void>} */
function check(/** @type {string} */ project) {
  const layer = path.basename(project, '.json')
  const start = performance.now()
  const args = [inProject('node_modules/typescript/bin/tsc'), '-p', project, '--noEmit', '--pretty', 'false']
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  return new Promise((resolve) => {
    child.on('close', (code) => {
      const seconds = ((performance.now() - start) / 1000).toFixed(1)
      if (code !== 0) faulty.push(layer)
      console.log(
        `${layer.padEnd(10)} ${code === 0 ? 'ok' : 'FAULTS'} ${seconds} s${code === 0 ? '' : `\n${output}`}`,
      )
      resolve()
    })
  })
}

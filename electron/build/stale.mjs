// Knows what each bundle is made from, and whether the one on disk still fits.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * @typedef {object} Target
 * @property {string} name Also the folder under `out`.
 * @property {readonly string[]} inputs Files and folders that the bundle is made from.
 * @property {string} output The file that must exist, under `out/<name>`.
 */

/** What every bundle depends on besides its own sources: the packages, and the way bundles are made. */
const COMMON_INPUTS = [
  'package-lock.json',
  'vite.config.ts',
  'electron/build/bundle.mjs',
  'electron/build/targets.mjs',
]

const FINGERPRINT_FILE = '.inputs'

/**
 * The targets whose bundle is missing or was made from other sources.
 *
 * @param {string} folder the checkout
 * @param {readonly Target[]} targets
 * @returns {readonly Target[]}
 */
export function staleTargets(folder, targets) {
  return targets.filter((target) => {
    const out = path.join(folder, 'out', target.name)
    if (!existsSync(path.join(out, target.output))) return true
    return readFingerprint(out) !== fingerprintOf(folder, target)
  })
}

/**
 * SHA-256 over the names and contents of everything that `target` is made from. Take it before building, so that an
 * edit made meanwhile leaves the bundle stale.
 *
 * @param {string} folder
 * @param {Target} target
 */
export function fingerprintOf(folder, target) {
  const hash = createHash('sha256')
  for (const input of [...COMMON_INPUTS, ...target.inputs]) {
    for (const file of filesIn(folder, input)) {
      hash.update(`${file}\0`)
      hash.update(
        createHash('sha256')
          .update(readFileSync(path.join(folder, file)))
          .digest(),
      )
    }
  }
  return hash.digest('hex')
}

/**
 * Writes down, beside the bundle, what it was made from.
 *
 * @param {string} bundle
 * @param {string} fingerprint
 */
export function recordFingerprint(bundle, fingerprint) {
  writeFileSync(path.join(bundle, FINGERPRINT_FILE), fingerprint)
}

function readFingerprint(/** @type {string} */ bundle) {
  const file = path.join(bundle, FINGERPRINT_FILE)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

/**
 * @param {string} folder
 * @param {string} input
 * @returns {readonly string[]} paths with forward slashes, sorted
 */
function filesIn(folder, input) {
  const start = path.join(folder, input)
  if (!existsSync(start)) return []
  const entries = readdirSync(path.dirname(start), { withFileTypes: true })
  if (entries.some((entry) => entry.name === path.basename(start) && entry.isFile())) return [input]
  return readdirSync(start, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort()
}

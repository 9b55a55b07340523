// Says whether the packages on disk are the ones that the lock file names.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/**
 * Why the packages in `folder` have to be installed, in words; undefined when they are all there.
 *
 * npm writes what it put on disk into `node_modules/.package-lock.json`, and writes it last. Comparing that with the
 * lock file sees a missing, an outdated and an interrupted installation alike, whoever started it.
 *
 * @param {string} folder
 * @returns {string | undefined}
 */
export function whyInstall(folder) {
  const record = path.join(folder, 'node_modules/.package-lock.json')
  if (!existsSync(path.join(folder, 'node_modules'))) return 'its packages are not installed yet'
  if (!existsSync(record)) return 'an earlier installation did not finish'
  const wanted = readPackages(path.join(folder, 'package-lock.json'))
  const present = readPackages(record)
  const changed = Object.keys(wanted).filter((name) => name !== '' && differs(wanted[name], present[name]))
  if (changed.length === 0) return undefined
  const first = (changed[0] ?? '').replace(/^node_modules\//, '')
  return changed.length === 1
    ? `${first} changed`
    : `${first} and ${changed.length - 1} more packages changed`
}

/** @typedef {{ readonly version?: string, readonly integrity?: string, readonly optional?: boolean }} LockedPackage */

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage>}
 */
function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {}
}

/**
 * @param {LockedPackage | undefined} wanted
 * @param {LockedPackage | undefined} present
 */
function differs(wanted, present) {
  // Optional packages are builds for other machines; npm leaves those out.
  if (present === undefined) return wanted?.optional !== true
  return present.version !== wanted?.version || present.integrity !== wanted?.integrity
}

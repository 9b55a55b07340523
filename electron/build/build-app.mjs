// Builds the bundles that are missing or stale; with `--force`, all of them.
import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { inProject, messageOf, root } from './project.mjs'
import { fingerprintOf, recordFingerprint, staleTargets } from './stale.mjs'
import { targets } from './targets.mjs'

/**
 * Brings `out` up to date and says in one line a bundle what it did. A bundle that cannot be
 * made leaves the one before it in place; then this throws, with the message of every bundler that failed.
 *
 * @param {{ readonly force?: boolean }} [options]
 */
export async function buildApp(options = {}) {
  const stale = options.force ? targets : staleTargets(root, targets)
  if (stale.length === 0) return console.log('Build: nothing is stale.')
  // The bundlers are slow to load, and mostly there is nothing to do.
  const { makeBundle } = await import('./bundle.mjs')
  const faults = []
  for (const target of stale) {
    const start = performance.now()
    try {
      await makeInPlace(target, makeBundle)
      console.log(`Build: ${target.name} in ${((performance.now() - start) / 1000).toFixed(1)} s.`)
    } catch (error) {
      faults.push(`${target.name}: ${messageOf(error)}`)
    }
  }
  if (faults.length > 0) throw new Error(faults.join('\n'))
}

// Made beside its place and then swapped in, so that a running app never finds half a bundle.
/**
 * @param {import('./stale.mjs').Target} target
 * @param {(name: string, folder: string) => Promise<void>} makeBundle
 */
async function makeInPlace(target, makeBundle) {
  const place = inProject(`out/${target.name}`)
  mkdirSync(inProject('out'), { recursive: true })
  const staging = mkdtempSync(inProject(`out/.${target.name}-`))
  try {
    const fingerprint = fingerprintOf(root, target)
    await makeBundle(target.name, path.join(staging, 'new'))
    recordFingerprint(path.join(staging, 'new'), fingerprint)
    swap(path.join(staging, 'new'), place, path.join(staging, 'old'))
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}

/**
 * @param {string} fresh
 * @param {string} place
 * @param {string} old
 */
function swap(fresh, place, old) {
  unless('ENOENT', () => renameSync(place, old))
  // Another build that ran at the same time may have put the same thing here.
  unless('ENOTEMPTY', () => renameSync(fresh, place))
}

/**
 * @param {string} code
 * @param {() => void} action
 */
function unless(code, action) {
  try {
    action()
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== code) throw error
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await buildApp({ force: process.argv.includes('--force') })
  } catch (error) {
    console.error(`Build failed: ${messageOf(error)}`)
    process.exit(1)
  }
}

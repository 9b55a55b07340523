// Counts what passed and what failed over all checks.
import { existsSync, readFileSync } from 'node:fs'
import { NOT_RUN } from './stages.mjs'

/** @typedef {{ readonly passed: number, readonly failed: number, readonly skipped: number }} Tally */

/** @type {Tally} */
export const nothing = { passed: 0, failed: 0, skipped: 0 }

/**
 * @param {Tally} a
 * @param {Tally} b
 * @returns {Tally}
 */
export function sum(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }
}

/** The last line of the whole run: `12 passed, 0 failed`, and how many were skipped where some were. */
export function tallyLine(/** @type {Tally} */ { passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/**
 * The tally of a check that is one test by itself.
 *
 * @param {number | undefined} exitCode undefined when it had to be stopped
 * @returns {Tally}
 */
export function tallyCheck(exitCode) {
  if (exitCode === 0) return { ...nothing, passed: 1 }
  return exitCode === NOT_RUN ? { ...nothing, skipped: 1 } : { ...nothing, failed: 1 }
}

/**
 * The tally of a run of vitest, from its JSON report. A run that failed without a failed test (a file that does not
 * load, an error outside any test, no report at all) counts as one failure more, so that it never looks like success.
 *
 * @param {number | undefined} exitCode
 * @param {string} reportFile
 * @returns {Tally}
 */
export function tallyTests(exitCode, reportFile) {
  const counted = existsSync(reportFile) ? readReport(readFileSync(reportFile, 'utf8')) : nothing
  const explained = exitCode === 0 ? counted.passed > 0 : counted.failed > 0
  return explained ? counted : { ...counted, failed: counted.failed + 1 }
}

/** @returns {Tally} */
function readReport(/** @type {string} */ text) {
  const report = JSON.parse(text)
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

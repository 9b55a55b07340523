// The checks that `npm test` runs, in order.

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {string} command A program of node_modules/.bin, or `node`.
 * @property {readonly string[]} args
 * @property {'tests' | 'check'} counts `tests`: the number of tests in vitest's report; `check`: the stage is one test.
 * @property {number} limitMinutes
 */

/** Exit code of a check that could not be made here and says so, as in the test protocols of Debian and Automake. */
export const NOT_RUN = 77

/** @type {readonly Stage[]} */
export const stages = [
  { name: 'format', command: 'oxfmt', args: ['--check', '.'], counts: 'check', limitMinutes: 2 },
  {
    name: 'lint',
    command: 'oxlint',
    args: [],
    counts: 'check',
    limitMinutes: 4,
  },
  { name: 'types', command: 'node', args: ['electron/build/types.mjs'], counts: 'check', limitMinutes: 4 },
  { name: 'unused', command: 'knip', args: [], counts: 'check', limitMinutes: 3 },
  { name: 'unit', command: 'vitest', args: ['run'], counts: 'tests', limitMinutes: 14 },
  {
    name: 'build',
    command: 'node',
    args: ['electron/build/build-app.mjs'],
    counts: 'check',
    limitMinutes: 4,
  },
  {
    name: 'browser',
    command: 'vitest',
    args: ['run', '--config', 'vitest.browser.config.ts'],
    counts: 'tests',
    limitMinutes: 15,
  },
  {
    name: 'smoke',
    command: 'node',
    args: ['test/smoke/electron.smoke.mjs'],
    counts: 'check',
    limitMinutes: 3,
  },
]

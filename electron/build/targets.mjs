// The four bundles of the app, and what each is made from.

/** @typedef {import('./stale.mjs').Target} Target */

/** @type {readonly Target[]} */
export const targets = [
  { name: 'renderer', output: 'index.html', inputs: ['renderer', 'shared', 'resources/help'] },
  { name: 'main', output: 'main.js', inputs: ['electron/main', 'electron/core', 'shared'] },
  { name: 'preload', output: 'preload.cjs', inputs: ['electron/preload', 'shared/host'] },
  { name: 'host', output: 'host.js', inputs: ['electron/local-host', 'electron/core', 'shared'] },
]

// Makes one bundle of the app: the renderer with Vite, the three for Node and Electron with rolldown.
import { rolldown } from 'rolldown'
import { build } from 'vite'
import { inProject } from './project.mjs'

/** What stays outside: the two native things, Node itself, and the optional accelerators that ws asks for in vain. */
const external = ['electron', 'better-sqlite3', 'bufferutil', 'utf-8-validate', /^node:/]

/** @type {Readonly<Record<string, (folder: string) => Promise<unknown>>>} */
const makers = {
  renderer: (folder) =>
    inProduction(() =>
      build({
        configFile: inProject('vite.config.ts'),
        logLevel: 'warn',
        build: { outDir: folder, emptyOutDir: true },
      }),
    ),
  main: (folder) => script('electron/main/main.ts', folder, { format: 'esm', entryFileNames: 'main.js' }),
  host: (folder) =>
    script('electron/local-host/main.ts', folder, { format: 'esm', entryFileNames: 'host.js' }),
  // A sandboxed preload is one CommonJS file: it can require nothing but Electron's own few modules.
  preload: (folder) =>
    script('electron/preload/preload.ts', folder, {
      format: 'cjs',
      entryFileNames: 'preload.cjs',
      codeSplitting: false,
      exports: 'none',
      sourcemap: false,
    }),
}

/**
 * Makes the bundle called `name` in `folder`. Throws with the bundler's message when the sources do not compile.
 *
 * @param {string} name
 * @param {string} folder
 */
export async function makeBundle(name, folder) {
  const make = makers[name]
  if (make === undefined) throw new Error(`There is no bundle called ${name}.`)
  await make(folder)
}

/**
 * Vite takes NODE_ENV for what it builds too: under a test runner it would bundle React's slow development edition.
 *
 * @template T
 * @param {() => Promise<T>} make
 * @returns {Promise<T>}
 */
async function inProduction(make) {
  const before = process.env['NODE_ENV']
  process.env['NODE_ENV'] = 'production'
  try {
    return await make()
  } finally {
    if (before === undefined) delete process.env['NODE_ENV']
    else process.env['NODE_ENV'] = before
  }
}

/**
 * @param {string} entry
 * @param {string} folder
 * @param {import('rolldown').OutputOptions} output
 */
async function script(entry, folder, output) {
  const bundle = await rolldown({
    input: inProject(entry),
    cwd: inProject('.'),
    external,
    platform: 'node',
    onLog(level, log, show) {
      // A warning of the bundler is a fault that has not happened yet.
      if (level === 'warn') throw new Error(log.message)
      show(level, log)
    },
  })
  await bundle.write({ dir: folder, sourcemap: true, ...output })
  await bundle.close()
}

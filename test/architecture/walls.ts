// The table of walls: which folder may import which folders and which packages. What no row owns may not exist.

export interface Row {
  /** A folder, or a single file. The longest row that fits a file is the one that owns it. */
  readonly owns: string
  /** Folders and files it may import besides its own. */
  readonly files: readonly string[]
  /** Packages it may import; `node:` stands for all of Node. */
  readonly packages: readonly string[]
  /** Packages of which it may use the types alone. */
  readonly types?: readonly string[]
  /** Folders and files of which it may use the types alone. */
  readonly typesOf?: readonly string[]
}

/** The order inside `shared`: later folders may import earlier ones. `host` stands apart, and comes last. */
const SHARED_ORDER = [
  'support',
  'model',
  'document',
  'graph',
  'commands',
  'tagging',
  'rules',
  'placement',
  'simulate',
  'analysis',
  'diff',
  'policy',
  'importers',
  'exporters',
  'report',
] as const

const SHARED_PACKAGES: Readonly<Record<string, readonly string[]>> = {
  support: ['feelin'],
  report: ['zod', '@dagrejs/dagre'],
}

const sharedRows: readonly Row[] = SHARED_ORDER.map((name, index) => ({
  owns: `shared/${name}`,
  files: SHARED_ORDER.slice(0, index).map((earlier) => `shared/${earlier}`),
  packages: SHARED_PACKAGES[name] ?? ['zod'],
}))

const UI_PACKAGES = [
  'react',
  'react-dom',
  'zustand',
  '@mantine/core',
  '@mantine/hooks',
  '@tabler/icons-react',
  '@tanstack/react-virtual',
  'react-resizable-panels',
]

/** One row for each part of the house. */
export const WALLS: readonly Row[] = [
  ...sharedRows,
  { owns: 'shared/host', files: [], packages: ['zod'] },
  // Whoever checks a certificate shares no code with whoever made it.
  { owns: 'shared/placement/checker', files: ['shared/model', 'shared/support'], packages: [] },

  // The help pages are texts that the help panel shows.
  {
    owns: 'renderer',
    files: ['shared', 'resources/help'],
    packages: [...UI_PACKAGES, '@fontsource-variable/inter'],
  },
  { owns: 'renderer/canvas', files: ['shared', 'renderer'], packages: [...UI_PACKAGES, '@xyflow/react'] },
  // The worker has no page: nothing of the interface may slip into it.
  { owns: 'renderer/worker', files: ['shared'], packages: ['highs'] },
  // Small parts that know nothing of workflows.
  { owns: 'renderer/ui', files: ['shared/support'], packages: UI_PACKAGES },

  { owns: 'electron/core', files: ['shared'], packages: ['node:', 'zod'] },
  {
    owns: 'electron/core/store',
    files: ['shared', 'electron/core'],
    packages: ['node:', 'zod', 'better-sqlite3'],
  },
  { owns: 'electron/local-host', files: ['shared', 'electron/core'], packages: ['node:', 'zod', 'ws'] },
  { owns: 'electron/main', files: ['shared', 'electron/core'], packages: ['node:', 'zod', 'electron'] },
  {
    owns: 'electron/preload',
    files: ['shared/host/wire.ts'],
    typesOf: ['shared/host'],
    packages: ['electron'],
  },
  // `baton serve` is the loopback host.
  {
    owns: 'electron/cli',
    files: ['shared', 'electron/core', 'electron/local-host'],
    packages: ['node:', 'zod', 'highs'],
  },
  // The launcher starts the command line proper under the Node of the packages.
  { owns: 'electron/cli/baton.mjs', files: ['electron/build/project.mjs'], packages: ['node:'] },
  // The scripts write down the shape of what the command line prints.
  {
    owns: 'electron/build',
    files: ['shared', 'electron/cli/output-schemas.ts', 'electron/cli/output.ts'],
    packages: ['node:', 'vite', 'rolldown', 'zod'],
  },

  { owns: 'vite.config.ts', files: [], packages: ['vite', '@vitejs/plugin-react'] },
  { owns: 'vitest.config.ts', files: [], packages: ['vitest'] },
  { owns: 'vitest.browser.config.ts', files: [], packages: ['vitest'] },

  // Tests reach everything, but never the package that would download Electron: only its types.
  {
    owns: 'test',
    files: ['shared', 'renderer', 'electron'],
    packages: [
      ...UI_PACKAGES,
      '@axe-core/playwright',
      '@dagrejs/dagre',
      '@xyflow/react',
      'ajv',
      'better-sqlite3',
      'fast-check',
      'highs',
      'node:',
      'pixelmatch',
      'playwright-core',
      'pngjs',
      'rolldown',
      'vite',
      'vitest',
      'ws',
      'zod',
    ],
    types: ['electron'],
  },
]

/** The row that owns a file: the longest that fits. */
export function rowOf(file: string): Row | undefined {
  return WALLS.filter((row) => isUnder(file, row.owns)).toSorted((a, b) => b.owns.length - a.owns.length)[0]
}

/** True when `file` is `place`, or lies in the folder `place`. */
export function isUnder(file: string, place: string): boolean {
  return file === place || file.startsWith(`${place}/`)
}

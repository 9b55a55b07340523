// Keeps the walls of ARCHITECTURE.md: the checkout has no fault, and each wall is shown to hold by a planted one.
import { describe, expect, it } from 'vitest'
import { importCycles } from './architecture/cycles.ts'
import { forbiddenImports, unownedFiles } from './architecture/import-walls.ts'
import { goneHelpers, listFaults, siblingImports } from './architecture/lists.ts'
import { impurities } from './architecture/purity.ts'
import { type Files, readSourceFiles } from './architecture/source-files.ts'

const checkout = readSourceFiles()

describe('the checkout', () => {
  it('was read at all', () => {
    expect([...checkout.keys()]).toEqual(expect.arrayContaining(['shared/model/step.ts', 'vite.config.ts']))
  })
  it('has an owner for every source file', () => expect(unownedFiles(checkout)).toEqual([]))
  it('imports only what its walls allow', () => expect(forbiddenImports(checkout)).toEqual([]))
  it('has no ring of imports', () => expect(importCycles(checkout)).toEqual([]))
  it('lists and tests every thing of a listed folder', () => expect(listFaults(checkout)).toEqual([]))
  it('names no helper that is gone', () => expect(goneHelpers(checkout)).toEqual([]))
  it('has importers and exporters that stand alone', () => expect(siblingImports(checkout)).toEqual([]))
  it('has no clock, no chance and no locale in the core', () => expect(impurities(checkout)).toEqual([]))
})

// What each planted file imports, and the fault that must be reported for it.
const FORBIDDEN: readonly (readonly [file: string, text: string, fault: string])[] = [
  [
    'shared/support/x.ts',
    `import { a } from '../model/step.ts'`,
    'shared/support may not import shared/model/step.ts',
  ],
  [
    'shared/model/x.ts',
    `import { a } from '../document/read.ts'`,
    'shared/model may not import shared/document/read.ts',
  ],
  [
    'shared/document/x.ts',
    `export * from '../graph/graph.ts'`,
    'shared/document may not import shared/graph/graph.ts',
  ],
  [
    'shared/graph/x.ts',
    `export { a } from '../commands/a.ts'`,
    'shared/graph may not import shared/commands/a.ts',
  ],
  ['shared/commands/x.ts', `import '../rules/a.ts'`, 'shared/commands may not import shared/rules/a.ts'],
  [
    'shared/rules/x.ts',
    `import type { A } from '../placement/a.ts'`,
    'shared/rules may not import shared/placement/a.ts',
  ],
  [
    'shared/placement/x.ts',
    `type A = import('../simulate/a.ts').A`,
    'shared/placement may not import shared/simulate/a.ts',
  ],
  [
    'shared/simulate/x.ts',
    `await import('../analysis/a.ts')`,
    'shared/simulate may not import shared/analysis/a.ts',
  ],
  [
    'shared/analysis/x.ts',
    `import { a } from '../diff/a.ts'`,
    'shared/analysis may not import shared/diff/a.ts',
  ],
  ['shared/diff/x.ts', `import { a } from '../policy/a.ts'`, 'shared/diff may not import shared/policy/a.ts'],
  [
    'shared/policy/x.ts',
    `import { a } from '../importers/a.ts'`,
    'shared/policy may not import shared/importers/a.ts',
  ],
  [
    'shared/importers/x.ts',
    `import { a } from '../exporters/a.ts'`,
    'shared/importers may not import shared/exporters/a.ts',
  ],
  [
    'shared/exporters/x.ts',
    `import { a } from '../report/a.ts'`,
    'shared/exporters may not import shared/report/a.ts',
  ],
  [
    'shared/report/x.ts',
    `import { a } from '../host/wire.ts'`,
    'shared/report may not import shared/host/wire.ts',
  ],
  [
    'shared/host/x.ts',
    `import { a } from '../model/step.ts'`,
    'shared/host may not import shared/model/step.ts',
  ],
  [
    'shared/placement/checker/x.ts',
    `import { a } from '../authority.ts'`,
    'shared/placement/checker may not import shared/placement/authority.ts',
  ],
  [
    'shared/placement/checker/x.ts',
    `import { a } from '../../graph/graph.ts'`,
    'shared/placement/checker may not import shared/graph/graph.ts',
  ],
  [
    'shared/placement/checker/x.ts',
    `import { z } from 'zod'`,
    'shared/placement/checker may not import the package zod',
  ],
  ['shared/model/x.ts', `import fs from 'node:fs'`, 'shared/model may not import the package node:fs'],
  ['shared/model/x.ts', `import fs from 'fs'`, 'shared/model may not import the package fs'],
  ['shared/model/x.ts', `import 'react'`, 'shared/model may not import the package react'],
  ['shared/support/x.ts', `import { z } from 'zod'`, 'shared/support may not import the package zod'],
  [
    'shared/rules/x.ts',
    `import dagre from '@dagrejs/dagre'`,
    'shared/rules may not import the package @dagrejs/dagre',
  ],
  [
    'shared/model/x.ts',
    `import { a } from '../../electron/core/a.ts'`,
    'shared/model may not import electron/core/a.ts',
  ],
  [
    'shared/model/x.ts',
    `import { a } from '../../renderer/state/a.ts'`,
    'shared/model may not import renderer/state/a.ts',
  ],
  ['shared/model/x.ts', `import { a } from '../../test/a.ts'`, 'shared/model may not import test/a.ts'],
  ['shared/model/x.ts', 'await import(name)', 'the target of an import may not be computed'],
  ['shared/model/x.ts', `import { a } from './not-there.ts'`, './not-there.ts does not exist'],
  [
    'shared/model/x.ts',
    `import { a } from '../../../else/a.ts'`,
    '../../../else/a.ts lies outside the checkout',
  ],
  [
    'renderer/state/x.ts',
    `import { a } from '../../electron/core/a.ts'`,
    'renderer may not import electron/core/a.ts',
  ],
  [
    'renderer/state/x.ts',
    `import { ipcRenderer } from 'electron'`,
    'renderer may not import the package electron',
  ],
  ['renderer/state/x.ts', `import fs from 'node:fs'`, 'renderer may not import the package node:fs'],
  [
    'renderer/panels/x.tsx',
    `import { Handle } from '@xyflow/react'`,
    'renderer may not import the package @xyflow/react',
  ],
  [
    'renderer/worker/x.ts',
    `import { a } from '../state/a.ts'`,
    'renderer/worker may not import renderer/state/a.ts',
  ],
  [
    'renderer/ui/x.tsx',
    `import type { A } from '../../shared/model/step.ts'`,
    'renderer/ui may not import shared/model/step.ts',
  ],
  [
    'renderer/host/x.ts',
    `new Worker(new URL('../../electron/core/a.ts', import.meta.url))`,
    'renderer may not import electron/core/a.ts',
  ],
  [
    'electron/core/x.ts',
    `import { app } from 'electron'`,
    'electron/core may not import the package electron',
  ],
  [
    'electron/core/x.ts',
    `import type { App } from 'electron'`,
    'electron/core may not import the package electron',
  ],
  [
    'electron/core/x.ts',
    `const e = require('electron')`,
    'electron/core may not import the package electron',
  ],
  [
    'electron/core/x.ts',
    `import Database from 'better-sqlite3'`,
    'electron/core may not import the package better-sqlite3',
  ],
  [
    'electron/core/x.ts',
    `import { a } from '../main/a.ts'`,
    'electron/core may not import electron/main/a.ts',
  ],
  [
    'electron/core/x.ts',
    `import { a } from '../../renderer/state/a.ts'`,
    'electron/core may not import renderer/state/a.ts',
  ],
  [
    'electron/local-host/x.ts',
    `import 'electron'`,
    'electron/local-host may not import the package electron',
  ],
  [
    'electron/local-host/x.ts',
    `import { a } from '../main/a.ts'`,
    'electron/local-host may not import electron/main/a.ts',
  ],
  ['electron/cli/x.ts', `import { a } from '../main/a.ts'`, 'electron/cli may not import electron/main/a.ts'],
  [
    'electron/main/x.ts',
    `import { a } from '../local-host/a.ts'`,
    'electron/main may not import electron/local-host/a.ts',
  ],
  [
    'electron/main/x.ts',
    `import { a } from '../../renderer/state/a.ts'`,
    'electron/main may not import renderer/state/a.ts',
  ],
  ['electron/preload/x.ts', `import { z } from 'zod'`, 'electron/preload may not import the package zod'],
  [
    'electron/preload/x.ts',
    `import { a } from '../core/a.ts'`,
    'electron/preload may not import electron/core/a.ts',
  ],
  [
    'electron/preload/x.ts',
    `import { calls } from '../../shared/host/contract.ts'`,
    'electron/preload may not import shared/host/contract.ts',
  ],
  ['test/x.test.ts', `import { app } from 'electron'`, 'test may not import the package electron'],
  ['test/x.test.ts', `import { a } from 'left-pad'`, 'test may not import the package left-pad'],
]

describe('a planted import is reported', () => {
  it.each(FORBIDDEN)('%s: %s', (file, text, fault) => {
    expect(forbiddenImports(withPlanted({ [file]: text }))).toEqual([`${file}:1: ${fault}`])
  })
})

const ALLOWED: readonly (readonly [file: string, text: string])[] = [
  [
    'shared/report/x.ts',
    `import { a } from '../model/step.ts'; import dagre from '@dagrejs/dagre'; import { z } from 'zod'`,
  ],
  ['shared/placement/checker/x.ts', `import { a } from '../../model/step.ts'`],
  ['renderer/canvas/x.tsx', `import { Handle } from '@xyflow/react'; import { a } from '../state/a.ts'`],
  ['electron/core/store/x.ts', `import Database from 'better-sqlite3'`],
  ['electron/main/x.ts', `import { app } from 'electron'; import { a } from '../core/a.ts'`],
  ['electron/preload/x.ts', `import type { calls } from '../../shared/host/contract.ts'`],
  ['test/x.test.ts', `import type { App } from 'electron'; import { a } from '../electron/core/a.ts'`],
]

describe('an import through an open door is not', () => {
  it.each(ALLOWED)('%s: %s', (file, text) => {
    expect(forbiddenImports(withPlanted({ [file]: text }))).toEqual([])
  })
})

describe('a planted file without an owner is reported', () => {
  it.each(['shared/helpers/x.ts', 'shared/x.ts', 'electron/x.ts', 'scripts/x.mjs', 'x.ts', 'src/x.tsx'])(
    '%s',
    (file) => {
      expect(unownedFiles(new Map([[file, '']]))).toEqual([`${file}: no row of the table owns it`])
    },
  )
})

describe('a planted ring is reported', () => {
  it('of two', () => {
    const files = new Map([
      ['shared/model/a.ts', `import { b } from './b.ts'`],
      ['shared/model/b.ts', `import { a } from './a.ts'`],
      ['shared/model/c.ts', `import { a } from './a.ts'`],
    ])
    expect(importCycles(files)).toEqual(['import each other in a ring: shared/model/a.ts, shared/model/b.ts'])
  })
  it('of types alone, and of three', () => {
    const files = new Map([
      ['a/a.ts', `import type { B } from '../b/b.ts'; import './free.ts'`],
      ['a/free.ts', ''],
      ['b/b.ts', `export type { C } from '../c/c.ts'`],
      ['c/c.ts', `export type C = import('../a/a.ts').A`],
    ])
    expect(importCycles(files)).toEqual(['import each other in a ring: a/a.ts, b/b.ts, c/c.ts'])
  })
  it('of one file', () => {
    expect(importCycles(new Map([['a.ts', `import { a } from './a.ts'`]]))).toEqual([
      'import each other in a ring: a.ts',
    ])
  })
})

describe('a planted gap in a list is reported', () => {
  const rule: Files = new Map([
    ['shared/rules/index.ts', `import { first } from './first.ts'\nexport const RULES = [first]`],
    ['shared/rules/types.ts', ''],
    ['shared/rules/first.ts', ''],
    ['test/rules/first.test.ts', `import { first } from '../../shared/rules/first.ts'`],
  ])
  it('not when there is none', () => expect(listFaults(rule)).toEqual([]))
  it('for a file that is not listed and has no test', () => {
    expect(listFaults(new Map([...rule, ['shared/rules/second-thing.ts', '']]))).toEqual([
      'shared/rules/second-thing: is not on the list in index.ts',
      'shared/rules/second-thing: no test names it',
    ])
  })
  it('for a file of which the list holds but the type', () => {
    const files = new Map([...rule, ['shared/rules/index.ts', `import type { first } from './first.ts'`]])
    expect(listFaults(files)).toEqual(['shared/rules/first: is not on the list in index.ts'])
  })
  it('for a folder', () => {
    const files = new Map([
      ['shared/importers/index.ts', ''],
      ['shared/importers/dify/read.ts', ''],
      ['test/importers/dify.test.ts', `it('reads dify', () => {})`],
    ])
    expect(listFaults(files)).toEqual(['shared/importers/dify: is not on the list in index.ts'])
  })
  it('for a folder without a list', () => {
    expect(listFaults(new Map([['electron/cli/commands/check.ts', '']]))).toEqual([
      'electron/cli/commands: has no index.ts that lists what is in it',
    ])
  })
  it('for a scan instead of a list', () => {
    const index = `import './first.ts'\nexport const RULES = import.meta.glob('./*.ts')`
    expect(listFaults(new Map([...rule, ['shared/rules/index.ts', index]]))).toEqual([
      'shared/rules/index.ts: lists by hand, never by a scan',
    ])
  })
  it('for a helper that is gone', () => {
    expect(goneHelpers(new Map([['shared/document/versions/index.ts', '']]))).toEqual([
      'shared/document/versions/migrate: is named as a helper and does not exist',
    ])
  })
})

describe('a planted import between siblings is reported', () => {
  it.each([
    [
      'shared/importers/mermaid/read.ts',
      `import { a } from '../n8n/read.ts'`,
      'shared/importers/n8n/read.ts',
    ],
    ['shared/exporters/policy.ts', `import { a } from './svg.ts'`, 'shared/exporters/svg.ts'],
  ])('%s', (file, text, target) => {
    const folder = file.split('/').slice(0, 2).join('/')
    expect(siblingImports(new Map([[file, text]]))).toEqual([
      `${file}:1: may not import ${target}: each of ${folder} stands alone`,
    ])
  })
  it('not through a helper, nor in the list', () => {
    const files = new Map([
      [
        'shared/importers/mermaid/read.ts',
        `import { a } from '../support/draft.ts'; import { b } from './parse.ts'`,
      ],
      ['shared/importers/index.ts', `import { n8n } from './n8n/read.ts'`],
    ])
    expect(siblingImports(files)).toEqual([])
  })
})

const IMPURE: readonly (readonly [text: string, reason: string])[] = [
  ['Math.random()', 'Math.random: the core has no chance, it takes a seeded source'],
  [`Math['random']()`, 'Math.random: the core has no chance, it takes a seeded source'],
  ['Math[name]()', 'Math.random: the core has no chance, it takes a seeded source'],
  ['const { random } = Math', 'Math may only be read member by member: Math.random is chance'],
  ['Date.now()', 'Date: the core has no clock'],
  ['new Date(0)', 'Date: the core has no clock'],
  ['const clock = Date', 'Date: the core has no clock'],
  ['performance.now()', 'performance: the core has no clock'],
  ['globalThis.x', 'globalThis: the core names what it uses'],
  ['console.log(1)', 'console: the core prints nothing'],
  ['crypto.randomUUID()', 'crypto: the core has no chance'],
  ['setTimeout(f, 1)', 'setTimeout: the core has no clock'],
  [`'a'.localeCompare('b')`, 'localeCompare: the core has no locale: shared/support/compare.ts orders text'],
  ['(1).toLocaleString()', 'toLocaleString: the core has no locale'],
  ['new Intl.Collator()', 'Intl: the core has no locale'],
  [`new Function('1')`, 'Function: text is never run'],
  [`eval('1')`, 'eval: text is never run'],
]

describe('a planted impurity is reported', () => {
  it.each(IMPURE)('%s', (text, reason) => {
    expect(impurities(new Map([['shared/graph/x.ts', text]]))).toEqual([`shared/graph/x.ts:1: ${reason}`])
  })
  it('not outside the core', () => {
    expect(impurities(new Map([['electron/core/x.ts', 'Date.now()']]))).toEqual([])
  })
  it('not for a word of ours that is spelled like a global', () => {
    const text = `
      type When = Date
      export function write(document: { window: string }): unknown {
        const { process } = options
        return [document.window, { document: 1, console: Math.max(1, process) }, document]
      }`
    expect(impurities(new Map([['shared/graph/x.ts', text]]))).toEqual([])
  })
})

// The planted files stand beside stand-ins for what they import, so that the wall is the only thing in their way.
function withPlanted(planted: Record<string, string>): Files {
  return new Map([...standIns, ...Object.entries(planted)])
}

const standIns: Files = new Map(
  [
    'shared/model/step.ts',
    'shared/document/read.ts',
    'shared/graph/graph.ts',
    'shared/commands/a.ts',
    'shared/rules/a.ts',
    'shared/placement/a.ts',
    'shared/placement/authority.ts',
    'shared/simulate/a.ts',
    'shared/analysis/a.ts',
    'shared/diff/a.ts',
    'shared/policy/a.ts',
    'shared/importers/a.ts',
    'shared/exporters/a.ts',
    'shared/report/a.ts',
    'shared/host/wire.ts',
    'shared/host/contract.ts',
    'electron/core/a.ts',
    'electron/main/a.ts',
    'electron/local-host/a.ts',
    'renderer/state/a.ts',
    'test/a.ts',
  ].map((file) => [file, '']),
)

// Runs the real linter and the real type checker on a copy with one planted file each, to see that their walls hold too.
import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from './architecture/source-files.ts'

const run = promisify(execFile)

let copy = ''

beforeAll(() => {
  copy = mkdtempSync(path.join(tmpdir(), 'baton-walls-'))
  for (const name of [
    '.oxlintrc.json',
    '.gitignore',
    'tsconfig',
    'tsconfig.json',
    'package.json',
    'shared/support',
  ]) {
    cpSync(path.join(root, name), path.join(copy, name), { recursive: true })
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'junction')
})

afterAll(() => rmSync(copy, { recursive: true, force: true }))

const LINTED: readonly (readonly [file: string, text: string, rule: string])[] = [
  ['shared/graph/x.ts', `import { readFile } from 'node:fs'\nvoid readFile`, 'no-restricted-imports'],
  ['shared/graph/x.ts', `import { useState } from 'react'\nvoid useState`, 'no-restricted-imports'],
  ['shared/graph/x.ts', `import { a } from '../../electron/core/a.ts'\nvoid a`, 'no-restricted-imports'],
  ['shared/graph/x.ts', `import { a } from '../../renderer/state/a.ts'\nvoid a`, 'no-restricted-imports'],
  ['shared/placement/checker/x.ts', `import { a } from '../authority.ts'\nvoid a`, 'no-restricted-imports'],
  [
    'shared/placement/checker/x.ts',
    `import { a } from '../../graph/graph.ts'\nvoid a`,
    'no-restricted-imports',
  ],
  ['shared/graph/x.ts', `export const now = Date.now()`, 'no-restricted-globals'],
  ['shared/graph/x.ts', `export const chance = Math.random()`, 'no-restricted-properties'],
  ['shared/graph/x.ts', `console.log('hello')`, 'no-console'],
  ['shared/graph/x.ts', `export const x: any = 1`, 'no-explicit-any'],
  ['shared/graph/x.ts', `// @ts-ignore\nexport const x = 1`, 'ban-ts-comment'],
  [
    'shared/graph/x.ts',
    `async function f(): Promise<void> {}\nexport function g(): void {\n  f()\n}`,
    'no-floating-promises',
  ],
  ['renderer/state/x.ts', `import { a } from '../../electron/core/a.ts'\nvoid a`, 'no-restricted-imports'],
  [
    'renderer/state/x.ts',
    `import { ipcRenderer } from 'electron'\nvoid ipcRenderer`,
    'no-restricted-imports',
  ],
  ['renderer/panels/x.ts', `import { Handle } from '@xyflow/react'\nvoid Handle`, 'no-restricted-imports'],
  ['electron/core/x.ts', `import { app } from 'electron'\nvoid app`, 'no-restricted-imports'],
  ['electron/core/x.ts', `import { a } from '../main/a.ts'\nvoid a`, 'no-restricted-imports'],
  ['electron/core/x.ts', `import { a } from '../../renderer/state/a.ts'\nvoid a`, 'no-restricted-imports'],
  ['electron/core/x.ts', `import Database from 'better-sqlite3'\nvoid Database`, 'no-restricted-imports'],
  ['electron/core/store/x.ts', `import { app } from 'electron'\nvoid app`, 'no-restricted-imports'],
  ['electron/local-host/x.ts', `import { a } from '../main/a.ts'\nvoid a`, 'no-restricted-imports'],
  ['electron/main/x.ts', `import { a } from '../local-host/a.ts'\nvoid a`, 'no-restricted-imports'],
  ['electron/preload/x.ts', `import { z } from 'zod'\nvoid z`, 'no-restricted-imports'],
  ['electron/preload/x.ts', `import { a } from '../core/a.ts'\nvoid a`, 'no-restricted-imports'],
]

describe('the linter reports a planted', () => {
  it.each(LINTED)('%s: %s', async (file, text, rule) => {
    expect(await lint({ [file]: text })).toContain(`(${rule})`)
  })

  it('ring of imports', async () => {
    const ring = {
      'shared/graph/a.ts': `import { b } from './b.ts'\nexport const a: () => number = () => b()`,
      'shared/graph/b.ts': `import { a } from './a.ts'\nexport const b: () => number = () => a()`,
    }
    expect(await lint(ring)).toContain('(no-cycle)')
  })

  it('nothing where nothing is wrong', async () => {
    const fine = {
      'shared/report/x.ts': `import dagre from '@dagrejs/dagre'\nexport const graph = new dagre.graphlib.Graph()`,
      'electron/core/store/x.ts': `import Database from 'better-sqlite3'\nexport const open = Database`,
      'renderer/canvas/x.ts': `import { Handle } from '@xyflow/react'\nexport const port = Handle`,
    }
    expect(await lint(fine)).toBe('')
  })
})

const TYPED: readonly (readonly [layer: string, file: string, text: string, fault: string])[] = [
  ['shared', 'shared/graph/x.ts', `export const x = document.title`, `Cannot find name 'document'`],
  ['shared', 'shared/graph/x.ts', `export const x = process.env`, `Cannot find name 'process'`],
  ['shared', 'shared/graph/x.ts', `console.log(1)`, `Cannot find name 'console'`],
  ['shared', 'shared/graph/x.ts', `export { readFile } from 'node:fs'`, `Cannot find name 'node:fs'`],
  ['core', 'electron/core/x.ts', `export const x = document.title`, `Cannot find name 'document'`],
  ['local-host', 'electron/local-host/x.ts', `export const x = window.name`, `Cannot find name 'window'`],
  ['cli', 'electron/cli/x.ts', `export const x = window.name`, `Cannot find name 'window'`],
  ['main', 'electron/main/x.ts', `export const x = window.name`, `Cannot find name 'window'`],
  ['preload', 'electron/preload/x.ts', `export const x = process.env`, `Cannot find name 'process'`],
  ['renderer', 'renderer/state/x.ts', `export const x = process.env`, `Cannot find name 'process'`],
  ['renderer', 'renderer/state/x.ts', `export { readFile } from 'node:fs'`, `Cannot find`],
  ['build', 'electron/build/x.mjs', `export const x = window.name`, `Cannot find name 'window'`],
  [
    'shared',
    'shared/graph/x.ts',
    `const list: readonly string[] = []\nexport const x: string = list[0]`,
    `'undefined'`,
  ],
  ['shared', 'shared/graph/x.ts', `export enum Colour {\n  red,\n}`, 'erasableSyntaxOnly'],
]

describe('the type checker refuses a planted', () => {
  it.each(TYPED)('in %s, %s: %s', async (layer, file, text, fault) => {
    expect(await checkTypes(layer, { [file]: text })).toContain(fault)
  })

  it('nothing where nothing is wrong', async () => {
    expect(await checkTypes('shared', { 'shared/graph/x.ts': 'export const x = Math.max(1, 2)' })).toBe('')
  })
})

function lint(planted: Record<string, string>): Promise<string> {
  return withPlanted(planted, () => tool('oxlint/bin/oxlint', ['-f', 'unix', ...Object.keys(planted)]))
}

function checkTypes(layer: string, planted: Record<string, string>): Promise<string> {
  return withPlanted(planted, () =>
    tool('typescript/bin/tsc', ['-p', `tsconfig/${layer}.json`, '--pretty', 'false']),
  )
}

async function withPlanted(planted: Record<string, string>, action: () => Promise<string>): Promise<string> {
  for (const [file, text] of Object.entries(planted)) {
    mkdirSync(path.join(copy, path.dirname(file)), { recursive: true })
    writeFileSync(path.join(copy, file), `${text}\n`)
  }
  try {
    return await action()
  } finally {
    for (const file of Object.keys(planted)) rmSync(path.join(copy, file))
  }
}

/** What the tool prints when it finds fault; nothing when it finds none. */
async function tool(script: string, args: readonly string[]): Promise<string> {
  try {
    await run(process.execPath, [path.join(root, 'node_modules', script), ...args], { cwd: copy })
    return ''
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout: string; readonly stderr: string }
    return `${stdout}${stderr}` || String(error)
  }
}

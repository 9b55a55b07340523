// Every file that goes into a bundle counts as one of its inputs, so that no edit leaves a stale bundle behind.
import { describe, expect, it } from 'vitest'
import { targets } from '../../electron/build/targets.mjs'
import { importsOf } from '../architecture/imports.ts'
import { readSourceFiles } from '../architecture/source-files.ts'
import { isUnder } from '../architecture/walls.ts'

const files = readSourceFiles()

const ENTRIES: Readonly<Record<string, string>> = {
  renderer: 'renderer/main.tsx',
  main: 'electron/main/main.ts',
  preload: 'electron/preload/preload.ts',
  host: 'electron/local-host/main.ts',
}

describe('the inputs of a bundle', () => {
  it.each(targets)('$name are all that it is made from', ({ name, inputs }) => {
    const parts = closure(ENTRIES[name] ?? '')
    expect(parts.size).toBeGreaterThan(1)
    expect([...parts].filter((file) => !inputs.some((input) => isUnder(file, input)))).toEqual([])
  })
})

function closure(entry: string): ReadonlySet<string> {
  const seen = new Set([entry])
  for (const file of seen) {
    for (const one of importsOf(file, files.get(file) ?? '')) if (one.file !== undefined) seen.add(one.file)
  }
  return seen
}

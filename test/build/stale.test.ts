// A bundle is built again when something that it is made from changed, and otherwise left alone.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fingerprintOf, recordFingerprint, staleTargets } from '../../electron/build/stale.mjs'

let folder = ''
const target = { name: 'host', output: 'host.js', inputs: ['electron/core', 'shared'] }

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'baton-stale-'))
  write('shared/model/step.ts', 'step')
  write('electron/core/store.ts', 'store')
  write('package-lock.json', '{}')
  write('out/host/host.js', 'bundle')
  recordFingerprint(path.join(folder, 'out/host'), fingerprintOf(folder, target))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('staleTargets', () => {
  it('leaves a bundle alone when nothing changed', () => expect(names()).toEqual([]))

  it.each([
    ['an input changed', () => write('shared/model/step.ts', 'other')],
    ['an input was added', () => write('shared/model/new.ts', '')],
    ['an input is gone', () => rmSync(path.join(folder, 'shared/model/step.ts'))],
    ['the packages changed', () => write('package-lock.json', '{ }')],
    ['the way of building changed', () => write('electron/build/bundle.mjs', 'other')],
    ['the bundle is gone', () => rmSync(path.join(folder, 'out/host/host.js'))],
    ['it is not known what the bundle was made from', () => rmSync(path.join(folder, 'out/host/.inputs'))],
  ])('builds again when %s', (_, change) => {
    change()
    expect(names()).toEqual(['host'])
  })

  it('is not moved by what the bundle is not made from', () => {
    write('renderer/main.tsx', 'other')
    expect(names()).toEqual([])
  })
})

function names(): readonly string[] {
  return staleTargets(folder, [target]).map((one) => one.name)
}

function write(file: string, text: string): void {
  mkdirSync(path.join(folder, path.dirname(file)), { recursive: true })
  writeFileSync(path.join(folder, file), text)
}

// Setting up happens when it must, and only then.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { whyInstall } from '../../electron/build/install-state.mjs'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'baton-install-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const zod = { version: '4.0.0', integrity: 'sha512-a' }
const wanted = {
  '': { name: 'baton' },
  'node_modules/zod': zod,
  'node_modules/other-machine': { version: '1.0.0', optional: true },
}

describe('whyInstall', () => {
  it('says so when nothing is installed', () => {
    write('package-lock.json', wanted)
    expect(whyInstall(folder)).toBe('its packages are not installed yet')
  })

  it('says so when an installation was cut off', () => {
    write('package-lock.json', wanted)
    mkdirSync(path.join(folder, 'node_modules/zod'), { recursive: true })
    expect(whyInstall(folder)).toBe('an earlier installation did not finish')
  })

  it.each([
    ['is missing', {}],
    ['has another version', { 'node_modules/zod': { ...zod, version: '3.0.0' } }],
    ['has other contents', { 'node_modules/zod': { ...zod, integrity: 'sha512-b' } }],
  ])('says so when a package %s', (_, present) => {
    write('package-lock.json', wanted)
    write('node_modules/.package-lock.json', present)
    expect(whyInstall(folder)).toBe('zod changed')
  })

  it('counts the packages that changed', () => {
    write('package-lock.json', { ...wanted, 'node_modules/a': zod, 'node_modules/b': zod })
    write('node_modules/.package-lock.json', {})
    expect(whyInstall(folder)).toBe('zod and 2 more packages changed')
  })

  it('is content when everything is there, but for the builds of other machines', () => {
    write('package-lock.json', wanted)
    write('node_modules/.package-lock.json', { 'node_modules/zod': zod })
    expect(whyInstall(folder)).toBeUndefined()
  })
})

function write(file: string, packages: object): void {
  mkdirSync(path.join(folder, path.dirname(file)), { recursive: true })
  writeFileSync(path.join(folder, file), JSON.stringify({ packages }))
}

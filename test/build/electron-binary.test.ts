// Electron is used where its program is really there, fetched within a limit, and never waited for in vain.
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fetchElectron, findElectron, whyNotElectron } from '../../electron/build/electron-binary.mjs'

let folder = ''
let memory = ''
const linux = { platform: 'linux' as const, variables: {}, userId: 1000 }

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'baton-electron-'))
  memory = path.join(folder, 'cache/too-slow')
  write('package.json', '{ "version": "45.4.1" }')
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('findElectron', () => {
  it('finds nothing in a package without its program', () =>
    expect(findElectron(folder, linux)).toBeUndefined())

  it('finds an installed program', () => {
    install()
    expect(findElectron(folder, linux)).toBe(path.join(folder, 'dist/electron'))
  })

  it.each([
    ['the download was cut off', () => rmSync(path.join(folder, 'path.txt'))],
    ['the program is of another version', () => write('dist/version', '44.0.0')],
    ['the program is gone', () => rmSync(path.join(folder, 'dist/electron'))],
  ])('finds nothing when %s', (_, spoil) => {
    install()
    spoil()
    expect(findElectron(folder, linux)).toBeUndefined()
  })

  it('looks where ELECTRON_OVERRIDE_DIST_PATH says, and nowhere else', () => {
    install()
    const variables = { ELECTRON_OVERRIDE_DIST_PATH: path.join(folder, 'other') }
    expect(findElectron(folder, { ...linux, variables })).toBeUndefined()
    write('other/electron', '')
    expect(findElectron(folder, { ...linux, variables })).toBe(path.join(folder, 'other/electron'))
  })
})

describe('whyNotElectron', () => {
  const display = { DISPLAY: ':0' }
  it.each([
    ['root on Linux', { ...linux, userId: 0, variables: display }, 'Electron does not run as root'],
    ['Linux without a display', linux, 'there is no display'],
    ['Linux under X', { ...linux, variables: display }, undefined],
    ['Linux under Wayland', { ...linux, variables: { WAYLAND_DISPLAY: 'wayland-0' } }, undefined],
    ['macOS', { ...linux, platform: 'darwin' as const }, undefined],
    ['Windows', { ...linux, platform: 'win32' as const, userId: undefined }, undefined],
  ])('on %s', (_, machine, reason) => expect(whyNotElectron(machine)).toBe(reason))
})

describe('fetchElectron', () => {
  it('is content when the installer is', async () => {
    write('install.js', `require('node:fs').writeFileSync(__dirname + '/ran', '')`)
    expect(await fetchNow({})).toBeUndefined()
  })

  it('says so when the installer fails, and tries again the next time', async () => {
    write('install.js', 'process.exit(1)')
    expect(await fetchNow({})).toBe('it could not be downloaded')
    write('install.js', '')
    expect(await fetchNow({})).toBeUndefined()
  })

  it('stops a slow installer, remembers it for a day, and asks again when told to', async () => {
    write('install.js', 'setInterval(() => {}, 1000)')
    const start = performance.now()
    expect(await fetchNow({})).toBe('it did not arrive within 0.5 s ("--host electron" waits longer)')
    expect(performance.now() - start).toBeLessThan(5000)
    write('install.js', '')
    expect(await fetchNow({})).toBe('its download was too slow last time ("--host electron" waits for it)')
    expect(await fetchNow({ asked: true })).toBeUndefined()
  })

  it('forgets a slow installer after a day', async () => {
    write('cache/too-slow', '')
    const yesterday = Date.now() / 1000 - 25 * 3600
    utimesSync(memory, yesterday, yesterday)
    write('install.js', '')
    expect(await fetchNow({})).toBeUndefined()
  })
})

function fetchNow({ asked = false }: { readonly asked?: boolean }): Promise<string | undefined> {
  return fetchElectron({ folder, memory, limitSeconds: asked ? 20 : 0.5, asked })
}

function install(): void {
  write('dist/electron', '')
  write('dist/version', '45.4.1')
  write('path.txt', 'electron')
}

function write(file: string, text: string): void {
  mkdirSync(path.join(folder, path.dirname(file)), { recursive: true })
  writeFileSync(path.join(folder, file), text)
}

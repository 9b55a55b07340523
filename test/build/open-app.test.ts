// `npm start` from its options to the window, with stand-ins for the loopback host and for Electron.
import { execFile } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { root } from '../architecture/source-files.ts'

let folder = ''

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'baton-open-')))
  cpSync(path.join(root, 'electron/build'), path.join(folder, 'electron/build'), { recursive: true })
  write('package.json', '{ "type": "module" }')
  write('electron/build/build-app.mjs', 'export async function buildApp() {}')
  write('out/host/host.js', "console.log('host ' + process.argv.slice(2).join(' ')); process.exit(5)")
  write('node_modules/electron/package.json', '{ "version": "45.4.1" }')
  write('node_modules/electron/install.js', 'process.exit(1)')
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const mayRunElectron = process.platform === 'linux' && process.getuid?.() !== 0

describe('npm start', () => {
  it('opens the loopback host when asked to, with the files, and ends with its exit code', async () => {
    const { code, stdout } = await open(['--host', 'browser', 'a.handoff', '--no-open'])
    expect(stdout.split('\n').slice(0, 2)).toEqual([
      'Opening in a browser window: you asked for it.',
      `host --no-open ${path.join(folder, 'a.handoff')}`,
    ])
    expect(code).toBe(5)
  })

  it('opens the loopback host where Electron cannot be had, and says why', async () => {
    const { code, stdout } = await open([])
    expect(stdout).toMatch(/Opening in a browser window: .+\.\nhost/)
    expect(code).toBe(5)
  })

  it('opens nothing where Electron was asked for and cannot be had', async () => {
    const { code, stdout, stderr } = await open(['--host', 'electron'])
    expect(stderr).toMatch(/^baton: Electron was asked for, but .+\.\n$/)
    expect(stdout).not.toContain('host')
    expect(code).toBe(2)
  })

  it('says what is wrong with its options, and opens nothing', async () => {
    expect(await open(['--hots'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'baton: There is no option --hots.\n',
    })
  })

  it('says so when the app cannot be built, and opens nothing', async () => {
    write(
      'electron/build/build-app.mjs',
      `export async function buildApp() { throw new Error('main: no such file') }`,
    )
    expect(await open([])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'baton: The app could not be built. main: no such file\n',
    })
  })

  it.runIf(mayRunElectron)(
    'opens Electron where its program is, with the checkout and the files',
    async () => {
      installElectron('echo "electron $@"; exit 0')
      const { code, stdout } = await open(['a.handoff'])
      expect(stdout.split('\n').slice(0, 2)).toEqual([
        'Opening in Electron: its program is installed.',
        `electron ${folder}/ ${path.join(folder, 'a.handoff')}`,
      ])
      expect(code).toBe(0)
    },
  )

  it.runIf(mayRunElectron)('opens the loopback host when Electron ends at once with an error', async () => {
    installElectron('exit 127')
    const { code, stdout } = await open([])
    expect(stdout).toMatch(
      /Electron ended after \d\.\d s with exit code 127; opening in a browser window instead\.\nhost/,
    )
    expect(code).toBe(5)
  })
})

interface Outcome {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

function open(args: readonly string[]): Promise<Outcome> {
  const script = path.join(folder, 'electron/build/open-app.mjs')
  const env = { ...process.env, INIT_CWD: folder, DISPLAY: ':99' }
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), stdout, stderr })
    })
  })
}

function installElectron(script: string): void {
  write('node_modules/electron/dist/electron', `#!/bin/sh\n${script}\n`)
  chmodSync(path.join(folder, 'node_modules/electron/dist/electron'), 0o755)
  write('node_modules/electron/dist/version', '45.4.1')
  write('node_modules/electron/path.txt', 'electron')
}

function write(file: string, text: string): void {
  mkdirSync(path.join(folder, path.dirname(file)), { recursive: true })
  writeFileSync(path.join(folder, file), text)
}

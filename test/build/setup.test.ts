// Setting up on a fresh checkout, for real: npm installs, the script runs, and failures are told and not hidden.
import { execFile, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { root } from '../architecture/source-files.ts'

let folder = ''

// A checkout whose only package lies in it, so that npm needs no network.
beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'baton-setup-')))
  cpSync(path.join(root, 'electron/build'), path.join(folder, 'electron/build'), { recursive: true })
  write('package.json', { name: 'x', version: '1.0.0', type: 'module', dependencies: { dep: 'file:dep' } })
  write('dep/package.json', { name: 'dep', version: '1.0.0' })
  write('package-lock.json', {
    name: 'x',
    version: '1.0.0',
    lockfileVersion: 3,
    packages: {
      '': { name: 'x', version: '1.0.0', dependencies: { dep: 'file:dep' } },
      dep: { name: 'dep', version: '1.0.0' },
      'node_modules/dep': { resolved: 'dep', link: true },
    },
  })
  write(
    'electron/build/report-node.mjs',
    `console.log(JSON.stringify({ args: process.argv.slice(2), path: process.env.PATH.split(/[:;]/)[0] }))
     process.exit(Number(process.env.WANTED_CODE ?? 0))`,
  )
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('setUpThenRun', () => {
  it('installs once, and runs the script with the programs of the project first in PATH', async () => {
    const first = await install()
    expect(first.stdout).toContain('Setting up with "npm ci", because its packages are not installed yet.')
    expect(first.code).toBe(0)
    const second = await install()
    const bin = path.join(folder, 'node_modules/.bin')
    expect(second).toEqual({ code: 0, stdout: `${JSON.stringify({ args: [], path: bin })}\n`, stderr: '' })
  })

  it('ends with the exit code of the script', async () => {
    await install()
    expect((await install({ WANTED_CODE: '7' })).code).toBe(7)
  })

  it('says what failed when npm does, and runs nothing', async () => {
    write('package.json', { name: 'x', version: '1.0.0', dependencies: { other: 'file:dep' } })
    const { code, stdout, stderr } = await install()
    expect(code).toBe(2)
    expect(stderr).toMatch(/baton: "npm ci" failed with exit code \d+; its own message is above\.\n$/)
    expect(stdout).not.toContain('args')
  })

  it.skipIf(process.platform === 'win32')('ends the script when npm and its shell are ended', async () => {
    await install()
    write('electron/build/report-node.mjs', `console.log(process.pid); setInterval(() => {}, 1000)`)
    const script = path.join(folder, 'electron/build/install.mjs')
    const env = { ...process.env, npm_lifecycle_event: 'start' }
    const shell = spawn('sh', ['-c', `"${process.execPath}" "${script}"; true`], { env })
    const pid = await new Promise<number>((resolve) =>
      shell.stdout.once('data', (line) => resolve(Number(line))),
    )
    onTestFinished(() => void (isRunning(pid) && process.kill(pid, 'SIGKILL')))
    expect(isRunning(pid)).toBe(true)
    shell.kill('SIGKILL')
    await expect.poll(() => isRunning(pid), { timeout: 20_000 }).toBe(false)
  })
})

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

interface Outcome {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

function install(variables: Readonly<Record<string, string>> = {}): Promise<Outcome> {
  const script = path.join(folder, 'electron/build/install.mjs')
  const env = { ...process.env, npm_config_registry: 'http://127.0.0.1:9', ...variables }
  return new Promise((resolve) => {
    execFile(process.execPath, [script], { env }, (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), stdout, stderr })
    })
  })
}

function write(file: string, content: object | string): void {
  mkdirSync(path.join(folder, path.dirname(file)), { recursive: true })
  writeFileSync(path.join(folder, file), typeof content === 'string' ? content : JSON.stringify(content))
}

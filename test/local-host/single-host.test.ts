// One host per data folder: the second hands over its files and ends; a dead host is no obstacle.
import { spawn } from 'node:child_process'
import type { ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startLocalHost } from '../../electron/local-host/host.ts'
import type { LocalHostOptions } from '../../electron/local-host/host.ts'
import { handOver } from '../../electron/local-host/single-host.ts'
import { freshFolder } from '../core/support/folders.ts'
import { installIn } from './support/installation.ts'
import { runningHost } from './support/running-host.ts'
import { connectWindow } from './support/wire-client.ts'

const A = path.resolve('/a.handoff')
const B = path.resolve('/b.handoff')

async function second(dataFolder: string, options: LocalHostOptions = {}) {
  const said: string[] = []
  const installation = installIn(freshFolder())
  const say = (line: string): void => void said.push(line)
  const host = await startLocalHost({ dataFolder, installation, window: 'none', say, ...options })
  return { host, said }
}

describe('a second host', () => {
  it('gives its files to the window that is open', async () => {
    const { host, dataFolder } = await runningHost()
    const window = await connectWindow(host.url())
    await window.call('app.takePendingFiles', {})
    const event = new Promise((resolve) => {
      window.subscribe((name, payload) => resolve({ name, payload }))
    })
    const other = await second(dataFolder, { files: [A, B] })
    expect([other.host.kind, other.said]).toEqual([
      'handed-over',
      ['Opened in the window that is already there.'],
    ])
    expect(await event).toEqual({ name: 'app.openFiles', payload: { paths: [A, B] } })
  })

  it('leaves them for the next window when none is open, and says where that opens', async () => {
    const { host, dataFolder } = await runningHost()
    const other = await second(dataFolder, { files: [A] })
    expect(other.said).toEqual([expect.stringContaining(host.origin)])
    const window = await connectWindow(other.host.url())
    expect(await window.call('app.takePendingFiles', {})).toEqual({ ok: true, value: { paths: [A] } })
    expect(await window.call('app.takePendingFiles', {})).toEqual({ ok: true, value: { paths: [] } })
  })

  it('starts as the first when that one was killed', async () => {
    const dataFolder = path.join(freshFolder(), 'data')
    const child = startElsewhere(dataFolder)
    await once(child.stdout, 'data')
    expect((await second(dataFolder, { files: [A] })).host.kind).toBe('handed-over')
    child.kill('SIGKILL')
    await once(child, 'exit')
    const { host } = await second(dataFolder)
    expect(host.kind).toBe('serving')
    if (host.kind === 'serving') await host.stop()
  })

  it('works in a folder too deep for a socket of its own', async () => {
    const dataFolder = path.join(freshFolder(), 'x'.repeat(90), 'data')
    await runningHost({ dataFolder })
    expect((await second(dataFolder, { files: [A] })).host.kind).toBe('handed-over')
  })
})

// In a process of its own, which prints its address when it serves.
function startElsewhere(dataFolder: string): ChildProcessByStdio<null, Readable, null> {
  const source = pathToFileURL(path.resolve('electron/local-host/host.ts')).href
  const options = { dataFolder, installation: installIn(freshFolder()), window: 'none' }
  const program = `import { startLocalHost } from '${source}'; await startLocalHost(${JSON.stringify(options)})`
  const words = ['--input-type=module', '--eval', program]
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

describe('the hand-over socket', () => {
  it('is for its owner alone', async () => {
    const { dataFolder } = await runningHost()
    const { address } = JSON.parse(readFileSync(path.join(dataFolder, 'run/host.json'), 'utf8')) as {
      address: string
    }
    const modes = [address, path.join(dataFolder, 'run/host.json')].map((file) => statSync(file).mode & 0o777)
    expect(modes).toEqual([0o600, 0o600])
  })

  it('answers nobody who does not know the secret, and survives nonsense', async () => {
    const { dataFolder } = await runningHost()
    const { address } = JSON.parse(readFileSync(path.join(dataFolder, 'run/host.json'), 'utf8')) as {
      address: string
    }
    const messages = ['nonsense\n', '{}\n', '{"secret":"x","files":[]}\n', `${'x'.repeat(2_000_000)}\n`]
    for (const message of messages) expect(await say(address, message)).toBe('')
    expect(await handOver(dataFolder, [])).toMatchObject({ files: 'kept' })
  })

  it('takes only absolute, harmless paths', async () => {
    const { host, dataFolder } = await runningHost()
    await handOver(dataFolder, ['https://evil.example/', 'a\0b', A, '-x'])
    const window = await connectWindow(host.url())
    expect(await window.call('app.takePendingFiles', {})).toEqual({
      ok: true,
      value: { paths: [A, path.resolve('/-x')] },
    })
  })
})

describe('a host', () => {
  it('says so when the interface is not built', async () => {
    const options = {
      dataFolder: freshFolder(),
      installation: { ...installIn(freshFolder()), rendererFolder: '/nowhere' },
    }
    await expect(startLocalHost(options)).rejects.toThrow(
      'The interface is not built yet: run "npm run build" first.',
    )
  })

  it('says so when its port is taken, and can be started again on another', async () => {
    const { host } = await runningHost()
    const dataFolder = path.join(freshFolder(), 'data')
    await expect(second(dataFolder, { port: Number(new URL(host.origin).port) })).rejects.toThrow(
      'EADDRINUSE',
    )
    const again = await second(dataFolder)
    expect(again.host.kind).toBe('serving')
    if (again.host.kind === 'serving') await again.host.stop()
  })

  it('starts with a damaged library, and says so on the terminal and to the window', async () => {
    const dataFolder = freshFolder()
    writeFileSync(path.join(dataFolder, 'library.db'), 'rubbish '.repeat(1000))
    const { host, said } = await runningHost({ dataFolder })
    const window = await connectWindow(host.url())
    const notice = expect.stringContaining('damaged-1')
    expect(said[0]).toEqual(notice)
    expect(await window.call('app.info', {})).toMatchObject({ ok: true, value: { notices: [notice] } })
  })
})

function say(address: string, message: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = net.connect(address, () => socket.write(message))
    let answer = ''
    socket.setEncoding('utf8').on('data', (part: string) => (answer += part))
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(answer))
  })
}

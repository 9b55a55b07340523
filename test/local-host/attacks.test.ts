// What other programs and other pages on this machine may try against the loopback host, point by point.
import { statSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { once } from 'node:events'
import net from 'node:net'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { MAX_MESSAGE_BYTES } from '../../shared/host/wire.ts'
import { browserArguments, writeRedirectFile } from '../../electron/local-host/launch.ts'
import { isOwnRequest, isOwnWrite } from '../../electron/local-host/request-policy.ts'
import { createSecretBag } from '../../electron/local-host/secrets.ts'
import { freshFolder } from '../core/support/folders.ts'
import { runningHost } from './support/running-host.ts'
import { connectWindow, connectWithKey, rawRequest, spendTicket } from './support/wire-client.ts'
import type { RawRequest } from './support/wire-client.ts'

const UPGRADE = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
}

async function target() {
  const { host } = await runningHost()
  const url = new URL(host.url())
  const port = Number(url.port)
  const own = { host: url.host, origin: url.origin }
  const status = async (request: RawRequest): Promise<number> => (await rawRequest(port, request)).status
  const ticket = (): string => new URL(host.url()).hash.slice(3)
  return { host, port, own, status, ticket }
}

describe('1: the address', () => {
  it('is a random name on the loopback interface alone', async () => {
    const { port, own } = await target()
    const another = await target()
    expect(own.host).toMatch(/^h[0-9a-f]{16}\.localhost:\d+$/)
    expect(another.own.host.split(':')[0]).not.toBe(own.host.split(':')[0])
    const outside = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4')
    for (const { address } of outside) expect(await canConnect(address, port)).toBe(false)
    expect(await canConnect('127.0.0.1', port)).toBe(true)
  })
})

describe('2: the Host header', () => {
  it('must be ours to the letter, so that a name that was rebound to us gets nothing', async () => {
    const { port, own, status } = await target()
    const names = [
      'evil.example',
      '127.0.0.1',
      'localhost',
      `x${own.host.split(':')[0]}`,
      'h0000000000000000.localhost',
    ]
    for (const name of names) {
      expect(await status({ headers: { host: `${name}:${port}` } }), name).toBe(421)
      const upgrade = { path: '/host', headers: { ...UPGRADE, host: `${name}:${port}`, origin: own.origin } }
      expect(await status(upgrade), name).toBe(403)
    }
    expect(await status({ headers: { host: own.host.split(':')[0] ?? '' } })).toBe(421)
    expect(await status({ headers: { host: own.host } })).toBe(200)
  })
})

describe('3: Origin and Sec-Fetch-Site', () => {
  const own = { host: 'h1.localhost:5', origin: 'http://h1.localhost:5' }
  const table: readonly [
    name: string,
    method: string,
    headers: Record<string, string>,
    reads: boolean,
    writes: boolean,
  ][] = [
    ['our page', 'POST', { origin: own.origin, 'sec-fetch-site': 'same-origin' }, true, true],
    ['a program without a browser', 'GET', {}, true, false],
    ['the address bar', 'GET', { 'sec-fetch-site': 'none' }, true, false],
    [
      'another port',
      'POST',
      { origin: 'http://h1.localhost:6', 'sec-fetch-site': 'same-site' },
      false,
      false,
    ],
    ['another port that hides its origin', 'GET', { 'sec-fetch-site': 'same-site' }, false, false],
    ['another site', 'GET', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }, false, false],
    ['a sandboxed frame', 'POST', { origin: 'null', 'sec-fetch-site': 'cross-site' }, false, false],
    [
      'our page as a frame of another',
      'GET',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
      false,
      false,
    ],
    [
      'a link to our page',
      'GET',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
      true,
      false,
    ],
    [
      'a form that posts to our page',
      'POST',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
      false,
      false,
    ],
    ['https of the same name', 'POST', { origin: 'https://h1.localhost:5' }, false, false],
  ]
  for (const [name, method, headers, reads, writes] of table) {
    it(`of ${name}: ${reads ? 'may' : 'may not'} read, ${writes ? 'may' : 'may not'} write`, () => {
      const facts = { method, headers: { host: own.host, ...headers } }
      expect([isOwnRequest(facts, own), isOwnWrite(facts, own)]).toEqual([reads, writes])
    })
  }

  it('are asked of the running host, and no answer opens it to other pages', async () => {
    const { own: real, port, status, ticket } = await target()
    const post = (headers: Record<string, string>): RawRequest => ({
      method: 'POST',
      path: '/session',
      headers: { host: real.host, 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ ticket: ticket() }),
    })
    expect(await status(post({ origin: 'http://localhost:3000' }))).toBe(421)
    expect(await status(post({ origin: 'null' }))).toBe(421)
    expect(await status(post({}))).toBe(403)
    expect(await status(post({ origin: real.origin, 'sec-fetch-site': 'cross-site' }))).toBe(421)
    const answer = await rawRequest(port, post({ origin: real.origin }))
    expect(answer.status).toBe(200)
    expect(Object.keys(answer.headers).filter((header) => header.startsWith('access-control'))).toEqual([])
  })

  it('are asked of a WebSocket, which must have an Origin even with the right key', async () => {
    const { host, own: real, status } = await target()
    const key = await spendTicket(host.url())
    const upgrade = (headers: Record<string, string>): RawRequest => ({
      path: '/host',
      headers: { ...UPGRADE, host: real.host, 'sec-websocket-protocol': `baton.v1, key.${key}`, ...headers },
    })
    expect(await status(upgrade({}))).toBe(403)
    expect(await status(upgrade({ origin: 'http://evil.example' }))).toBe(403)
    expect(await status(upgrade({ origin: real.origin, 'sec-fetch-site': 'same-site' }))).toBe(403)
    expect(await status({ ...upgrade({ origin: real.origin }), path: '/elsewhere' })).toBe(403)
    expect(await status(upgrade({ origin: real.origin }))).toBe(101)
  })
})

describe('4: cookies', () => {
  it('are neither set nor taken for a session', async () => {
    const { host, own, port, status } = await target()
    const key = await spendTicket(host.url())
    const page = await rawRequest(port, { headers: { host: own.host } })
    expect(page.headers['set-cookie']).toBeUndefined()
    const headers = {
      ...UPGRADE,
      host: own.host,
      origin: own.origin,
      cookie: `key=${key}; baton.session=${key}`,
    }
    expect(await status({ path: '/host', headers })).toBe(401)
  })
})

describe('5: tickets and keys', () => {
  it('let a window in once', async () => {
    const { host } = await target()
    const url = host.url()
    expect(await spendTicket(url)).not.toBeNull()
    expect(await spendTicket(url)).toBeNull()
  })

  it('cannot be guessed, made up or mixed up', async () => {
    const { host, own, status } = await target()
    const key = await spendTicket(host.url())
    const session = (body: string): Promise<number> =>
      status({
        method: 'POST',
        path: '/session',
        headers: { host: own.host, origin: own.origin, 'content-type': 'application/json' },
        body,
      })
    for (const body of [
      '',
      '{}',
      '[]',
      'null',
      '{"ticket":7}',
      '{"ticket":"x"}',
      '{',
      JSON.stringify({ ticket: key }),
    ]) {
      expect(await session(body), body).toBe(401)
    }
    const upgrade = (protocols: string): Promise<number> =>
      status({
        path: '/host',
        headers: { ...UPGRADE, host: own.host, origin: own.origin, 'sec-websocket-protocol': protocols },
      })
    for (const protocols of ['baton.v1', 'baton.v1, key.', 'baton.v1, key.x', `baton.v1, ${key}`]) {
      expect(await upgrade(protocols), protocols).toBe(401)
    }
  })

  it('have 256 bits, end with their time, and are used up by their use', () => {
    let now = 0
    const bag = createSecretBag(() => now)
    const secrets = Array.from({ length: 100 }, () => bag.mint(1_000))
    expect(new Set(secrets.map((secret) => Buffer.from(secret, 'base64url').length))).toEqual(new Set([32]))
    expect(new Set(secrets).size).toBe(100)
    const [first = '', second = '', third = ''] = secrets
    expect([bag.spend(first), bag.spend(first), bag.has(second)]).toEqual([true, false, true])
    bag.renew(third, 5_000)
    now = 1_000
    expect([bag.has(second), bag.spend(second), bag.has(third)]).toEqual([false, false, true])
  })

  it('keep a window across a reload, and travel in the fragment, which no server sees', async () => {
    const { host } = await target()
    const url = host.url()
    expect(url).toMatch(/^http:\/\/h[0-9a-f]{16}\.localhost:\d+\/#t=[\w-]{43}$/)
    const key = (await spendTicket(url)) ?? ''
    for (let load = 0; load < 2; load++) {
      const window = await connectWithKey(url, key)
      expect((await window.call('app.info', {})).ok).toBe(true)
      await window.close()
    }
  })
})

describe('6: the way to the browser', () => {
  it.skipIf(process.platform === 'win32')(
    'is a file that its owner alone can read; no argument of a program holds the ticket',
    () => {
      const folder = path.join(freshFolder(), 'run')
      const url = 'http://h1.localhost:5/#t=the-ticket'
      const file = writeRedirectFile(folder, url)
      const words = browserArguments({ browser: 'chrome', url, dataFolder: folder, sandbox: 'on' }, file)
      expect(words.join(' ')).not.toContain('the-ticket')
      expect(words.join(' ')).not.toContain('h1.localhost')
      expect(words).not.toContain('--no-sandbox')
      expect([statSync(file).mode & 0o777, statSync(folder).mode & 0o777]).toEqual([0o600, 0o700])
    },
  )
})

describe('7: the headers of every answer', () => {
  const policy = (host: string): string =>
    `default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self' ws://${host}; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-src 'none'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types baton-worker`
  const requests: readonly RawRequest[] = [
    { path: '/' },
    { path: '/nothing' },
    { path: '/..%2fsecret.json' },
    { method: 'POST', path: '/session' },
    { headers: { origin: 'http://evil.example' } },
  ]
  it('forbid frames, foreign scripts, foreign connections and string-to-code', async () => {
    const { own, port } = await target()
    for (const request of requests) {
      const answer = await rawRequest(port, { ...request, headers: { host: own.host, ...request.headers } })
      expect(answer.headers, `${answer.status}`).toMatchObject({
        'content-security-policy': policy(own.host),
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      })
    }
  })
})

describe('8: limits', () => {
  it('of headers, bodies, paths and kinds of files', async () => {
    const { own, status } = await target()
    const headers = { host: own.host }
    expect(await status({ headers: { ...headers, filler: 'x'.repeat(20_000) } })).toBe(431)
    const post = {
      method: 'POST',
      path: '/session',
      headers: { ...headers, origin: own.origin, 'content-type': 'application/json' },
    }
    expect(await status({ ...post, body: 'x'.repeat(1_025) })).toBe(413)
    expect(
      await status({ ...post, headers: { ...post.headers, 'content-type': 'text/plain' }, body: '{}' }),
    ).toBe(415)
    expect(await status({ path: '/../../secret.json', headers })).toBe(403)
    expect(await status({ path: '/..%2f..%2fsecret.json', headers })).toBe(403)
    expect(await status({ path: '/%2e%2e/%2e%2e/secret.json', headers })).toBe(403)
    expect(await status({ path: '/%zz', headers })).toBe(400)
    expect(await status({ path: '//evil.example/', headers })).toBe(404)
    expect(await status({ method: 'DELETE', headers })).toBe(405)
  })

  it('of messages: what is too large, binary or no call ends that window and no other', async () => {
    const { host } = await target()
    const bystander = await connectWindow(host.url())
    const call = JSON.stringify({ id: 1, name: 'app.info', input: {} })
    const attacks: readonly (readonly [message: string | Buffer, code: number])[] = [
      [call + ' '.repeat(MAX_MESSAGE_BYTES), 1009],
      [Buffer.from(call), 1003],
      ['no json', 1007],
      ['null', 1008],
      ['{"id":"1"}', 1008],
      ['{"id":1.5}', 1008],
    ]
    for (const [message, code] of attacks) {
      const window = await connectWindow(host.url())
      const closed = once(window.socket, 'close')
      window.socket.send(message)
      expect((await closed)[0]).toBe(code)
    }
    expect((await bystander.call('app.info', {})).ok).toBe(true)
  })
})

describe('9: life', () => {
  it('ends some time after the last window has left, and not for a reload', async () => {
    const { host } = await runningHost({ life: 'until-idle', idleMs: 800 })
    const url = host.url()
    const key = (await spendTicket(url)) ?? ''
    for (let reload = 0; reload < 3; reload++) {
      const window = await connectWithKey(url, key)
      await new Promise((resolve) => setTimeout(resolve, 60))
      await window.close()
      await new Promise((resolve) => setTimeout(resolve, 60))
    }
    const last = await connectWithKey(url, key)
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    expect((await last.call('app.info', {})).ok).toBe(true)
    await last.close()
    await host.ended
    expect(await canConnect('127.0.0.1', Number(new URL(url).port))).toBe(false)
  })

  it('tells the windows before it ends', async () => {
    const { host } = await runningHost()
    const window = await connectWindow(host.url())
    const events: string[] = []
    window.subscribe((name) => void events.push(name))
    await host.stop()
    await window.closed
    expect(events).toEqual(['app.stopping'])
  })
})

function canConnect(address: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ host: address, port, timeout: 1_000 })
    const end = (answer: boolean): void => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', () => end(true))
    socket.once('error', () => end(false))
    socket.once('timeout', () => end(false))
  })
}

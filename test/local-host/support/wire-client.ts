// A window without a browser: speaks the wire to a loopback host from plain Node, honestly or as an attacker.
import http from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import { WebSocket } from 'ws'
import { WIRE_PROTOCOL } from '../../../shared/host/wire.ts'
import type { HostTransport, Reply } from '../../../shared/host/wire.ts'

export interface RawRequest {
  readonly method?: string
  readonly path?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export interface RawAnswer {
  /** 101 for an upgrade that was granted; 0 when the connection was cut without an answer. */
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** Sends a request to 127.0.0.1 with whatever headers it is given. Nothing is added but what HTTP needs. */
export function rawRequest(port: number, request: RawRequest): Promise<RawAnswer> {
  const { method = 'GET', path = '/', headers = {}, body } = request
  return new Promise((resolve) => {
    // `path` is sent as it stands: a URL object would tidy up the very dots that an attack consists of.
    const sent = http.request({ host: '127.0.0.1', port, method, path, headers, agent: false })
    sent.on('response', (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (part: string) => (text += part))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }))
      answer.on('error', () => resolve({ status: 0, headers: {}, body: '' }))
    })
    sent.on('upgrade', (answer, socket) => {
      socket.destroy()
      resolve({ status: 101, headers: answer.headers, body: '' })
    })
    sent.on('error', () => resolve({ status: 0, headers: {}, body: '' }))
    sent.end(body)
  })
}

/** Spends the ticket of `url` for a session key. Null when it is refused. */
export async function spendTicket(url: string): Promise<string | null> {
  const { host, origin, port, hash } = new URL(url)
  const ticket = new URLSearchParams(hash.slice(1)).get('t')
  const headers = { host, origin, 'content-type': 'application/json' }
  const request = { method: 'POST', path: '/session', headers, body: JSON.stringify({ ticket }) }
  const answer = await rawRequest(Number(port), request)
  if (answer.status !== 200) return null
  return (JSON.parse(answer.body) as { key: string }).key
}

export interface WireClient extends HostTransport {
  readonly socket: WebSocket
  /** Settles when the connection is gone; pending calls have then been answered `disconnected`. */
  readonly closed: Promise<void>
  close(): Promise<void>
}

/** Connects as a page would. Rejects when the host refuses. */
export async function connectWindow(url: string): Promise<WireClient> {
  const key = await spendTicket(url)
  if (key === null) throw new Error('the ticket was refused')
  return connectWithKey(url, key)
}

export async function connectWithKey(url: string, key: string): Promise<WireClient> {
  const { host, origin, port } = new URL(url)
  const socket = new WebSocket(`ws://127.0.0.1:${port}/host`, [WIRE_PROTOCOL, `key.${key}`], {
    headers: { host, origin },
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  return overSocket(socket)
}

function overSocket(socket: WebSocket): WireClient {
  const waiting = new Map<number, (reply: Reply) => void>()
  const listeners = new Set<(name: string, payload: unknown) => void>()
  const closed = new Promise<void>((resolve) => {
    socket.once('close', () => {
      const gone: Reply = { ok: false, error: { code: 'disconnected', message: 'gone' } }
      for (const answer of waiting.values()) answer(gone)
      resolve()
    })
  })
  // A connection that is cut while something is being sent is what these tests are about.
  socket.on('error', () => undefined)
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as
      | { id: number; reply: Reply }
      | { event: string; payload: unknown }
    if ('event' in message) {
      for (const listener of listeners) listener(message.event, message.payload)
      return
    }
    waiting.get(message.id)?.(message.reply)
    waiting.delete(message.id)
  })
  let calls = 0
  return {
    socket,
    closed,
    call(name, input) {
      if (socket.readyState !== WebSocket.OPEN) {
        return Promise.resolve({ ok: false, error: { code: 'disconnected', message: 'gone' } })
      }
      return new Promise((resolve) => {
        const id = ++calls
        waiting.set(id, resolve)
        socket.send(JSON.stringify({ id, name, input }))
      })
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async close() {
      socket.close()
      await closed
    },
  }
}

// The loopback host's HTTP side: static files for anyone, a session for a ticket, and one WebSocket per window.
import { randomBytes } from 'node:crypto'
import http from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { MAX_MESSAGE_BYTES, WIRE_PROTOCOL } from '../../shared/host/wire.ts'
import type { Backend } from '../core/backend.ts'
import { securityHeaders } from '../core/security-headers.ts'
import { serveStatic } from '../core/static-files.ts'
import { isOwnRequest, isOwnWrite } from './request-policy.ts'
import type { OwnAddress } from './request-policy.ts'
import { createSecretBag } from './secrets.ts'
import type { SecretBag } from './secrets.ts'
import { connectSocket } from './socket.ts'

export interface ServerOptions {
  readonly backend: Backend
  readonly rendererFolder: string
  /** 0 lets the system choose. */
  readonly port: number
  readonly now: () => number
  /** Called when a window has connected or left, with the number that remain. */
  readonly onWindows: (count: number) => void
}

export interface LoopbackServer extends OwnAddress {
  /** The address with a fresh ticket that opens it once within `lifeMs`. */
  url(lifeMs: number): string
  close(): Promise<void>
}

interface ServerParts extends ServerOptions {
  readonly own: OwnAddress
  readonly tickets: SecretBag
  readonly sessions: SecretBag
}

const SESSION_MS = 12 * 60 * 60 * 1000
const MAX_SESSION_BODY = 1024
const LIMITS = {
  maxHeaderSize: 16 * 1024,
  requestTimeout: 10_000,
  headersTimeout: 5_000,
  keepAliveTimeout: 5_000,
}

/** Rejects when the port is taken. Binds 127.0.0.1 alone, under a name nobody can guess. */
export async function startServer(options: ServerOptions): Promise<LoopbackServer> {
  const server = http.createServer(LIMITS)
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
    handleProtocols: (offered) => (offered.has(WIRE_PROTOCOL) ? WIRE_PROTOCOL : false),
  })
  const own = await listen(server, options.port)
  const tickets = createSecretBag(options.now)
  const parts: ServerParts = { ...options, own, tickets, sessions: createSecretBag(options.now) }
  server.on('request', (request, response) => void answer(request, response, parts))
  server.on('upgrade', (request, socket, head) => upgrade(request, socket, head, parts, sockets))
  return {
    ...own,
    url: (lifeMs) => `${own.origin}/#t=${tickets.mint(lifeMs)}`,
    async close() {
      for (const client of sockets.clients) client.terminate()
      sockets.close()
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

// The random name is an origin of its own: no other local port shares its storage, and no page can address it.
async function listen(server: http.Server, port: number): Promise<OwnAddress> {
  const name = `h${randomBytes(8).toString('hex')}.localhost`
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const host = `${name}:${(server.address() as AddressInfo).port}`
  return { host, origin: `http://${host}` }
}

async function answer(request: IncomingMessage, response: ServerResponse, parts: ServerParts): Promise<void> {
  const method = request.method ?? 'GET'
  const headers = securityHeaders(`'self' ws://${parts.own.host}`)
  try {
    if (!isOwnRequest({ method, headers: request.headers }, parts.own)) {
      response
        .writeHead(421, { ...headers, 'content-type': 'text/plain' })
        .end('Not the address of this page.\n')
      return
    }
    const pathname = (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/'
    if (pathname === '/session') return await openSession(request, response, parts, headers)
    const file = await serveStatic(parts.rendererFolder, { method, pathname }, headers)
    const body = Buffer.from(await file.arrayBuffer())
    response.writeHead(file.status, Object.fromEntries(file.headers)).end(body)
  } catch {
    if (!response.headersSent) response.writeHead(500, headers)
    response.end()
  }
}

async function openSession(
  request: IncomingMessage,
  response: ServerResponse,
  { own, tickets, sessions }: ServerParts,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const refuse = (status: number): unknown =>
    response.writeHead(status, { ...headers, connection: 'close' }).end()
  const facts = { method: request.method ?? 'GET', headers: request.headers }
  if (facts.method !== 'POST' || !isOwnWrite(facts, own)) return void refuse(403)
  // A plain form cannot send this type, so a form on another page never gets here.
  if (request.headers['content-type'] !== 'application/json') return void refuse(415)
  const body = await readBody(request, MAX_SESSION_BODY)
  if (body === null) return void refuse(413)
  const ticket = readTicket(body)
  if (ticket === null || !tickets.spend(ticket)) return void refuse(401)
  const answer = JSON.stringify({ key: sessions.mint(SESSION_MS) })
  response
    .writeHead(200, { ...headers, 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(answer)
}

function upgrade(
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  parts: ServerParts,
  sockets: WebSocketServer,
): void {
  const refuse = (status: number): unknown =>
    socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
  socket.on('error', () => socket.destroy())
  const facts = { method: request.method ?? 'GET', headers: request.headers }
  if (!isOwnWrite(facts, parts.own) || request.url !== '/host') return void refuse(403)
  const key = sessionKey(request.headers['sec-websocket-protocol'])
  if (key === null || !parts.sessions.has(key)) return void refuse(401)
  parts.sessions.renew(key, SESSION_MS)
  sockets.handleUpgrade(request, socket, head, (webSocket) => connectSocket(webSocket, parts))
}

// The key travels as a subprotocol: browsers let a page set no other header of a WebSocket, and an address is logged.
function sessionKey(protocols: string | undefined): string | null {
  const offered = (protocols ?? '').split(',').map((protocol) => protocol.trim())
  return offered.find((protocol) => protocol.startsWith('key.'))?.slice(4) ?? null
}

function readTicket(body: string): string | null {
  try {
    const parsed: unknown = JSON.parse(body)
    if (typeof parsed !== 'object' || parsed === null || !('ticket' in parsed)) return null
    return typeof parsed.ticket === 'string' ? parsed.ticket : null
  } catch {
    return null
  }
}

async function readBody(request: IncomingMessage, limit: number): Promise<string | null> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > limit) return null
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

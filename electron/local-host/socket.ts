// One window's WebSocket: calls in, replies and events out, in the order in which they happened.
import type { WebSocket } from 'ws'
import type { Backend } from '../core/backend.ts'

/** Close codes of RFC 6455: a message of a kind, a form or a content that we do not take. */
const WRONG_KIND = 1003
const NOT_JSON = 1007
const NOT_OURS = 1008

interface SocketParts {
  readonly backend: Backend
  readonly onWindows: (count: number) => void
}

export function connectSocket(socket: WebSocket, { backend, onWindows }: SocketParts): void {
  const send = (message: unknown): void => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message))
  }
  const connection = backend.connect((event, payload) => send({ event, payload }))
  onWindows(backend.windowCount())
  socket.on('message', (raw, isBinary) => {
    if (isBinary) return socket.close(WRONG_KIND)
    const message = Buffer.isBuffer(raw) ? parse(raw.toString('utf8')) : undefined
    if (message === undefined) return socket.close(NOT_JSON)
    const id = callId(message)
    if (id === null) return socket.close(NOT_OURS)
    const { name, input } = message as { name?: unknown; input?: unknown }
    void connection.call(name, input).then((reply) => send({ id, reply }))
  })
  // Without a listener an oversized message would end the whole host; `close` follows and does the rest.
  socket.on('error', () => undefined)
  socket.on('close', () => {
    connection.close()
    onWindows(backend.windowCount())
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function callId(message: unknown): number | null {
  if (typeof message !== 'object' || message === null || !('id' in message)) return null
  return typeof message.id === 'number' && Number.isSafeInteger(message.id) ? message.id : null
}

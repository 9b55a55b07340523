// The only file that knows which host the page runs on: Electron's bridge, or the loopback host's WebSocket.
import { BRIDGE_NAME, MAX_MESSAGE_BYTES, WIRE_PROTOCOL } from '../../shared/host/wire.ts'
import type { HostErrorCode, HostTransport, Reply } from '../../shared/host/wire.ts'

/** What Electron's preload puts on the window. */
interface Bridge extends HostTransport {
  /** Path of a file that was dropped on the window; empty when it has none. */
  pathForFile(file: File): string
}

type EventListener = (name: string, payload: unknown) => void

const SESSION_KEY = 'baton.session'
const disconnectListeners = new Set<() => void>()
let lost = false

/** Rejects with an Error whose message says to the person what to do. */
export async function connectHost(): Promise<HostTransport> {
  const electron = bridge()
  return electron === undefined ? connectLoopback() : overBridge(electron)
}

/**
 * Calls `listener` when the host is gone: at once if it already is. From then on every call answers `disconnected`,
 * for good: a host that is started again has another address. What was put in the journal is offered there.
 */
export function onDisconnect(listener: () => void): () => void {
  if (lost) listener()
  else disconnectListeners.add(listener)
  return () => void disconnectListeners.delete(listener)
}

/** Path of a file that was dropped on the window, null where the host does not tell pages about paths. */
export function pathForFile(file: File): string | null {
  const path = bridge()?.pathForFile(file) ?? ''
  return path === '' ? null : path
}

function bridge(): Bridge | undefined {
  return (window as { [BRIDGE_NAME]?: Bridge })[BRIDGE_NAME]
}

// What cannot cross the bridge (too deep, not plain data) makes it throw; here that is an answer like any other.
function overBridge(electron: Bridge): HostTransport {
  return {
    call: async (name, input) => electron.call(name, input).catch(() => failure('bad-input', NOT_SENT)),
    subscribe: (listener) => electron.subscribe(listener),
  }
}

async function connectLoopback(): Promise<HostTransport> {
  const key = await sessionKey()
  const socket = new WebSocket(`ws://${location.host}/host`, [WIRE_PROTOCOL, `key.${key}`])
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve())
    socket.addEventListener('error', () => reject(new Error(NOT_RUNNING)))
  })
  return overSocket(socket)
}

// The ticket is spent once and taken out of the address; the key stays with this tab and survives a reload.
async function sessionKey(): Promise<string> {
  const ticket = new URLSearchParams(location.hash.slice(1)).get('t')
  if (ticket !== null) {
    history.replaceState(null, '', location.pathname)
    const body = JSON.stringify({ ticket })
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch('/session', { method: 'POST', headers, body }).catch(() => null)
    if (answer === null) throw new Error(NOT_RUNNING)
    if (answer.ok) sessionStorage.setItem(SESSION_KEY, await readKey(answer))
  }
  const key = sessionStorage.getItem(SESSION_KEY)
  if (key === null) throw new Error(NO_SESSION)
  return key
}

async function readKey(answer: Response): Promise<string> {
  const { key } = (await answer.json()) as { key: string }
  return key
}

function overSocket(socket: WebSocket): HostTransport {
  const waiting = new Map<number, (reply: Reply) => void>()
  const listeners = new Set<EventListener>()
  let calls = 0

  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as
      | { id: number; reply: Reply }
      | { event: string; payload: unknown }
    if ('event' in message) {
      for (const listener of listeners) listener(message.event, message.payload)
      return
    }
    waiting.get(message.id)?.(message.reply)
    waiting.delete(message.id)
  })
  socket.addEventListener('close', () => {
    for (const answer of waiting.values()) answer(failure('disconnected', GONE))
    waiting.clear()
    announceLoss()
  })

  return {
    call(name, input) {
      if (socket.readyState !== WebSocket.OPEN) return Promise.resolve(failure('disconnected', GONE))
      const id = ++calls
      const message = encode({ id, name, input })
      if (message === null) return Promise.resolve(failure('bad-input', NOT_SENT))
      if (exceeds(message, MAX_MESSAGE_BYTES)) return Promise.resolve(failure('too-large', TOO_LARGE))
      return new Promise((resolve) => {
        waiting.set(id, resolve)
        socket.send(message)
      })
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

function announceLoss(): void {
  lost = true
  for (const listener of disconnectListeners) listener()
  disconnectListeners.clear()
}

// Null for what JSON cannot hold: circles, and values nested deeper than the stack.
function encode(message: unknown): string | null {
  try {
    return JSON.stringify(message)
  } catch {
    return null
  }
}

// A character takes at most three bytes; only a message near the limit is worth encoding to know.
function exceeds(text: string, bytes: number): boolean {
  return text.length * 3 > bytes && new TextEncoder().encode(text).length > bytes
}

function failure(code: HostErrorCode, message: string): Reply {
  return { ok: false, error: { code, message } }
}

const GONE = 'The connection to Baton is lost. Your edits are kept: start Baton again and restore them.'
const NOT_SENT = 'This cannot be sent to Baton: it is not plain data, or nested too deeply.'
const NOT_RUNNING = 'Baton is not running any more. Start it again.'
const NO_SESSION = 'This address was used before or is too old. Start Baton again to open a new window.'
const TOO_LARGE = `This is more than the ${Math.floor(MAX_MESSAGE_BYTES / 1024 / 1024)} MB that can be sent at once.`

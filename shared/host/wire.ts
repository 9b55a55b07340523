// The envelope that every transport carries. Errors cross the boundary as data, never as thrown objects:
// Electron's invoke() keeps only Error.message, and contextBridge drops prototypes and custom fields.

export type HostErrorCode =
  | 'bad-input'
  | 'bad-output'
  | 'unknown-call'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'too-large'
  | 'io'
  | 'disconnected'
  | 'internal'

export interface HostErrorData {
  readonly code: HostErrorCode
  readonly message: string
  readonly details?: unknown
}

export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: HostErrorData }

/** A refusal of the host: `code` says which kind, `message` is fit to show to a person. */
export class HostError extends Error {
  readonly code: HostErrorCode
  readonly details: unknown
  constructor(code: HostErrorCode, message: string, details?: unknown) {
    super(message)
    this.name = 'HostError'
    this.code = code
    this.details = details
  }
}

/** What a transport offers to the interface: two functions, structured-clone data only. */
export interface HostTransport {
  call(name: string, input: unknown): Promise<Reply>
  subscribe(listener: (name: string, payload: unknown) => void): () => void
}

export const IPC_CALL = 'host:call'
export const IPC_EVENT = 'host:event'
/** The name of the bridge that the preload puts on `window`. */
export const BRIDGE_NAME = 'batonHost'
/** WebSocket subprotocol of the loopback host. */
export const WIRE_PROTOCOL = 'baton.v1'

/**
 * Bytes of one message on the wire: twice the greatest document, because quotes and line ends are escaped, and its
 * envelope. A window refuses to send more; the host cuts the connection.
 */
export const MAX_MESSAGE_BYTES = 65 * 1024 * 1024

// The one host of this window, handed in at the start; every store that reads or writes files goes through it.
import type { Capabilities } from '../../shared/host/capabilities.ts'
import type { Host } from '../../shared/host/client.ts'

interface Connection {
  readonly host: Host
  readonly capabilities: Capabilities
}

let connection: Connection | null = null

/** Called once by the start of the window (and by tests). */
export function provideHost(host: Host, capabilities: Capabilities): void {
  connection = { host, capabilities }
}

/** The host. Throws before `provideHost`, which is a mistake in the start order. */
export function host(): Host {
  return connected().host
}

/** What the host can do. Throws before `provideHost`. */
export function capabilities(): Capabilities {
  return connected().capabilities
}

function connected(): Connection {
  if (!connection) throw new Error('the host is not connected yet')
  return connection
}

// The windows connected to this host, and the way events reach one of them or all.
import { randomUUID } from 'node:crypto'
import { events } from '../../shared/host/contract.ts'
import type { EventName, EventPayload } from '../../shared/host/contract.ts'
import type { ClientId } from './ports.ts'

export type SendEvent = (name: EventName, payload: unknown) => void

export interface Clients {
  add(send: SendEvent): ClientId
  remove(client: ClientId): void
  has(client: ClientId): boolean
  count(): number
  /** Throws when the payload breaks the contract: that is our mistake, never the window's. */
  emit<N extends EventName>(to: ClientId, name: N, payload: EventPayload<N>): void
  emitToAll<N extends EventName>(name: N, payload: EventPayload<N>): void
  onRemoved(listener: (client: ClientId) => void): void
}

export function createClients(): Clients {
  const senders = new Map<ClientId, SendEvent>()
  const removed: ((client: ClientId) => void)[] = []
  return {
    add(send) {
      const client = randomUUID()
      senders.set(client, send)
      return client
    },
    remove(client) {
      if (!senders.delete(client)) return
      for (const listener of removed) listener(client)
    },
    has: (client) => senders.has(client),
    count: () => senders.size,
    emit(to, name, payload) {
      senders.get(to)?.(name, events[name].parse(payload))
    },
    emitToAll(name, payload) {
      const checked = events[name].parse(payload)
      for (const send of senders.values()) send(name, checked)
    },
    onRemoved(listener) {
      removed.push(listener)
    },
  }
}

// The typed client that the interface uses; the same code over both transports.
import { calls, events } from './contract.ts'
import type { CallIn, CallName, CallOut, EventName, EventPayload } from './contract.ts'
import { HostError } from './wire.ts'
import type { HostTransport } from './wire.ts'

export interface Host {
  /** Rejects with a HostError; never with anything else. */
  call<N extends CallName>(name: N, input: CallIn<N>): Promise<CallOut<N>>
  on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void
}

/** Wraps a transport. Answers are validated too: a host of another version must not put unchecked data on screen. */
export function createHost(transport: HostTransport): Host {
  return {
    async call(name, input) {
      const reply = await transport.call(name, input)
      if (!reply.ok) throw new HostError(reply.error.code, reply.error.message, reply.error.details)
      const out = calls[name].out.safeParse(reply.value)
      if (!out.success)
        throw new HostError('bad-output', `${name}: the host answered with an unexpected shape`)
      return out.data as CallOut<typeof name>
    },
    on(name, listener) {
      return transport.subscribe((event, payload) => {
        if (event !== name) return
        const parsed = events[name].safeParse(payload)
        if (parsed.success) listener(parsed.data as EventPayload<typeof name>)
      })
    },
  }
}

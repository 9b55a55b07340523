// The host's half of the contract: finds the handler of a call, checks what goes in and what comes out.
import { z } from 'zod'
import { calls } from '../../shared/host/contract.ts'
import type { CallName, CallOut } from '../../shared/host/contract.ts'
import { HostError } from '../../shared/host/wire.ts'
import type { HostErrorCode, Reply } from '../../shared/host/wire.ts'
import type { ClientId } from './ports.ts'

export type CallValue<N extends CallName> = z.output<(typeof calls)[N]['in']>
export type Handlers = {
  readonly [N in CallName]: (input: CallValue<N>, client: ClientId) => Promise<CallOut<N>> | CallOut<N>
}

export type Dispatch = (name: unknown, input: unknown, client: ClientId) => Promise<Reply>

/** Never rejects: whatever goes wrong is an answer. Errors nobody foresaw go to `log`, and the window gets no detail. */
export function createDispatcher(
  handlers: Handlers,
  log: (message: string, error?: unknown) => void,
): Dispatch {
  return async (name, input, client) => {
    // hasOwn, so that `__proto__` and `constructor` are unknown calls like any other.
    if (typeof name !== 'string' || !Object.hasOwn(calls, name)) {
      return failure('unknown-call', 'The window asked for something this host does not know.')
    }
    const call = name as CallName
    try {
      const parsed = parse(calls[call].in, input)
      if (!parsed.success) return failure('bad-input', `${call}: ${firstIssue(parsed.error)}`)
      const handler = handlers[call] as (input: unknown, client: ClientId) => unknown
      const out = calls[call].out.safeParse(await handler(parsed.data, client))
      if (out.success) return { ok: true, value: out.data }
      log(`${call}: the answer breaks the contract`, out.error)
      return failure('bad-output', `${call}: the host made a mistake in its answer.`)
    } catch (error) {
      if (error instanceof HostError) return failure(error.code, error.message, error.details)
      log(`${call} failed`, error)
      return failure('internal', `${call}: something went wrong in the host.`)
    }
  }
}

function failure(code: HostErrorCode, message: string, details?: unknown): Reply {
  return { ok: false, error: { code, message, ...(details === undefined ? {} : { details }) } }
}

// A value nested some ten thousand deep overflows the stack of any recursive reader, zod's included.
function parse(schema: z.ZodType, input: unknown): z.ZodSafeParseResult<unknown> {
  try {
    return schema.safeParse(input)
  } catch (error) {
    if (error instanceof RangeError) throw new HostError('bad-input', 'The value is nested too deeply.')
    throw error
  }
}

function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0]
  if (issue === undefined) return 'not understood'
  const place = issue.path.map(String).join('.')
  return place === '' ? issue.message : `${place}: ${issue.message}`
}

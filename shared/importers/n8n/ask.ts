// Where an n8n workflow asks a person, what it asks for, and for how long it waits.
import { asNumber, asText, at } from '../support/value.ts'
import { entryOf } from './catalogue.ts'
import type { SourceNode } from './source.ts'

export interface Ask {
  /** A yes or no; an answer in words; or somebody (or something) that lets the run go on. */
  readonly for: 'approval' | 'answer' | 'release'
  readonly timeout?: string
  /** There is a button for yes and none for no. */
  readonly onlyYes?: true
  readonly guess?: string
}

/** Undefined when the node asks nobody. A disabled node asks nobody either. */
export function askOf(node: SourceNode): Ask | undefined {
  if (node.disabled || node.ghost) return undefined
  const { parameters } = node
  const role = entryOf(node)?.role
  if (at(parameters, 'operation') === 'sendAndWait' || node.review) return sendAndWait(node)
  if (role === 'chat') return askInChat(node)
  if (role === 'wait') return waitFor(node)
  if (role === 'form' && at(parameters, 'operation') !== 'completion') {
    return { for: 'answer', ...timeoutOf(at(parameters, 'limitWaitTime') === true ? parameters : undefined) }
  }
  return undefined
}

function sendAndWait(node: SourceNode): Ask {
  const { parameters } = node
  const response = asText(at(parameters, 'responseType')) ?? (node.base === 'lc:chat' ? 'chat' : 'approval')
  const limit = at(parameters, 'options', 'limitWaitTime', 'values')
  const timeout = timeoutOf(limit, { amount: 45, unit: 'minutes' })
  if (response !== 'approval' && !node.review) return { for: 'answer', ...timeout }
  // "double" means two buttons, approve and disapprove; it is still one person who answers.
  const buttons = asText(at(parameters, 'approvalOptions', 'values', 'approvalType')) ?? 'single'
  return { for: 'approval', ...timeout, ...(buttons === 'double' || node.review ? {} : { onlyYes: true }) }
}

function askInChat(node: SourceNode): Ask | undefined {
  const { parameters } = node
  const waits =
    at(parameters, 'waitUserReply') === true ||
    (node.version < 1.1 && at(parameters, 'waitUserReply') !== false)
  return waits && at(parameters, 'operation') === undefined ? { for: 'answer' } : undefined
}

/** Words that a machine's call-back goes by. */
const MACHINE =
  /\b(?:call-?back|render|transcri|job|poll|process|generat|upload|download|api|status|apify|task)/i
const PERSON =
  /approv|review|human|person|manual|confirm|decision|sign.?off|reply|respon[sd]|answer|feedback|user/i

function waitFor(node: SourceNode): Ask | undefined {
  const { parameters } = node
  const resume = asText(at(parameters, 'resume')) ?? asText(at(parameters, 'mode')) ?? 'timeInterval'
  const limit = timeoutOf(at(parameters, 'limitWaitTime') === true ? parameters : undefined, {
    amount: 1,
    unit: 'hours',
  })
  const timeout = { ...limit, ...writtenTimeout(at(parameters, 'timeout')) }
  if (resume === 'form') return { for: 'answer', ...timeout }
  if (resume !== 'webhook') return undefined
  if (PERSON.test(node.name)) return { for: 'release', ...timeout }
  if (MACHINE.test(node.name)) return undefined
  return {
    for: 'release',
    ...timeout,
    guess: 'it waits for a call from outside; read as a person, though a machine could be calling back',
  }
}

const UNIT: Readonly<Record<string, number>> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 }

/** The limit in `values`, with n8n's defaults for what is left out; none for a fixed point in time. */
function timeoutOf(
  values: unknown,
  otherwise = { amount: 45, unit: 'minutes' },
): { readonly timeout?: string } {
  if (values === undefined || at(values, 'limitType') === 'atSpecifiedTime') return {}
  const amount = asNumber(at(values, 'resumeAmount')) ?? otherwise.amount
  const unit = asText(at(values, 'resumeUnit')) ?? otherwise.unit
  return duration(amount * (Object.hasOwn(UNIT, unit) ? UNIT[unit]! : 60))
}

/** `1h`, `30m`: written by hand in some exports. */
function writtenTimeout(value: unknown): { readonly timeout?: string } {
  const parts = /^\s{0,3}(\d{1,5})\s{0,3}([smhd])/.exec(asText(value) ?? '')
  if (!parts) return {}
  const seconds = { s: 1, m: 60, h: 3600, d: 86_400 }[parts[2] as 's' | 'm' | 'h' | 'd']
  return duration(Number(parts[1]) * seconds)
}

/** Seconds as an ISO 8601 duration in the largest unit that fits. */
export function duration(seconds: number): { readonly timeout?: string } {
  const whole = Math.round(seconds)
  if (!(whole > 0) || whole > 86_400 * 900_000) return {}
  if (whole % 86_400 === 0) return { timeout: `P${whole / 86_400}D` }
  if (whole % 3600 === 0 && whole / 3600 < 1e6) return { timeout: `PT${whole / 3600}H` }
  if (whole % 60 === 0 && whole / 60 < 1e6) return { timeout: `PT${whole / 60}M` }
  return whole < 1e6 ? { timeout: `PT${whole}S` } : { timeout: `PT${Math.round(whole / 3600)}H` }
}

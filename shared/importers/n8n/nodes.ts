// Reads the nodes of a workflow: what is missing gets the value that n8n itself would take.
import { asList, asNumber, asObject, asText, at } from '../support/value.ts'
import type { JsonObject } from '../support/value.ts'
import type { SourceNode } from './source.ts'

/** Prefixes of the two packages that n8n itself ships. */
const CORE = 'n8n-nodes-base.'
const LANGCHAIN = '@n8n/n8n-nodes-langchain.'

/** n8n tries three times, one second apart, unless told otherwise. */
const DEFAULT_TRIES = 3
const DEFAULT_WAIT_MS = 1000

/** One node; undefined when `raw` is no object with a type. */
export function readNode(raw: unknown, index: number, place: string): SourceNode | undefined {
  const type = asText(at(raw, 'type'))
  const body = asObject(raw)
  if (!body || type === undefined || type === '') return undefined
  const parameters = asObject(at(body, 'parameters')) ?? {}
  return {
    index,
    place,
    id: asText(at(body, 'id')),
    name: nameOf(body, type),
    type,
    ...kindOf(type),
    version: asNumber(at(body, 'typeVersion')) ?? asNumber(asList(at(body, 'typeVersion'))?.[0]) ?? 1,
    parameters,
    disabled: at(body, 'disabled') === true,
    position: positionOf(at(body, 'position')),
    note: asText(at(body, 'notes')) ?? '',
    onError: onErrorOf(body),
    retry: retryOf(body),
    ghost: false,
  }
}

/** A stand-in for a node that a connection names and the file lacks. */
export function ghostNode(name: string, index: number, place: string): SourceNode {
  const kind = { type: '', base: '', tool: false, review: false, version: 1, parameters: {} } as const
  const rest = { disabled: false, position: undefined, note: '', onError: 'stop', retry: undefined } as const
  return { index, place, id: undefined, name, ...kind, ...rest, ghost: true }
}

/** The short name of a type, and whether it is the copy that an agent calls, or the review of such a call. */
export function kindOf(type: string): Pick<SourceNode, 'base' | 'tool' | 'review'> {
  if (type.startsWith(LANGCHAIN)) return langchainKind(type.slice(LANGCHAIN.length))
  const name = type.startsWith(CORE) ? type.slice(CORE.length) : type
  if (name.endsWith('HitlTool')) return { base: name.slice(0, -'HitlTool'.length), tool: false, review: true }
  if (name.endsWith('Tool') && name !== 'Tool') {
    return { base: name.slice(0, -'Tool'.length), tool: true, review: false }
  }
  return { base: name, tool: false, review: false }
}

function langchainKind(name: string): Pick<SourceNode, 'base' | 'tool' | 'review'> {
  if (name.endsWith('HitlTool'))
    return { base: `lc:${name.slice(0, -'HitlTool'.length)}`, tool: false, review: true }
  // Here `mcpClientTool` and `agentTool` are types of their own, not copies.
  return {
    base: `lc:${name}`,
    tool: name === 'agentTool' || name.startsWith('tool') || name.endsWith('Tool'),
    review: false,
  }
}

function nameOf(body: JsonObject, type: string): string {
  const name = asText(at(body, 'name'))
  return name !== undefined && name.trim() !== '' ? name : (type.split('.').at(-1) ?? type)
}

function positionOf(raw: unknown): readonly [number, number] | undefined {
  const pair = asList(raw) ?? [at(raw, 'x'), at(raw, 'y')]
  const x = asNumber(pair[0])
  const y = asNumber(pair[1])
  return x === undefined || y === undefined ? undefined : [x, y]
}

function onErrorOf(body: JsonObject): SourceNode['onError'] {
  const stated = asText(at(body, 'onError'))
  if (stated === 'continueErrorOutput') return 'error-output'
  if (stated === 'continueRegularOutput') return 'go-on'
  return stated === undefined && at(body, 'continueOnFail') === true ? 'go-on' : 'stop'
}

function retryOf(body: JsonObject): SourceNode['retry'] {
  if (at(body, 'retryOnFail') !== true) return undefined
  return {
    tries: Math.min(1000, Math.max(1, Math.round(asNumber(at(body, 'maxTries')) ?? DEFAULT_TRIES))),
    waitMs: Math.min(86_400_000, Math.max(0, asNumber(at(body, 'waitBetweenTries')) ?? DEFAULT_WAIT_MS)),
  }
}

// Kind and tags of one node, each with its reason: type and operation first, then method and address, then the verb
// in the operation's name. What none of them can tell stays untagged, which is not the same as harmless.
import type { StepKind } from '../../model/scales.ts'
import type { Consequence, Uncertainty } from '../../model/step.ts'
import { consequenceOf, EFFECTS, hasSideEffect } from '../../tagging/effects.ts'
import type { EffectName } from '../../tagging/effects.ts'
import { asNumber, asText, at, textsIn } from '../support/value.ts'
import { effectOfWords } from '../../tagging/verbs.ts'
import { entryOf } from './catalogue.ts'
import { operationOf } from './defaults.ts'
import type { Operation } from './defaults.ts'
import { requestOf } from './http.ts'
import type { SourceNode } from './source.ts'
import { effectOfSql } from './sql.ts'
import type { TypeEntry } from './types.ts'

export interface Tags {
  readonly kind: StepKind
  readonly verb?: string
  readonly consequence?: Consequence
  readonly uncertainty?: Uncertainty
  readonly domains: readonly string[]
  /** The operation is n8n's default because the file does not say it. */
  readonly assumed: boolean
  /** What we assumed about it, for the report. */
  readonly guess?: string
}

interface Told {
  /** Undefined: nobody can say. */
  readonly effect: EffectName | undefined
  readonly basis: string
  /** Ends the basis; absent = what the effect itself says. */
  readonly why?: string
  /** Where the effect alone does not tell the kind. */
  readonly kind?: StepKind
  readonly guess?: string
  readonly assumed?: boolean
}

/** Kind and tags of a node that is not a start, a person, a decision or another part of the flow itself. */
export function tagsOf(node: SourceNode): Tags {
  const entry = entryOf(node)
  const told = tell(node, entry)
  const kind = kindOfStep(entry, told)
  // What a request sends out weighs as an action; what it reads in is a doubt.
  const reads = entry?.role !== 'http' || kind !== 'action'
  const uncertainty = reads ? uncertaintyOf(node, entry) : undefined
  const verb = told.effect === undefined ? undefined : (EFFECTS[told.effect] as { verb?: string }).verb
  return {
    kind,
    domains: entry?.domains ?? [],
    assumed: told.assumed ?? false,
    ...(told.effect === undefined
      ? {}
      : { consequence: consequenceOf(told.effect, told.basis, entry?.domains, told.why) }),
    ...(verb !== undefined && kind === 'action' ? { verb } : {}),
    ...(uncertainty ? { uncertainty } : {}),
    ...(told.guess === undefined ? {} : { guess: told.guess }),
  }
}

function kindOfStep(entry: TypeEntry | undefined, told: Told): StepKind {
  if (told.kind !== undefined) return told.kind
  if (told.effect !== undefined && hasSideEffect(told.effect)) return 'action'
  if (entry?.role === 'model') return 'model'
  // What nobody can tell may well act on the world.
  return told.effect === undefined ? 'action' : 'step'
}

function tell(node: SourceNode, entry: TypeEntry | undefined): Told {
  if (!entry) return tellUnknown(node)
  switch (entry.role) {
    case 'http':
      return tellRequest(node)
    case 'code':
      return tellCode(node)
    case 'subflow':
      return tellCall(node)
    case 'agent':
      return {
        effect: 'none',
        kind: 'agent',
        basis: named(node),
        why: 'what it can do to the world is on its tools',
      }
    case 'reply':
      return tellReply(node)
    case 'model':
    case 'store':
    case 'app':
      return tellOperation(node, entry)
    case 'check':
      return { effect: 'none', kind: 'check', basis: named(node) }
    default:
      return { effect: entry.effect ?? 'none', basis: named(node) }
  }
}

function tellOperation(node: SourceNode, entry: TypeEntry): Told {
  const stated = { resource: asText(at(node.parameters, 'resource')), operation: statedOperation(node) }
  const done = operationOf(node.base, node.version, stated)
  const basis = `${named(node, done)}${done.assumed ? " (not stated: n8n's default)" : ''}`
  const base = { basis, assumed: done.assumed }
  if (entry.role === 'store' && done.operation === 'executeQuery') return tellQuery(node, basis)
  const listed = listedEffect(entry, done)
  if (listed) return { ...base, effect: listed }
  if (entry.effect) return { ...base, effect: entry.effect }
  if (entry.role === 'model') return { ...base, effect: 'none' }
  const verb = done.operation === undefined ? undefined : effectOfWords(done.operation)
  if (verb) return { ...base, effect: seenBy(entry, verb.effect) }
  const why =
    done.operation === undefined ? 'the file does not say what it does' : 'its operation is not in our table'
  return { effect: undefined, basis, guess: `${why}; it stays untagged` }
}

function listedEffect(entry: TypeEntry, { resource, operation }: Operation): EffectName | undefined {
  const table = entry.operations ?? {}
  for (const key of [`${resource}.${operation}`, operation ?? '', `${resource}.*`]) {
    if (Object.hasOwn(table, key)) return table[key]
  }
  return undefined
}

/** The same verb weighs differently depending on who sees the outcome. */
function seenBy(entry: TypeEntry, effect: EffectName): EffectName {
  if (effect === 'send' || effect === 'publish') {
    return entry.audience === 'team' ? 'send-team' : entry.audience === 'public' ? 'publish' : 'send'
  }
  return effect
}

function statedOperation(node: SourceNode): string | undefined {
  if (node.base.startsWith('lc:vectorStore')) return asText(at(node.parameters, 'mode')) ?? 'retrieve'
  if (node.base === 'lc:memoryManager') return asText(at(node.parameters, 'mode')) ?? 'load'
  return asText(at(node.parameters, 'operation'))
}

function tellQuery(node: SourceNode, basis: string): Told {
  const effect = effectOfSql(asText(at(node.parameters, 'query')) ?? '')
  if (effect) return { effect, basis: `${basis}, from the verbs of its SQL` }
  return {
    effect: 'execute',
    basis: `${basis}, and the SQL is only known at run time`,
    guess: 'its SQL is put together at run time, so the worst was assumed',
  }
}

function tellRequest(node: SourceNode): Told {
  const request = requestOf(node)
  const basis = `${named(node)} / ${request.what}`
  const kind = request.model === undefined ? {} : ({ kind: 'model' } as const)
  if (!request.guessed) return { effect: request.effect, basis, ...kind }
  return {
    effect: request.effect,
    basis,
    guess: `read as "${EFFECTS[request.effect].why}" (${request.what})`,
  }
}

/** What code calls out with. Looked for in the code, which is never copied. */
const OUTSIDE =
  /\bfetch\s{0,3}\(|axios|httpRequest|require\s{0,3}\(\s{0,3}['"](?:fs|https?|child_process|net)|\bsubprocess\b|\brequests\.|urllib|\bimport os\b/

function tellCode(node: SourceNode): Told {
  const outside = OUTSIDE.test(textsIn(node.parameters, 200_000))
  if (outside)
    return {
      effect: undefined,
      basis: named(node),
      guess: 'code that calls out or touches files; it stays untagged',
    }
  // Code that stays inside the run is work on its data; only a person can say that it is harmless.
  return {
    effect: undefined,
    kind: 'step',
    basis: named(node),
    guess: 'code; what it does is not looked into, so it stays untagged',
  }
}

function tellCall(node: SourceNode): Told {
  const itself = textsIn(at(node.parameters, 'workflowId'), 200).includes('$workflow.id')
  const guess = itself
    ? 'it runs a part of this same file, shown as an island of its own; this step stays untagged'
    : 'it runs another workflow, which is not in this file; it stays untagged'
  return { effect: undefined, kind: 'subflow', basis: named(node), guess }
}

function tellReply(node: SourceNode): Told {
  const { parameters } = node
  const how = asText(at(parameters, 'respondWith')) ?? 'firstIncomingItem'
  const status = asNumber(at(parameters, 'options', 'responseCode')) ?? 200
  if (status === 202 || status === 204 || status >= 300) {
    const why = 'tells the caller how it went, not what came out'
    return { effect: 'acknowledge', basis: `${named(node)} / status ${status}`, why }
  }
  const fixed =
    how === 'noData' ||
    ((how === 'text' || how === 'json') && !textsIn(at(parameters, 'responseBody')).includes('{{'))
  const basis = `${named(node)} / ${how.slice(0, 40)}`
  return fixed ? { effect: 'acknowledge', basis } : { effect: 'answer', basis }
}

function tellUnknown(node: SourceNode): Told {
  const operation = asText(at(node.parameters, 'operation'))
  const verb = operation === undefined ? undefined : effectOfWords(operation)
  const type = node.type.slice(0, 100)
  if (node.ghost)
    return {
      effect: undefined,
      basis: named(node),
      kind: 'step',
      guess: 'it is not in the file, so it stays untagged',
    }
  if (!verb || !hasSideEffect(verb.effect)) {
    return {
      effect: undefined,
      basis: named(node),
      guess: `the type "${type}" is not in our table; it stays untagged`,
    }
  }
  return {
    effect: verb.effect,
    basis: `${named(node)} / ${operation!.slice(0, 60)}`,
    guess: `the type "${type}" is not in our table; tagged by the word "${verb.word}" in its operation`,
  }
}

function uncertaintyOf(node: SourceNode, entry: TypeEntry | undefined): Uncertainty | undefined {
  if (entry?.role === 'http') {
    const { model } = requestOf(node)
    if (model) return { level: 2, label: 'content', basis: `${named(node)}: a model writes it (${model})` }
  }
  if (!entry?.uncertainty) return undefined
  const { level, label, why } = entry.uncertainty
  return { level, label, basis: `${named(node)}: ${why}` }
}

/** `n8n: stripe / charge / create`. */
export function named(node: SourceNode, done?: Operation): string {
  const parts = [node.base.replace(/^lc:/, '').slice(0, 60), done?.resource, done?.operation]
  return `n8n: ${parts
    .filter((part) => part !== undefined)
    .map((part) => part.slice(0, 60))
    .join(' / ')}`
}

// Makes a step of a node: its kind, its tags with their reasons, retries, limits and notes.
import type { Uncertainty } from '../../model/step.ts'
import { EFFECTS } from '../../tagging/effects.ts'
import { addStep } from '../support/draft.ts'
import type { Draft, DraftStep, NewStep } from '../support/draft.ts'
import type { Chapter } from '../support/book.ts'
import { cleanText, LIMITS } from '../support/text.ts'
import { asText, at } from '../support/value.ts'
import { duration } from './ask.ts'
import type { Ask } from './ask.ts'
import { entryOf, titleOf } from './catalogue.ts'
import type { SourceNode } from './source.ts'
import { named, tagsOf } from './tags.ts'

/** How the node sits in the flow: a start with something leading into it is no start. */
export interface Setting {
  readonly entered: boolean
  readonly left: boolean
  readonly ask: Ask | undefined
}

/** Adds the step of a node to the draft, and what had to be assumed about it to the report. */
export function stepOf(draft: Draft, node: SourceNode, setting: Setting): DraftStep {
  const name = nameOf(draft, node)
  const { bare, guess } = shapeOf(node, name, setting)
  const step = addStep(draft, bare, node.id)
  for (const domain of bare.consequence?.domains ?? []) draft.domains.add(domain)
  if (guess !== undefined) note(draft, 'guesses', node, step, guess)
  if (node.retry && bare.kind !== 'start' && bare.kind !== 'end') step.retry = retryOf(node.retry)
  const description = cleanText(node.note, LIMITS.prose).text.trim()
  if (description !== '') step.description = description
  return step
}

/** Writes one item about a node into the report. */
export function note(
  draft: Draft,
  chapter: Chapter,
  node: SourceNode,
  step: DraftStep,
  message: string,
): void {
  draft.book[chapter].push({ message: `${quoted(step.name)}: ${message}`, place: node.place, step: step.id })
}

export function quoted(name: string): string {
  return `“${name.length > 60 ? `${name.slice(0, 59)}…` : name}”`
}

interface Shape {
  readonly bare: NewStep
  readonly guess?: string
}

function shapeOf(node: SourceNode, name: string, { entered, left, ask }: Setting): Shape {
  if (node.disabled) {
    return {
      bare: { kind: 'step', name: `${name} (disabled)` },
      guess: 'it is switched off, so a run passes through it and nothing happens; it stays untagged',
    }
  }
  if (ask) return humanShape(name, ask)
  const role = entryOf(node)?.role
  if (role === 'start') return startShape(node, name, entered)
  if (role === 'stop' && !left) return { bare: { kind: 'end', name, outcome: 'failed' } }
  if (role === 'form' && !left) return { bare: { kind: 'end', name, outcome: 'ok' } }
  if (role === 'decision' || role === 'loop') return { bare: { kind: 'decision', name, ...doubtOf(node) } }
  if (role === 'wait') return waitShape(node, name)
  if (role === 'chat') return chatShape(node, name)
  return taggedShape(node, name)
}

function humanShape(name: string, ask: Ask): Shape {
  const bare: NewStep = {
    kind: 'human',
    name,
    ...(ask.for === 'answer' ? { clears: ['intent', 'missing-info'] } : {}),
    ...(ask.timeout === undefined ? {} : { timeout: ask.timeout }),
  }
  return ask.guess === undefined ? { bare } : { bare, guess: ask.guess }
}

function startShape(node: SourceNode, name: string, entered: boolean): Shape {
  if (!entered) return { bare: { kind: 'start', name, ...doubtOf(node) } }
  return {
    bare: { kind: 'step', name, ...doubtOf(node) },
    guess: 'it could start a run, but something leads into it; read as a step',
  }
}

function waitShape(node: SourceNode, name: string): Shape {
  const resume = asText(at(node.parameters, 'resume')) ?? 'timeInterval'
  const bare: NewStep = { kind: 'wait', name }
  if (resume !== 'webhook') return { bare }
  return { bare, guess: 'it waits for a call from outside; by its name a machine calls back, not a person' }
}

function chatShape(node: SourceNode, name: string): Shape {
  const effect = EFFECTS.answer
  return {
    bare: {
      kind: 'action',
      name,
      verb: 'send',
      consequence: { ...tagless(effect), basis: `${named(node)}: ${effect.why}` },
    },
  }
}

function tagless({ level, reversibility, external, security }: (typeof EFFECTS)['answer']) {
  return { level, reversibility, external, security }
}

function taggedShape(node: SourceNode, name: string): Shape {
  const { kind, verb, consequence, uncertainty, guess } = tagsOf(node)
  const bare: NewStep = {
    kind,
    name,
    ...(verb === undefined ? {} : { verb }),
    ...(consequence ? { consequence } : {}),
    ...(uncertainty ? { uncertainty } : {}),
  }
  return guess === undefined ? { bare } : { bare, guess }
}

function doubtOf(node: SourceNode): { readonly uncertainty?: Uncertainty } {
  const doubt = entryOf(node)?.uncertainty
  if (!doubt) return {}
  return { uncertainty: { level: doubt.level, label: doubt.label, basis: `${named(node)}: ${doubt.why}` } }
}

// Three tries are the first one and two retries.
function retryOf({ tries, waitMs }: NonNullable<SourceNode['retry']>): NonNullable<DraftStep['retry']> {
  const { timeout } = duration(waitMs / 1000)
  return { max: Math.max(0, tries - 1), ...(timeout === undefined ? {} : { backoff: timeout }) }
}

function nameOf(draft: Draft, node: SourceNode): string {
  const { text, cut, stripped, redacted } = cleanText(node.name, LIMITS.name)
  const tell = (message: string) => draft.book.repairs.push({ message, place: node.place })
  if (cut) tell(`a name of ${node.name.length} characters was cut to ${LIMITS.name}`)
  if (stripped) tell('invisible characters were taken out of a name')
  if (redacted) tell('something that looks like a key was taken out of a name')
  return text.trim() === '' ? titleOf(node) || 'Unnamed' : text
}

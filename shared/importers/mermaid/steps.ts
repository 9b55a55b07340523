// Makes a step of a node of a chart, by its shape and its words.
import { consequenceOf, EFFECTS } from '../../tagging/effects.ts'
import { readModel, readPerson, readWork } from '../../tagging/names.ts'
import type { Reading } from '../../tagging/names.ts'
import { addStep } from '../support/draft.ts'
import type { DraftStep, NewStep } from '../support/draft.ts'
import { LIMITS } from '../support/text.ts'
import type { Canvas } from './canvas.ts'
import type { ChartEdge, ChartNode } from './graph.ts'
import { decoded, plainLabel, withoutSmallPrint } from './labels.ts'
import { isInnerMark, isLangGraphEnd, isLangGraphStart } from './langgraph.ts'
import { outcomeOf, soundsLikeEnd, soundsLikeStart } from './words.ts'

/** Adds the step of a node. What was read into its words goes to the report. */
export function shapeOfStep(
  canvas: Canvas,
  node: ChartNode,
  out: readonly ChartEdge[],
  into: readonly ChartEdge[],
): DraftStep {
  const name = nameOf(node)
  const structural = structuralKind(canvas, node, name, out, into)
  if (structural) {
    const step = addStep(canvas.draft, structural.bare, node.id)
    if (structural.guess !== undefined) tell(canvas, node, step, structural.guess)
    return step
  }
  const reading = read(canvas, node, name)
  const bare = reading ? bareOf(name, reading) : ({ kind: 'step', name } as const)
  const step = addStep(canvas.draft, bare, node.id)
  for (const domain of step.consequence?.domains ?? []) canvas.draft.domains.add(domain)
  if (reading) tell(canvas, node, step, guessText(reading))
  return step
}

function nameOf(node: ChartNode): string {
  const label = node.text === undefined ? '' : plainLabel(withoutSmallPrint(node.text), LIMITS.name)
  return label !== '' ? label : plainLabel(decoded(node.id), LIMITS.name) || 'Unnamed'
}

function tell({ draft, place }: Canvas, node: ChartNode, step: DraftStep, message: string): void {
  const shown = step.name.length > 60 ? `${step.name.slice(0, 59)}…` : step.name
  draft.book.guesses.push({
    message: `“${shown}”: ${message}`,
    place: place(node.at),
    step: step.id,
  })
}

interface Structural {
  readonly bare: NewStep
  readonly guess?: string
}

/** Starts, ends, decisions and bars: what the drawing says by its form. */
function structuralKind(
  { langGraph }: Canvas,
  node: ChartNode,
  name: string,
  out: readonly ChartEdge[],
  into: readonly ChartEdge[],
): Structural | undefined {
  if (isLangGraphStart(node.id) && into.length === 0) return { bare: { kind: 'start', name } }
  if (isLangGraphEnd(node.id) && out.length === 0) return { bare: { kind: 'end', name, outcome: 'ok' } }
  if (langGraph && isInnerMark(node.id)) return { bare: { kind: 'step', name } }
  if (node.shape === 'bar') return { bare: { kind: out.length > 1 ? 'split' : 'join', name } }
  if (node.shape === 'delay') return { bare: { kind: 'wait', name }, guess: 'read as a wait, by its shape' }
  const rounded = node.shape === 'stadium' || node.shape === 'circle' || node.shape === 'double-circle'
  const personal = readPerson(name) !== undefined
  if (into.length === 0 && out.length > 0 && !personal && (rounded || soundsLikeStart(name)))
    return startOf(name)
  if (
    out.length === 0 &&
    into.length > 0 &&
    !personal &&
    (soundsLikeEnd(name) || (rounded && !readWork(name)))
  ) {
    return {
      bare: { kind: 'end', name, outcome: outcomeOf(name) },
      guess: 'read as an end: nothing follows it, and it says so',
    }
  }
  const labelled = out.filter((edge) => edge.text.trim() !== '').length
  const asks =
    node.shape === 'diamond' ||
    (name.endsWith('?') && out.length > 1) ||
    (node.shape === 'hexagon' && labelled > 1)
  return asks && !personal ? { bare: { kind: 'decision', name } } : undefined
}

/** What comes in from outside is not checked; a clock sends nothing. */
function startOf(name: string): Structural {
  const outside = /webhook|form|message|e-?mail|request|upload|submission|chat/i.exec(name)?.[0]
  const guess = 'read as a start: nothing leads to it, and it looks like one'
  if (outside === undefined) return { bare: { kind: 'start', name }, guess }
  const basis = `Mermaid: the word “${outside}”: what comes in from outside is not checked`
  return { bare: { kind: 'start', name, uncertainty: { level: 1, label: 'untrusted', basis } }, guess }
}

/** A person first, then a model, then the verb. */
function read({ langGraph }: Canvas, node: ChartNode, name: string): Reading | undefined {
  if (langGraph && /^(?:tools?|action|tool_node)$/i.test(name)) return { kind: 'action', because: name }
  if (node.shape === 'manual') return { kind: 'human', because: 'the shape of manual work' }
  const person = readPerson(name)
  if (person && !(langGraph && isSoftware(name))) return person
  const model = readModel(name)
  if (model) return model
  if (
    node.shape === 'subroutine' &&
    /sub.?(?:flow|process|workflow)|workflow|routine|playbook|call\b/i.test(name)
  ) {
    return { kind: 'subflow', because: 'its shape and name' }
  }
  return readWork(name)
}

/** In LangGraph a "supervisor" or an "expert" is an agent; only these words mean somebody outside of the program. */
function isSoftware(name: string): boolean {
  return !/human|person|manual|approv|interrupt/i.test(name)
}

function bareOf(name: string, reading: Reading): NewStep {
  const { kind, effect, uncertainty, grant, because } = reading
  const basis = `Mermaid: the word “${because}” in “${name.slice(0, 80)}”`
  const verb = effect === undefined ? undefined : (EFFECTS[effect] as { readonly verb?: string }).verb
  const tools = kind === 'agent' ? ['what it can do to the world is not in the drawing'] : []
  return {
    kind,
    name,
    ...(effect === undefined || kind === 'agent'
      ? {}
      : { consequence: consequenceOf(effect, basis, [], ...tools) }),
    ...(verb !== undefined && kind === 'action' ? { verb } : {}),
    ...(uncertainty ? { uncertainty: { ...uncertainty, basis } } : {}),
    ...(grant === undefined ? {} : { grant }),
  }
}

function guessText({ kind, because, effect, grant }: Reading): string {
  const kinds: Readonly<Partial<Record<typeof kind, string>>> = {
    human: 'a person',
    model: 'a model',
    agent: 'an agent',
    subflow: 'another workflow',
  }
  if (kind === 'action' && effect === undefined)
    return 'it runs tools that the drawing does not list; it stays untagged'
  const what =
    kinds[kind] ?? (effect === undefined ? 'a step with some doubt' : `something that ${EFFECTS[effect].why}`)
  const granted = grant === undefined ? '' : `, whose word counts as "${grant}"`
  return `read as ${what}${granted}, by “${because}”`
}

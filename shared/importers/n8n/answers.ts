// Whether an answer is looked at: in n8n a person's "no" stops nothing by itself, the decision behind it does. So a
// person grants authority only where some decision on the way asks what they said.
import { carriesQuestion, QUESTION, quieten } from '../support/question.ts'
import type { DraftStep, DraftTransition } from '../support/draft.ts'
import { asText, at, textsIn } from '../support/value.ts'
import type { Ask } from './ask.ts'
import { entryOf } from './catalogue.ts'
import { testsIn } from './conditions.ts'
import type { Test } from './conditions.ts'
import type { Context } from './context.ts'
import { outputsOf } from './outputs.ts'
import type { SourceNode } from './source.ts'
import { note } from './steps.ts'
import { named } from './tags.ts'

/** How many steps behind the question its answer is looked for. */
const REACH = 6
/** And how many steps are looked at for it. */
const MOST_STEPS = 300

const YES = /approv|accept|confirm|agree|consent|sign.?off/i
const NO = /reject|declin|den(?:y|ied)|disapprov|refus/i

/** What is looked up again and again while the answers are read. */
interface Reading {
  readonly context: Context
  readonly leaving: ReadonlyMap<string, readonly DraftTransition[]>
  readonly nodeOf: ReadonlyMap<string, SourceNode>
  /** Decisions that speak of an approval. */
  readonly gates: ReadonlySet<string>
}

/** Gives every asking step its grant, marks the way of a "no", and finds the messages that only carry a question. */
export function readAnswers(context: Context): void {
  const reading = readingOf(context)
  const arriving = new Map<string, DraftTransition[]>()
  for (const transition of context.draft.transitions) push(arriving, transition.to, transition)
  for (const [index, ask] of context.asks) {
    const step = context.stepOf.get(index)!
    if (step.parent !== undefined) continue
    settle(reading, context.plan.nodes[index]!, step, ask)
    if (ask.for !== 'release') continue
    for (const { from } of arriving.get(step.id) ?? []) weighQuestion(reading, step, from)
  }
}

function readingOf(context: Context): Reading {
  const leaving = new Map<string, DraftTransition[]>()
  for (const transition of context.draft.transitions) push(leaving, transition.from, transition)
  const nodeOf = new Map<string, SourceNode>()
  const gates = new Set<string>()
  for (const [index, step] of context.stepOf) {
    const node = context.plan.nodes[index]!
    nodeOf.set(step.id, node)
    if (step.kind === 'decision' && asksForApproval(node)) gates.add(step.id)
  }
  return { context, leaving, nodeOf, gates }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

function settle(reading: Reading, node: SourceNode, step: DraftStep, ask: Ask): void {
  const { draft } = reading.context
  if (ask.for === 'answer') return
  const decision = decisionBehind(reading, step.id)
  if (decision !== undefined) {
    step.grant = 'approve'
    markRefusal(reading, decision)
    return
  }
  // Somebody who has only a "yes" stops the run by not pressing it, unless waiting ends by itself.
  const stopsByWaiting = ask.timeout === undefined && ask.guess === undefined
  if (stopsByWaiting && (ask.onlyYes === true || (ask.for === 'release' && YES.test(node.name)))) {
    step.grant = 'approve'
    note(
      draft,
      'blindSpots',
      node,
      step,
      'there is no way to say no: the run simply waits until somebody agrees',
    )
    return
  }
  note(
    draft,
    'blindSpots',
    node,
    step,
    'no decision behind it looks at the answer, so the run goes on after a "no" too; it grants nothing',
  )
}

/** The nearest decision that speaks of an approval, not looking past another person. */
function decisionBehind(reading: Reading, from: string): string | undefined {
  const seen = new Set([from])
  let front = [from]
  for (let distance = 0; distance < REACH && front.length > 0; distance++) {
    const next: string[] = []
    for (const id of front) {
      const found = lookAround(reading, id, seen, next)
      if (found !== undefined || seen.size >= MOST_STEPS) return found
    }
    front = next
  }
  return undefined
}

/** Looks at the steps behind one step, and puts those to go on from into `next`. */
function lookAround(
  { context, leaving, gates }: Reading,
  id: string,
  seen: Set<string>,
  next: string[],
): string | undefined {
  for (const { to } of leaving.get(id) ?? []) {
    if (seen.size >= MOST_STEPS) return undefined
    if (seen.has(to) || context.draft.steps.get(to)!.kind === 'human') continue
    if (gates.has(to)) return to
    seen.add(to)
    next.push(to)
  }
  return undefined
}

function asksForApproval(node: SourceNode): boolean {
  const { parameters } = node
  const text = ['conditions', 'rules', 'value1'].map((key) => textsIn(at(parameters, key))).join(' ')
  return YES.test(text) || NO.test(text) || YES.test(node.name)
}

function markRefusal({ context, leaving, nodeOf }: Reading, decision: string): void {
  const labels = refusalLabels(nodeOf.get(decision)!)
  const refuses = (label: string | undefined) =>
    label !== undefined && labels.some((part) => label.startsWith(part))
  for (const transition of leaving.get(decision) ?? []) {
    if (transition.kind === 'normal' && refuses(transition.label)) transition.kind = 'reject'
  }
  for (const [index, way] of context.openWays.entries()) {
    if (way.from === decision && refuses(way.label)) context.openWays[index] = { ...way, kind: 'reject' }
  }
}

/** How the labels of the branches begin that a "no" takes. */
function refusalLabels(node: SourceNode): readonly string[] {
  if (node.base === 'filter') return positive(node) ? ['dropped'] : ['kept']
  if (node.base === 'if') return positive(node) ? ['false'] : ['true']
  const spoken = outputsOf(node)
    .map((output) => output.label)
    .filter((label) => NO.test(label) || /^no\b/i.test(label))
  return spoken.length > 0 ? spoken : ['no rule fits', 'otherwise']
}

/** True where the condition holds when the person agreed. */
function positive(node: SourceNode): boolean {
  const tests = testsIn(node.parameters)
  const text = (test: Test) => `${asText(test.left) ?? ''} ${asText(test.right) ?? ''}`
  const test = tests.find((one) => YES.test(text(one)) || NO.test(text(one))) ?? tests[0]
  if (!test) return true
  const negated = /^not|^false$/i.test(test.operation)
  const compares = !negated && test.operation !== 'true'
  const denied = compares && (test.right === false || /^(?:false|no|0)\b/i.test(asText(test.right) ?? ''))
  return [negated, denied, NO.test(text(test))].filter(Boolean).length % 2 === 0
}

function weighQuestion({ context, leaving, nodeOf }: Reading, person: DraftStep, from: string): void {
  const step = context.draft.steps.get(from)!
  const node = nodeOf.get(from)
  if (!node || entryOf(node)?.role !== 'app') return
  if (!carriesQuestion(step, leaving.get(from) ?? [], person)) return
  quieten(step, named(node))
  note(context.draft, 'guesses', node, step, QUESTION)
}

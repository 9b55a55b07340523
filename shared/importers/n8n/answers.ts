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

const YES = /approv|accept|confirm|agree|consent|sign.?off/i
const NO = /reject|declin|den(?:y|ied)|disapprov|refus/i

/** Gives every asking step its grant, marks the way of a "no", and finds the messages that only carry a question. */
export function readAnswers(context: Context): void {
  const leaving = new Map<string, DraftTransition[]>()
  const arriving = new Map<string, DraftTransition[]>()
  for (const transition of context.draft.transitions) {
    push(leaving, transition.from, transition)
    push(arriving, transition.to, transition)
  }
  const nodeOf = new Map(
    [...context.stepOf].map(([index, step]) => [step.id, context.plan.nodes[index]!] as const),
  )
  for (const [index, ask] of context.asks) {
    const step = context.stepOf.get(index)!
    if (step.parent !== undefined) continue
    settle(context, context.plan.nodes[index]!, step, ask, leaving, nodeOf)
    if (ask.for !== 'release') continue
    for (const transition of arriving.get(step.id) ?? []) {
      weighQuestion(context, step, transition, leaving, nodeOf)
    }
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

function settle(
  context: Context,
  node: SourceNode,
  step: DraftStep,
  ask: Ask,
  leaving: ReadonlyMap<string, readonly DraftTransition[]>,
  nodeOf: ReadonlyMap<string, SourceNode>,
): void {
  const { draft } = context
  if (ask.for === 'answer') return
  const decision = decisionBehind(draft.steps, step.id, leaving, nodeOf)
  if (decision !== undefined) {
    step.grant = 'approve'
    markRefusal(context, decision, leaving, nodeOf)
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
function decisionBehind(
  steps: ReadonlyMap<string, DraftStep>,
  from: string,
  leaving: ReadonlyMap<string, readonly DraftTransition[]>,
  nodeOf: ReadonlyMap<string, SourceNode>,
): string | undefined {
  const seen = new Set([from])
  let front = [from]
  for (let distance = 0; distance < REACH && front.length > 0; distance++) {
    const next: string[] = []
    for (const id of front) {
      for (const { to } of leaving.get(id) ?? []) {
        if (seen.has(to) || steps.get(to)!.kind === 'human') continue
        seen.add(to)
        const node = nodeOf.get(to)
        if (node && steps.get(to)!.kind === 'decision' && asksForApproval(node)) return to
        next.push(to)
      }
    }
    front = next
  }
  return undefined
}

function asksForApproval(node: SourceNode): boolean {
  const text = `${textsIn(at(node.parameters, 'conditions'))} ${textsIn(at(node.parameters, 'rules'))} ${textsIn(at(node.parameters, 'value1'))}`
  return YES.test(text) || NO.test(text) || YES.test(node.name)
}

function markRefusal(
  context: Context,
  decision: string,
  leaving: ReadonlyMap<string, readonly DraftTransition[]>,
  nodeOf: ReadonlyMap<string, SourceNode>,
): void {
  const node = nodeOf.get(decision)!
  const labels = refusalLabels(node)
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

function weighQuestion(
  { draft }: Context,
  person: DraftStep,
  transition: DraftTransition,
  leaving: ReadonlyMap<string, readonly DraftTransition[]>,
  nodeOf: ReadonlyMap<string, SourceNode>,
): void {
  const step = draft.steps.get(transition.from)!
  const node = nodeOf.get(step.id)
  if (!node || entryOf(node)?.role !== 'app') return
  if (!carriesQuestion(step, leaving.get(step.id) ?? [], person)) return
  quieten(step, named(node))
  note(draft, 'guesses', node, step, QUESTION)
}

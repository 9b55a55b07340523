// What each output of a node means: a branch of a decision, one round of a loop, or the way an error takes.
import { asList, asNumber, asText, at } from '../support/value.ts'
import { entryOf } from './catalogue.ts'
import { conditionIn, switchTest } from './conditions.ts'
import type { Condition } from './conditions.ts'
import type { SourceNode } from './source.ts'

export interface Output {
  readonly label: string
  readonly condition?: string
}

/** The regular outputs in order; a node with `onError: continueErrorOutput` has one more behind them. */
export function outputsOf(node: SourceNode): readonly Output[] {
  const role = entryOf(node)?.role
  if (role === 'loop') return loopOutputs(node)
  if (role === 'check') return [{ label: 'pass' }, { label: 'fail' }]
  if (role !== 'decision') return [{ label: '' }]
  switch (node.base) {
    case 'if':
      return ifOutputs(node)
    case 'filter':
      return [branch('kept', conditionIn(node.parameters))]
    case 'switch':
      return switchOutputs(node)
    case 'compareDatasets':
      return ['only in A', 'same', 'different', 'only in B'].map((label) => ({ label }))
    case 'lc:sentimentAnalysis':
      return sentiments(node)
    default:
      return categories(node)
  }
}

/** The ways out that a decision has although no output is there for them. */
export function silentWay(node: SourceNode): string | undefined {
  if (node.base === 'filter') return 'dropped'
  if (node.base === 'switch' && !fallsBack(node)) return 'no rule fits'
  if (node.base === 'lc:textClassifier' && at(node.parameters, 'options', 'fallback') !== 'other')
    return 'no category fits'
  return undefined
}

function ifOutputs(node: SourceNode): readonly Output[] {
  const condition = conditionIn(node.parameters)
  if (condition?.feel !== undefined) {
    return [
      { label: 'true', condition: condition.feel },
      { label: 'false', condition: `not(${condition.feel})` },
    ]
  }
  return [branch('true', condition), { label: 'false' }]
}

function branch(name: string, condition: Condition | undefined): Output {
  if (condition?.feel !== undefined) return { label: name, condition: condition.feel }
  return { label: condition && condition.text.trim() !== '' ? `${name}: ${condition.text}` : name }
}

// Version 3 turned the two outputs round; version 1 has only the rounds.
function loopOutputs(node: SourceNode): readonly Output[] {
  if (node.version >= 3) return [{ label: 'done' }, { label: 'loop' }]
  return node.version >= 2 ? [{ label: 'loop' }, { label: 'done' }] : [{ label: 'loop' }]
}

function switchOutputs(node: SourceNode): readonly Output[] {
  const { parameters } = node
  if (asText(at(parameters, 'mode')) === 'expression') {
    const count = Math.min(100, Math.max(1, asNumber(at(parameters, 'numberOutputs')) ?? 4))
    return Array.from({ length: count }, (_, index) => ({ label: `output ${index}` }))
  }
  const modern = asList(at(parameters, 'rules', 'values'))
  const outputs = modern
    ? modern.slice(0, 200).map((rule, index) => switchBranch(rule, conditionIn(rule), index))
    : legacyOutputs(node)
  return fallsBack(node) ? [...outputs, { label: 'otherwise' }] : outputs
}

/** Versions 1 and 2: several rules may name the same output. */
function legacyOutputs(node: SourceNode): readonly Output[] {
  const { parameters } = node
  const type = asText(at(parameters, 'dataType')) ?? 'number'
  const outputs: Output[] = []
  for (const [index, rule] of (asList(at(parameters, 'rules', 'rules')) ?? []).slice(0, 200).entries()) {
    const number = Math.min(200, Math.max(0, Math.round(asNumber(at(rule, 'output')) ?? index)))
    const next = switchBranch(rule, switchTest(at(parameters, 'value1'), rule, type), index)
    while (outputs.length < number) outputs.push({ label: `output ${outputs.length}` })
    const before = outputs[number]
    const nameless = before === undefined || before.label === `output ${number}`
    outputs[number] = nameless ? next : { label: `${before.label} or ${next.label}` }
  }
  return outputs
}

function switchBranch(rule: unknown, condition: Condition | undefined, index: number): Output {
  const key = asText(at(rule, 'outputKey'))
  const name = key !== undefined && key.trim() !== '' ? key : undefined
  const feel = condition?.feel === undefined ? {} : { condition: condition.feel }
  return { label: name ?? condition?.text ?? `rule ${index}`, ...feel }
}

/** True where items that fit no rule leave through an output of their own. */
function fallsBack(node: SourceNode): boolean {
  const modern = at(node.parameters, 'options', 'fallbackOutput')
  return modern === 'extra' || at(node.parameters, 'fallbackOutput') === 'extra'
}

function categories(node: SourceNode): readonly Output[] {
  const list = asList(at(node.parameters, 'categories', 'categories')) ?? []
  const names = list
    .slice(0, 200)
    .map((entry, index) => ({ label: asText(at(entry, 'category')) ?? `category ${index}` }))
  const other = at(node.parameters, 'options', 'fallback') === 'other' ? [{ label: 'other' }] : []
  return [...names, ...other]
}

function sentiments(node: SourceNode): readonly Output[] {
  const stated = asText(at(node.parameters, 'options', 'categories')) ?? 'Positive, Neutral, Negative'
  return stated
    .slice(0, 2000)
    .split(',')
    .map((label) => ({ label: label.trim() }))
}

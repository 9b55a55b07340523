// Conditions in FEEL: read once into a plain tree, and answered for given values. Nothing a person types can throw,
// hang, read the clock or run code: what could is refused with the place in the text.
import { FeelDate, FeelDateTime, FeelDuration, FeelRange, FeelTime, evaluate } from 'feelin'
import { ERROR, nodesOf, pathOf, treeOf } from './feel-tree.ts'
import type { FeelNode } from './feel-tree.ts'
import { unsafeIn } from './feel-safety.ts'
import type { Fault } from './result.ts'

/** A fault in an expression: `from` and `to` count characters of the text; `to` equals `from` where something is missing. */
export interface FeelFault extends Fault {
  readonly from: number
  readonly to: number
}

export type FeelResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly FeelFault[] }

/** An expression without faults. */
export interface FeelExpression {
  readonly text: string
  readonly root: FeelNode
  /** What it asks for, sorted: `amount`, `step.level`. Names that a loop or a filter brings along are not among them. */
  readonly variables: readonly string[]
}

/** What expressions are asked about: plain data, never functions or dates. */
export type FeelValue =
  | null
  | boolean
  | number
  | string
  | readonly FeelValue[]
  | { readonly [key: string]: FeelValue }

/** An answer. `missing` says which names the values had nothing for; such a name counts as null. */
export interface FeelAnswer {
  readonly value: FeelValue
  readonly missing: readonly string[]
}

const MAX_LENGTH = 2000
/** Deeper nesting than this is no condition that a person can read. */
const MAX_DEPTH = 60

/** Reads an expression. Never throws; cost grows with the length, of which there is a limit. */
export function parseFeel(text: string): FeelResult<FeelExpression> {
  const long = tooLarge(text)
  if (long) return refusedAt(long)
  const root = treeOf(text)
  if (!root) return refusedAt({ message: 'this cannot be read', from: 0, to: text.length })
  const fault = syntaxFault(root, text) ?? readingFault(root)
  if (fault) return refusedAt(fault)
  return { ok: true, value: { text, root, variables: [...variablesIn(root)].sort() } }
}

/**
 * Answers an expression for the given values. Never throws. Refused besides faults of syntax: the clock, patterns
 * (a pattern can take for ever), functions of one's own, ranges as loops, and more than two loops inside each other.
 */
export function evaluateFeel(
  expression: string | FeelExpression,
  values: Readonly<Record<string, FeelValue>>,
): FeelResult<FeelAnswer> {
  const read =
    typeof expression === 'string' ? parseFeel(expression) : ({ ok: true, value: expression } as const)
  if (!read.ok) return read
  const unsafe = unsafeIn(read.value.root)
  if (unsafe) return refusedAt(unsafe)
  try {
    const { value, warnings } = evaluate(read.value.text, values)
    const missing = warnings.filter(
      ({ type }) => type === 'NO_VARIABLE_FOUND' || type === 'NO_CONTEXT_ENTRY_FOUND',
    )
    const names = missing.map(({ position }) => read.value.text.slice(position.from, position.to))
    return { ok: true, value: { value: plain(value), missing: [...new Set(names)].sort() } }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return refusedAt({ message: `this cannot be answered: ${message}`, from: 0, to: read.value.text.length })
  }
}

interface At {
  readonly message: string
  readonly from: number
  readonly to: number
}

function refusedAt<T>({ message, from, to }: At): FeelResult<T> {
  return { ok: false, faults: [{ path: '', message, from, to }] }
}

// Before the parser sees it: its own recursion is what deep nesting would break.
function tooLarge(text: string): At | undefined {
  if (text.length > MAX_LENGTH) {
    return {
      message: `a condition may have at most ${MAX_LENGTH} characters`,
      from: MAX_LENGTH,
      to: text.length,
    }
  }
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    if ('([{'.includes(text[i]!)) depth++
    else if (')]}'.includes(text[i]!)) depth--
    if (depth > MAX_DEPTH) return { message: 'this is nested too deeply', from: i, to: i + 1 }
  }
  return undefined
}

function syntaxFault(root: FeelNode, text: string): At | undefined {
  for (const node of nodesOf(root)) {
    if (node.name !== ERROR) continue
    if (node.from < node.to)
      return { message: `“${node.text}” does not belong here`, from: node.from, to: node.to }
    const message = text.trim() === '' ? 'there is no condition yet' : 'something is missing here'
    return { message, from: node.from, to: node.to }
  }
  return undefined
}

// What the interpreter would read in another way than a person: exponents, and `not` in front of `in`.
function readingFault(root: FeelNode): At | undefined {
  for (const { name, text, from, to } of nodesOf(root)) {
    if (name === 'NumericLiteral' && /e/i.test(text)) return { message: 'write the number out', from, to }
    if (name === 'VariableName' && text.endsWith(' not')) return { message: 'write “not(… in …)”', from, to }
  }
  return depthOf(root) > MAX_LENGTH / 4
    ? { message: 'this is nested too deeply', from: root.from, to: root.to }
    : undefined
}

function depthOf(root: FeelNode): number {
  let depth = 0
  for (let ring: readonly FeelNode[] = [root]; ring.length > 0; ring = ring.flatMap((node) => node.children))
    depth++
  return depth
}

function variablesIn(root: FeelNode): ReadonlySet<string> {
  const found = new Set<string>()
  const walk = (node: FeelNode, bound: ReadonlySet<string>): void => {
    const inside = new Set([...bound, ...boundBy(node)])
    const name = pathOf(node)
    if (name !== undefined) {
      if (!bound.has(name.split('.', 1)[0]!)) found.add(name)
      return
    }
    const [first, ...rest] = node.children
    if (!first) return
    // A name in front of brackets is a function, and names inside a filter may be those of the items.
    if (node.name !== 'FunctionInvocation' || first.name !== 'VariableName') walk(first, inside)
    if (node.name === 'FilterExpression') return
    for (const child of rest) walk(child, inside)
  }
  walk(root, new Set())
  return found
}

function boundBy(node: FeelNode): readonly string[] {
  if (node.name !== 'ForExpression' && node.name !== 'QuantifiedExpression') return []
  return nodesOf(node).flatMap(({ name, children }) =>
    name === 'InExpression' && children[0] ? [children[0].text] : [],
  )
}

const OWN_OBJECTS = [FeelDate, FeelDateTime, FeelDuration, FeelRange, FeelTime]

// Dates, times and ranges come back as objects of the interpreter; outside they are texts.
function plain(value: unknown): FeelValue {
  if (value === undefined || value === null || typeof value === 'function') return null
  if (typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(plain)
  if (OWN_OBJECTS.some((kind) => value instanceof kind)) return (value as FeelDate).toString()
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]))
}

// Which conditions can be compared with each other: names against fixed values, combined with and, or and not. Two
// names against each other, arithmetic, dates and functions can be answered, but not compared.
import { parseFeel } from './feel.ts'
import { pathOf } from './feel-tree.ts'
import type { FeelNode } from './feel-tree.ts'

/** A fixed value that a name is held against. */
export type Literal = number | string | boolean

export type Comparison = '<' | '<=' | '=' | '!=' | '>' | '>='

/** A condition that can be compared. */
export type Test =
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Test[] }
  | { readonly kind: 'not'; readonly part: Test }
  | { readonly kind: 'constant'; readonly holds: boolean }
  | { readonly kind: 'compare'; readonly name: string; readonly by: Comparison; readonly value: Literal }

export type ReadTest =
  | { readonly ok: true; readonly test: Test }
  | { readonly ok: false; readonly because: string }

/** The same few conditions are looked at after every edit of a document. */
const KEPT = 1000
const kept = new Map<string, ReadTest>()

/** Reads a condition; says why where it has faults or cannot be compared. Names are taken to have a value of the right kind. */
export function testOf(text: string): ReadTest {
  const known = kept.get(text)
  if (known) return known
  const read = readTest(text)
  if (kept.size >= KEPT) kept.clear()
  kept.set(text, read)
  return read
}

function readTest(text: string): ReadTest {
  const parsed = parseFeel(text)
  if (!parsed.ok) return { ok: false, because: parsed.faults.map(({ message }) => message).join(', ') }
  const test = toTest(parsed.value.root)
  return test
    ? { ok: true, test }
    : { ok: false, because: 'it does more than hold names against fixed values' }
}

function toTest(node: FeelNode): Test | undefined {
  const [first, second, third] = node.children
  switch (node.name) {
    case 'Expression':
      return first && toTest(first)
    case 'ParenthesizedExpression':
      return second && toTest(second)
    case 'Conjunction':
      return both('all', first, third)
    case 'Disjunction':
      return both('any', first, third)
    case 'FunctionInvocation':
      return negation(node)
    case 'Comparison':
      return comparison(node)
    case 'BooleanLiteral':
      return { kind: 'constant', holds: node.text === 'true' }
    default: {
      const name = pathOf(node)
      return name === undefined ? undefined : { kind: 'compare', name, by: '=', value: true }
    }
  }
}

function both(
  kind: 'all' | 'any',
  left: FeelNode | undefined,
  right: FeelNode | undefined,
): Test | undefined {
  return together(kind, [left && toTest(left), right && toTest(right)])
}

function together(kind: 'all' | 'any', parts: readonly (Test | undefined)[]): Test | undefined {
  const read = parts.filter((part) => part !== undefined)
  return read.length === parts.length ? { kind, parts: read } : undefined
}

function negation({ children }: FeelNode): Test | undefined {
  const [target, , parameters] = children
  const [argument, ...more] = parameters?.children ?? []
  if (target?.text !== 'not' || parameters?.name !== 'PositionalParameters' || !argument || more.length > 0)
    return undefined
  const part = toTest(argument)
  return part && { kind: 'not', part }
}

function comparison({ children }: FeelNode): Test | undefined {
  const [left, operator, right] = children
  if (!left || !operator || !right) return undefined
  if (operator.name === 'CompareOp') return heldAgainst(left, operator.text, right)
  const name = pathOf(left)
  if (name === undefined) return undefined
  if (operator.name === 'between')
    return together('all', [bound(name, '>=', right), bound(name, '<=', children[4])])
  // `in (a, b)` holds its tests in brackets of its own.
  const tests = right.name === '(' ? (children[3]?.children ?? []) : [right]
  return together(
    'any',
    tests.map((test) => unaryTest(name, test)),
  )
}

const MIRRORED: Readonly<Record<Comparison, Comparison>> = {
  '<': '>',
  '<=': '>=',
  '=': '=',
  '!=': '!=',
  '>': '<',
  '>=': '<=',
}

function heldAgainst(left: FeelNode, operator: string, right: FeelNode): Test | undefined {
  if (!Object.hasOwn(MIRRORED, operator)) return undefined
  const by = operator as Comparison
  const name = pathOf(left)
  if (name !== undefined) return bound(name, by, right)
  const other = pathOf(right)
  return other === undefined ? undefined : bound(other, MIRRORED[by], left)
}

function bound(name: string, by: Comparison, node: FeelNode | undefined): Test | undefined {
  const value = node && literalOf(node)
  if (value === undefined) return undefined
  // Texts and yes-or-no have no order here.
  if (typeof value !== 'number' && by !== '=' && by !== '!=') return undefined
  return { kind: 'compare', name, by, value }
}

function unaryTest(name: string, node: FeelNode): Test | undefined {
  const [first, second] = node.children
  switch (node.name) {
    case 'PositiveUnaryTest':
      return first && unaryTest(name, first)
    case 'SimplePositiveUnaryTest':
      if (first?.name === 'Interval') return unaryTest(name, first)
      return first && Object.hasOwn(MIRRORED, first.text)
        ? bound(name, first.text as Comparison, second)
        : undefined
    case 'Interval':
      return interval(name, node.children)
    case 'List':
      return together(
        'any',
        node.children.slice(1, -1).map((item) => bound(name, '=', item)),
      )
    default:
      return bound(name, '=', node)
  }
}

function interval(name: string, [open, low, , high, close]: readonly FeelNode[]): Test | undefined {
  return together('all', [
    bound(name, open?.text === '[' ? '>=' : '>', low),
    bound(name, close?.text === ']' ? '<=' : '<', high),
  ])
}

function literalOf({ name, text }: FeelNode): Literal | undefined {
  if (name === 'NumericLiteral') return finite(Number(text.replace(/\s/g, '')))
  if (name === 'BooleanLiteral') return text === 'true'
  // A text with an escape in it is left to the interpreter.
  return name === 'StringLiteral' && !text.includes('\\') ? text.slice(1, -1) : undefined
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined
}

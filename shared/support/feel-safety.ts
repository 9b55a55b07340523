// What a condition may not do where it is answered: read the clock, run for ever, or call what it should not know.
import type { FeelNode } from './feel-tree.ts'

/** Functions whose cost grows with the length of what they are given, and which need nothing but that. */
const FUNCTIONS: ReadonlySet<string> = new Set([
  'not',
  'contains',
  'starts with',
  'ends with',
  'string length',
  'substring',
  'substring before',
  'substring after',
  'upper case',
  'lower case',
  'string',
  'number',
  'list contains',
  'count',
  'min',
  'max',
  'sum',
  'mean',
  'median',
  'all',
  'any',
  'distinct values',
  'index of',
  'floor',
  'ceiling',
  'abs',
  'decimal',
  'modulo',
  'sqrt',
  'odd',
  'even',
  'before',
  'after',
  'is',
])

/** Loops inside each other, and loops in all: with lists of a thousand entries an answer stays within seconds. */
const MAX_NESTED = 2
const MAX_LOOPS = 4

interface Unsafe {
  readonly message: string
  readonly from: number
  readonly to: number
}

/** The first thing in an expression that is not answered; undefined when it is safe. */
export function unsafeIn(root: FeelNode): Unsafe | undefined {
  let loops = 0
  const walk = (node: FeelNode, nested: number): Unsafe | undefined => {
    const because = refusal(node)
    if (because) return { message: because, from: node.from, to: node.to }
    const own = loopsOf(node)
    loops += own
    if (nested + own > MAX_NESTED || loops > MAX_LOOPS) {
      return { message: 'there are too many loops in this', from: node.from, to: node.to }
    }
    for (const child of node.children) {
      const found = walk(child, nested + own)
      if (found) return found
    }
    return undefined
  }
  return walk(root, 0)
}

// A loop's condition stands beside the list of its names, so they are counted where both can be seen.
function loopsOf({ name, children }: FeelNode): number {
  if (name === 'FilterExpression') return 1
  if (name !== 'ForExpression' && name !== 'QuantifiedExpression') return 0
  const names = children.find((child) => child.name === 'InExpressions')?.children ?? []
  return names.filter((child) => child.name === 'InExpression').length
}

function refusal(node: FeelNode): string | undefined {
  switch (node.name) {
    case 'FunctionInvocation':
      return refusedCall(node)
    case 'FunctionDefinition':
      return 'a condition may not define functions'
    case 'Context':
      return 'a condition may not build objects'
    case 'InstanceOfExpression':
      return 'a condition may not ask for types'
    case 'IterationContext':
      return node.text.includes('..') ? 'a condition may not loop over a range' : undefined
    default:
      return undefined
  }
}

function refusedCall({ children }: FeelNode): string | undefined {
  const [target] = children
  const name = target?.text.replace(/\s+/g, ' ') ?? ''
  if (name === 'now' || name === 'today')
    return 'a condition may not read the clock: give the time as a value'
  return FUNCTIONS.has(name) ? undefined : `“${name}” is not among the functions that a condition may use`
}

// The values for which conditions have to be tried so that nothing is missed: each limit that they name, and something on
// either side of it. Only conditions that hold one name against fixed values, with and, or and not, can be tried so.
import { parseFeel } from '../../support/feel.ts'
import type { FeelValue } from '../../support/feel.ts'
import { pathOf } from '../../support/feel-tree.ts'
import type { FeelNode } from '../../support/feel-tree.ts'

type Values = Readonly<Record<string, FeelValue>>
type Fixed = number | string | boolean
type Mentions = Map<string, Set<Fixed>>

export interface ConditionValues {
  /** Every combination to try; none where the conditions cannot be tried together. */
  readonly values: readonly Values[]
  /** The conditions that the combinations are enough for. */
  readonly comparable: ReadonlySet<string>
  /** Of the conditions on arrival, those that narrow the values down; all of them, or none. */
  readonly entries: readonly string[]
}

const NOTHING: ConditionValues = { values: [], comparable: new Set(), entries: [] }
/** With more combinations than this no tier counts. */
const MOST = 2000

export function conditionValues(conditions: readonly string[], arriving: readonly string[]): ConditionValues {
  const read = new Map([...conditions, ...arriving].map((text) => [text, mentionsIn(text)]))
  const comparable = new Set(conditions.filter((text) => read.get(text)))
  const entries = arriving.every((text) => read.get(text)) ? arriving : []
  const mentions: Mentions = new Map()
  for (const text of [...comparable, ...entries]) {
    for (const [name, fixed] of read.get(text)!) {
      mentions.set(name, new Set([...(mentions.get(name) ?? []), ...fixed]))
    }
  }
  const names = [...mentions.keys()]
  if (names.some((name) => names.some((other) => other.startsWith(`${name}.`)))) return NOTHING
  if ([...mentions.values()].some((fixed) => new Set([...fixed].map((one) => typeof one)).size > 1))
    return NOTHING
  const tried = [...mentions].map(([name, fixed]) => [name, toTry([...fixed])] as const)
  if (tried.reduce((product, [, list]) => product * list.length, 1) > MOST) return NOTHING
  let values: Values[] = [{}]
  for (const [name, list] of tried) {
    values = values.flatMap((value) => list.map((one) => withValue(value, name.split('.'), one)))
  }
  return { values, comparable, entries }
}

function withValue(values: Values, [name, ...rest]: readonly string[], one: Fixed): Values {
  if (name === undefined) return values
  if (rest.length === 0) return { ...values, [name]: one }
  return { ...values, [name]: withValue((values[name] ?? {}) as Values, rest, one) }
}

function toTry(fixed: readonly Fixed[]): readonly Fixed[] {
  if (typeof fixed[0] === 'boolean') return [false, true]
  if (typeof fixed[0] === 'string') return [...fixed, `not ${fixed.join()}`]
  const limits = (fixed as readonly number[]).toSorted((a, b) => a - b)
  const between = limits.slice(1).map((limit, i) => limits[i]! / 2 + limit / 2)
  const [low, high] = [limits[0]!, limits.at(-1)!]
  return [low - 1 - Math.abs(low), ...limits, ...between, high + 1 + Math.abs(high)]
}

/** What a condition holds its names against; undefined where it does more than that, or has faults. */
function mentionsIn(text: string): Mentions | undefined {
  const parsed = parseFeel(text)
  const mentions: Mentions = new Map()
  return parsed.ok && parsed.value.root.children.every((node) => collect(node, mentions))
    ? mentions
    : undefined
}

function collect(node: FeelNode, mentions: Mentions): boolean {
  const name = pathOf(node)
  if (name !== undefined) return mention(mentions, name, true)
  const { children } = node
  switch (node.name) {
    case 'BooleanLiteral':
      return true
    case 'ParenthesizedExpression':
      return children.slice(1, -1).every((child) => collect(child, mentions))
    case 'Conjunction':
    case 'Disjunction':
      return children.every(
        (child) => child.name === 'and' || child.name === 'or' || collect(child, mentions),
      )
    case 'FunctionInvocation': {
      const given = children[2]?.name === 'PositionalParameters' ? children[2].children : []
      return children[0]?.text === 'not' && given.length === 1 && collect(given[0]!, mentions)
    }
    case 'Comparison':
      return collectComparison(children, mentions)
    default:
      return false
  }
}

/** Parts of a comparison that say how, and not against what. */
const PLAIN = new Set([
  '(',
  ')',
  '[',
  ']',
  '..',
  'and',
  'PositiveUnaryTests',
  'PositiveUnaryTest',
  'SimplePositiveUnaryTest',
])

function collectComparison(children: readonly FeelNode[], mentions: Mentions): boolean {
  const [left, operator, ...right] = children
  const sides =
    operator?.name === 'CompareOp' && pathOf(left!) === undefined ? [right[0], left] : [left, ...right]
  const name = sides[0] && pathOf(sides[0])
  if (name === undefined || !operator) return false
  const ordered = (text: string): boolean => text !== '=' && text !== '!='
  const against = sides.slice(1).filter((node) => node !== undefined)
  if (operator.name === 'CompareOp') {
    return (
      against.length === 1 &&
      isFixed(against[0]!, ordered(operator.text)) &&
      note(mentions, name, against[0]!)
    )
  }
  if (operator.name === 'between') {
    const ends = against.filter((node) => node.name !== 'and')
    return ends.length === 2 && ends.every((node) => isFixed(node, true) && note(mentions, name, node))
  }
  return against.every((node) => collectTests(node, name, mentions))
}

function collectTests(node: FeelNode, name: string, mentions: Mentions): boolean {
  const { children } = node
  if (node.name === 'Interval') {
    const ends = [children[1], children[3]]
    return ends.every((end) => end !== undefined && isFixed(end, true) && note(mentions, name, end))
  }
  if (node.name === 'List')
    return children.slice(1, -1).every((item) => isFixed(item, false) && note(mentions, name, item))
  if (node.name === 'SimplePositiveUnaryTest' && children[0]?.name === 'CompareOp') {
    const isOrder = children[0].text !== '=' && children[0].text !== '!='
    return children.length === 2 && isFixed(children[1]!, isOrder) && note(mentions, name, children[1]!)
  }
  if (PLAIN.has(node.name)) return children.every((child) => collectTests(child, name, mentions))
  return isFixed(node, false) && note(mentions, name, node)
}

function isFixed({ name, text }: FeelNode, isOrdered: boolean): boolean {
  if (name === 'NumericLiteral') return Number.isFinite(Number(text.replace(/\s/g, '')))
  return !isOrdered && (name === 'BooleanLiteral' || (name === 'StringLiteral' && !text.includes('\\')))
}

function note(mentions: Mentions, name: string, { name: kind, text }: FeelNode): boolean {
  if (kind === 'NumericLiteral') return mention(mentions, name, Number(text.replace(/\s/g, '')))
  return mention(mentions, name, kind === 'BooleanLiteral' ? text === 'true' : text.slice(1, -1))
}

function mention(mentions: Mentions, name: string, fixed: Fixed): true {
  mentions.set(name, (mentions.get(name) ?? new Set<Fixed>()).add(fixed))
  return true
}

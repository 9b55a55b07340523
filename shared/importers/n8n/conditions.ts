// Conditions of n8n's decisions, as text that a person can read, and as FEEL where it can be said exactly.
import { asList, asText, at } from '../support/value.ts'

export interface Condition {
  readonly text: string
  /** Only when it means the same. */
  readonly feel?: string
}

export interface Test {
  readonly left: unknown
  readonly right: unknown
  readonly type: string
  readonly operation: string
}

/** Operations by name, as words and as FEEL (`$1` left, `$2` right). */
const OPERATIONS: Readonly<Record<string, readonly [words: string, feel?: string]>> = {
  equals: ['=', '$1 = $2'],
  equal: ['=', '$1 = $2'],
  notEquals: ['≠', '$1 != $2'],
  notEqual: ['≠', '$1 != $2'],
  gt: ['>', '$1 > $2'],
  larger: ['>', '$1 > $2'],
  gte: ['≥', '$1 >= $2'],
  largerEqual: ['≥', '$1 >= $2'],
  lt: ['<', '$1 < $2'],
  smaller: ['<', '$1 < $2'],
  lte: ['≤', '$1 <= $2'],
  smallerEqual: ['≤', '$1 <= $2'],
  true: ['is true', '$1 = true'],
  false: ['is false', '$1 = false'],
  contains: ['contains', 'contains($1, $2)'],
  notContains: ['does not contain', 'not(contains($1, $2))'],
  startsWith: ['starts with', 'starts with($1, $2)'],
  endsWith: ['ends with', 'ends with($1, $2)'],
  exists: ['exists'],
  notExists: ['does not exist'],
  empty: ['is empty'],
  isEmpty: ['is empty'],
  notEmpty: ['is not empty'],
  isNotEmpty: ['is not empty'],
  regex: ['matches'],
  notRegex: ['does not match'],
  after: ['is after'],
  before: ['is before'],
}

/** What n8n takes when a version 1 test does not name its operation. */
const FIRST_OPERATION: Readonly<Record<string, string>> = { number: 'smaller', dateTime: 'after' }

/** The condition in a node's or a rule's `conditions`, of any version; undefined when there is none to read. */
export function conditionIn(holder: unknown): Condition | undefined {
  const either = at(holder, 'conditions', 'combinator') === 'or' || at(holder, 'combineOperation') === 'any'
  return joined(testsIn(holder), either ? 'or' : 'and')
}

/** The single tests of a condition, at most twenty. */
export function testsIn(holder: unknown): readonly Test[] {
  const conditions = at(holder, 'conditions')
  const modern = asList(at(conditions, 'conditions')) ?? asList(conditions)
  if (modern) return modern.slice(0, 20).map(modernTest)
  const tests = ['string', 'number', 'boolean', 'dateTime'].flatMap((type) =>
    (asList(at(conditions, type)) ?? []).map((raw) => ({
      type,
      left: at(raw, 'value1'),
      right: at(raw, 'value2') ?? (type === 'boolean' ? false : ''),
      operation: asText(at(raw, 'operation')) ?? FIRST_OPERATION[type] ?? 'equal',
    })),
  )
  return tests.slice(0, 20)
}

/** One test of a version 1 or 2 switch, whose left side is given once for all rules. */
export function switchTest(left: unknown, rule: unknown, type: string): Condition | undefined {
  const operation = asText(at(rule, 'operation')) ?? FIRST_OPERATION[type] ?? 'equal'
  return joined([{ left, right: at(rule, 'value2'), type, operation }], 'and')
}

function modernTest(raw: unknown): Test {
  const operator = at(raw, 'operator')
  return {
    left: at(raw, 'leftValue'),
    right: at(raw, 'rightValue'),
    type: asText(at(operator, 'type')) ?? 'string',
    operation: asText(at(operator, 'operation')) ?? asText(operator) ?? 'equals',
  }
}

function joined(tests: readonly Test[], word: 'and' | 'or'): Condition | undefined {
  if (tests.length === 0) return undefined
  const text = tests.map(asWords).join(` ${word} `)
  const feels = tests.map(asFeel)
  if (feels.some((feel) => feel === undefined)) return { text }
  return { text, feel: feels.length === 1 ? feels[0]! : feels.map((feel) => `(${feel})`).join(` ${word} `) }
}

function asWords({ left, right, operation }: Test): string {
  const [words] = Object.hasOwn(OPERATIONS, operation) ? OPERATIONS[operation]! : [operation.slice(0, 40)]
  const single = /^(?:is |exists|does not exist)/.test(words) && words !== 'is after' && words !== 'is before'
  return [shown(left), words, single ? '' : shown(right)].filter((part) => part !== '').join(' ')
}

function asFeel({ left, right, type, operation }: Test): string | undefined {
  const pattern = Object.hasOwn(OPERATIONS, operation) ? OPERATIONS[operation]![1] : undefined
  const path = fieldOf(left)
  if (pattern === undefined || path === undefined) return undefined
  if (!pattern.includes('$2')) return pattern.replace('$1', path)
  const value = literal(right, type)
  // A function as the replacement, so that a dollar sign in a value stays what it is.
  return value === undefined ? undefined : pattern.replace('$1', path).replace('$2', () => value)
}

const KEYWORDS = new Set([
  'and',
  'or',
  'not',
  'if',
  'then',
  'else',
  'for',
  'in',
  'return',
  'some',
  'every',
  'satisfies',
  'between',
  'instance',
  'of',
  'true',
  'false',
  'null',
  'function',
  'external',
  'item',
])

/** `={{ $json.a.b }}` as `a.b`; undefined for anything that is more than the field of the item. */
function fieldOf(value: unknown): string | undefined {
  const inside =
    /^=\{\{\s{0,9}\$json((?:\.[A-Za-z_]\w{0,60}|\["[A-Za-z_]\w{0,60}"\]|\['[A-Za-z_]\w{0,60}'\]){1,8})\s{0,9}\}\}$/.exec(
      asText(value)?.slice(0, 600) ?? '',
    )
  const names = inside?.[1]?.match(/\w+/g)
  return names && !names.some((name) => KEYWORDS.has(name)) ? names.join('.') : undefined
}

function literal(value: unknown, type: string): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (typeof value === 'boolean') return String(value)
  const text = asText(value)
  if (text === undefined || text.startsWith('=') || text.length > 200) return undefined
  if (type === 'number') return /^-?\d{1,15}(?:\.\d{1,15})?$/.test(text.trim()) ? text.trim() : undefined
  if (type === 'boolean') return text === 'true' || text === 'false' ? text : undefined
  return JSON.stringify(text)
}

/** A value as people would write it: `={{ $json.score }}` as `score`. */
function shown(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const text = (asText(value) ?? '').slice(0, 300)
  return text
    .replace(/^=/, '')
    .replace(/\{\{\s{0,9}/g, '')
    .replace(/\s{0,9}\}\}/g, '')
    .replace(/\$json\.?/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 120)
}

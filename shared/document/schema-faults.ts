// Checks a value against a schema and says what is wrong in our own words: what was expected, and what was there.
import { z } from 'zod'
import { pathText, quoted } from './path.ts'
import type { PathPart } from './path.ts'
import { ok } from '../support/result.ts'
import type { Fault, Result } from '../support/result.ts'

/** The parsed value, or every fault with its path, each below `at`. */
export function checkSchema<S extends z.ZodType>(
  schema: S,
  value: unknown,
  at: readonly PathPart[] = [],
): Result<z.output<S>> {
  const parsed = parse(schema, value)
  if (!parsed) return { ok: false, faults: [{ path: pathText(at), message: TOO_MANY_FAULTS }] }
  if (parsed.success) return ok(parsed.data)
  return { ok: false, faults: parsed.error.issues.map((issue) => toFault(issue, value, at)) }
}

/** What is said where there are so many faults that the schema cannot even collect them. */
const TOO_MANY_FAULTS = 'holds more faults than can be told one by one'

// zod hands issues upwards as arguments of one call, which overflows the stack somewhere above 100,000 of them.
function parse<S extends z.ZodType>(
  schema: S,
  value: unknown,
): z.ZodSafeParseResult<z.output<S>> | undefined {
  try {
    return schema.safeParse(value, { error: describe })
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function toFault(issue: z.core.$ZodIssue, value: unknown, at: readonly PathPart[]): Fault {
  const path = issue.path.filter((part) => typeof part !== 'symbol')
  const bare = issue.message.startsWith('expected') && !issue.message.includes(', got ')
  const got = bare ? `, got ${describeValue(valueAt(value, path))}` : ''
  return { path: pathText([...at, ...path]), message: issue.message + got }
}

/** Messages for what the schemas of the model leave to zod; a message given in a schema comes before these. */
function describe(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return `is missing: expected ${typeWords(issue.expected)}`
      return `expected ${typeWords(issue.expected)}, got ${describeValue(issue.input)}`
    case 'invalid_value': {
      const values = issue.values.map((v) => JSON.stringify(v)).join(', ')
      const one = issue.values.length > 1 ? `one of ${values}` : values
      if (issue.input === undefined) return `is missing: expected ${one}`
      return `expected ${one}, got ${describeValue(issue.input)}`
    }
    case 'too_small':
      return `expected at least ${issue.minimum}${unit(issue.origin)}, got ${describeValue(issue.input)}`
    case 'too_big':
      return `expected at most ${issue.maximum}${unit(issue.origin)}, got ${describeValue(issue.input)}`
    case 'unrecognized_keys':
      return `has ${issue.keys.map(quoted).join(', ')}, which is not known here`
    case 'invalid_key':
      return issue.issues[0]?.message
    default:
      return undefined
  }
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
}

function typeWords(type: string): string {
  return Object.hasOwn(TYPE_WORDS, type) ? TYPE_WORDS[type]! : type
}

function unit(origin: string): string {
  if (origin === 'string') return ' characters'
  return origin === 'array' ? ' entries' : ''
}

function describeValue(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return String(value)
  if (typeof value === 'string') return quoted(value)
  return Array.isArray(value) ? `a list of ${value.length}` : 'an object'
}

function valueAt(value: unknown, path: readonly PathPart[]): unknown {
  let at: unknown = value
  for (const part of path) {
    if (at === null || typeof at !== 'object' || !Object.hasOwn(at, part)) return undefined
    at = (at as Readonly<Record<PathPart, unknown>>)[part]
  }
  return at
}

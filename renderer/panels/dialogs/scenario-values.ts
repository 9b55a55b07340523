// The values of a recorded run as rows of text: one for each name that a condition asks for, and one for each that is set.
// Pure.
import { parseFeel } from '../../../shared/support/feel.ts'
import type { FeelValue } from '../../../shared/support/feel.ts'
import type { Scenario } from '../../../shared/model/scenario.ts'
import type { Workflow } from '../../../shared/model/workflow.ts'

export interface ValueRow {
  /** As conditions write it: `amount`, `order.total`. */
  readonly name: string
  /** JSON; what is no JSON is a text as it stands. Empty: no value. */
  readonly text: string
}

type Values = NonNullable<Scenario['values']>

/** Rows in the order of their names; what conditions ask for is there even without a value. */
export function valueRows(
  { handoffs }: Pick<Workflow, 'handoffs'>,
  values: Values = {},
): readonly ValueRow[] {
  const asked = handoffs.flatMap(({ when }) => variablesOf(when))
  const askedFor = new Set(asked.map((name) => name.split('.')[0]))
  const others = Object.keys(values).filter((name) => !askedFor.has(name))
  const names = [...new Set([...asked, ...others])].sort()
  return names.map((name) => ({
    name,
    text: textOf(Object.hasOwn(values, name) ? values[name] : within(values, name)),
  }))
}

/** `values` as the rows say, what no row speaks of included; null where nothing is left. */
export function readValues(rows: readonly ValueRow[], values: Values = {}): Values | null {
  let next: FeelValue = values
  for (const { name, text } of rows) {
    if (name.trim() === '') continue
    const path = Object.hasOwn(values, name) ? [name] : name.trim().split('.')
    next = withValue(next, path, text.trim() === '' ? undefined : valueOf(text.trim()))
  }
  return isObject(next) && Object.keys(next).length > 0 ? next : null
}

function variablesOf(when: string | undefined): readonly string[] {
  const read = when === undefined ? undefined : parseFeel(when)
  return read?.ok ? read.value.variables : []
}

function within(values: Values, name: string): FeelValue | undefined {
  let at: FeelValue | undefined = values
  for (const part of name.split('.')) at = isObject(at) && Object.hasOwn(at, part) ? at[part] : undefined
  return at
}

// A Map and fromEntries, because assigning to a key called __proto__ would replace the prototype.
function withValue(
  whole: FeelValue,
  [key = '', ...rest]: readonly string[],
  value: FeelValue | undefined,
): FeelValue {
  const members = new Map(Object.entries(isObject(whole) ? whole : {}))
  const member = rest.length === 0 ? value : withValue(members.get(key) ?? {}, rest, value)
  const isGone =
    member === undefined || (rest.length > 0 && isObject(member) && Object.keys(member).length === 0)
  if (isGone) members.delete(key)
  else members.set(key, member)
  return Object.fromEntries(members)
}

function textOf(value: unknown): string {
  if (value === undefined) return ''
  const isPlain =
    typeof value === 'string' && value !== '' && value.trim() === value && valueOf(value) === value
  return isPlain ? value : JSON.stringify(value)
}

function valueOf(text: string): FeelValue {
  try {
    return JSON.parse(text) as FeelValue
  } catch {
    return text
  }
}

function isObject(value: FeelValue | undefined): value is { readonly [key: string]: FeelValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

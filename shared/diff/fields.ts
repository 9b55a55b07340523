// The fields in which two values differ, and a value with such fields changed.
import { canonicalJson } from '../support/canonical-json.ts'
import { compareText } from '../support/compare.ts'
import type { FieldChange } from '../model/difference.ts'
import type { Json } from './parts.ts'

/**
 * Fields that differ, in the order of their keys. Objects are compared member by member, lists as a whole: a list of
 * which one entry changed is shown whole, then and now.
 */
export function changedFields(before: unknown, after: unknown): readonly FieldChange[] {
  return below([], before, after)
}

/** `value` after the changes; undefined where nothing is left of it. What no change names stays the same object. */
export function withFields(value: unknown, changes: readonly FieldChange[]): unknown {
  return changes.reduce<unknown>((now, { path, after }) => withField(now, path, after), value)
}

function below(path: readonly string[], before: unknown, after: unknown): readonly FieldChange[] {
  if (before === after) return []
  if (!isObject(before) || !isObject(after)) {
    if (before !== undefined && after !== undefined && canonicalJson(before) === canonicalJson(after))
      return []
    return [
      {
        path: [...path],
        ...(before !== undefined && { before: before as NonNullable<FieldChange['before']> }),
        ...(after !== undefined && { after: after as NonNullable<FieldChange['after']> }),
      },
    ]
  }
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(compareText)
  return keys.flatMap((key) => below([...path, key], own(before, key), own(after, key)))
}

function withField(value: unknown, path: readonly string[], next: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return next
  // A Map and fromEntries, because assigning to a key called __proto__ would replace the prototype.
  const members = new Map(Object.entries(isObject(value) ? value : {}))
  const member = withField(members.get(key), rest, next)
  if (member === undefined) members.delete(key)
  else members.set(key, member)
  return Object.fromEntries(members)
}

function own(value: Json, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

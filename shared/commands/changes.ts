// Arguments that change some fields of an entry and leave the others alone.
import { z } from 'zod'
import { canonicalJson } from '../support/canonical-json.ts'

/**
 * Fields to set; null takes a field away. An object is merged into the one that is there for the fields that the
 * command names, and replaces it for all others. Unknown fields may be set too.
 */
export type Changes<T> = {
  readonly [K in keyof T as string extends K ? never : K extends 'id' ? never : K]?: Change<T[K]> | null
} & { readonly [key: string]: unknown }

type Change<V> = V extends readonly unknown[] ? V : V extends object ? Changes<V> : V

/** The schema of such an argument. What the fields hold is checked on the entry that comes out. */
export function changesSchema<T>(): z.ZodType<Changes<T>, Changes<T>> {
  const fields = z.record(
    z.string().refine((key) => key !== 'id', 'an id cannot be changed'),
    z.unknown(),
  )
  return fields as unknown as z.ZodType<Changes<T>, Changes<T>>
}

/** `entry` with `set` applied, the same where nothing changes; objects under the keys in `merged` keep the members that `set` does not name. */
export function withChanges<T extends object>(
  entry: T,
  set: Readonly<Record<string, unknown>>,
  merged: readonly string[] = [],
): T {
  // A Map and fromEntries, because assigning to a key called __proto__ would replace the prototype.
  const fields = new Map<string, unknown>(Object.entries(entry))
  for (const [key, value] of Object.entries(set)) {
    const next = merged.includes(key) ? mergedObject(fields.get(key), value) : value
    if (next === null || next === undefined) fields.delete(key)
    else fields.set(key, next)
  }
  const next = Object.fromEntries(fields) as T
  return canonicalJson(next) === canonicalJson(entry) ? entry : next
}

function mergedObject(current: unknown, set: unknown): unknown {
  if (!isObject(set)) return set
  const next = withChanges(isObject(current) ? current : {}, set)
  return Object.keys(next).length === 0 ? null : next
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

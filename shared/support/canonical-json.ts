// The one way a value becomes text for hashing: keys sorted, no white space, the same bytes for equal values.
import { compareText } from './compare.ts'

/**
 * JSON text of `value` with every object's keys sorted by code unit and no white space.
 * `undefined` members are left out, as JSON.stringify does. Throws on cycles and on values JSON cannot hold.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).filter(([, v]) => v !== undefined)
  entries.sort(([a], [b]) => compareText(a, b))
  // A null prototype, so that a key called __proto__ stays an ordinary key.
  const out = Object.create(null) as Record<string, unknown>
  for (const [key, v] of entries) out[key] = sorted(v)
  return out
}

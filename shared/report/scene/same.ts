// Keeps the objects of the last drawing wherever the new one says the same, so that React redraws only what changed.

/** True when two plain values, lists or maps hold the same. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((value, i) => sameValue(value, b[i]))
  if (a instanceof Map)
    return (
      b instanceof Map && a.size === b.size && [...a].every(([key, value]) => sameValue(value, b.get(key)))
    )
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  const other = b as Readonly<Record<string, unknown>>
  return keys.every((key) => sameValue((a as Readonly<Record<string, unknown>>)[key], other[key]))
}

/**
 * `next` with every entry that equals the previous one of the same id replaced by it; the previous list itself where
 * all are equal and in the same order.
 */
export function reusingList<T extends { readonly id: string }>(
  next: readonly T[],
  previous: readonly T[] | undefined,
): readonly T[] {
  if (!previous) return next
  const before = new Map(previous.map((entry) => [entry.id, entry]))
  const kept = next.map((entry) => {
    const same = before.get(entry.id)
    return same !== undefined && sameValue(same, entry) ? same : entry
  })
  return kept.length === previous.length && kept.every((entry, i) => entry === previous[i]) ? previous : kept
}

// Keeps the objects of the last drawing wherever the new one says the same, so that React redraws only what changed.

/** True when two plain values hold the same. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((value, i) => sameValue(value, b[i]))
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  const other = b as Readonly<Record<string, unknown>>
  return keys.every((key) => sameValue((a as Readonly<Record<string, unknown>>)[key], other[key]))
}

/** `next` with every entry that equals the previous one of the same id replaced by it. */
export function reusing<T extends { readonly id: string }>(
  next: readonly T[],
  previous: ReadonlyMap<string, T>,
): readonly T[] {
  return next.map((entry) => {
    const before = previous.get(entry.id)
    return before !== undefined && sameValue(before, entry) ? before : entry
  })
}

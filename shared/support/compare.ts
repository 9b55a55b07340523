// Order that is the same on every machine: by UTF-16 code unit, never by locale.

/** Compares two strings by code unit. Negative, zero or positive, as `Array.sort` wants it. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Compares things that have an id, by that id. */
export function compareById(a: { readonly id: string }, b: { readonly id: string }): number {
  return compareText(a.id, b.id)
}

// Ids that are readable, stable and free of surprises: derived from a name, made unique by a counter, never random.

/** The longest id that a document may hold. */
export const MAX_ID_LENGTH = 200

/** A lower-case identifier made of `name`'s letters and digits; `fallback` when nothing is left of it. */
export function slug(name: string, fallback: string): string {
  const text = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 48)
  return text === '' ? fallback : text
}

/** `wanted`, or `wanted_2`, `wanted_3` … : the first that is not in `taken`. */
export function uniqueId(wanted: string, taken: ReadonlySet<string> | ReadonlyMap<string, unknown>): string {
  if (!taken.has(wanted)) return wanted
  for (let n = 2; ; n++) {
    const candidate = `${wanted}_${n}`
    if (!taken.has(candidate)) return candidate
  }
}

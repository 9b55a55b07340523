// Looking into JSON of unknown shape: every look answers with a value of the asked type or with undefined, and only
// ever at the object's own keys.

export type JsonObject = Readonly<Record<string, unknown>>

/** The value as an object, unless it is a list, null or no object at all. */
export function asObject(value: unknown): JsonObject | undefined {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
    ? (value as JsonObject)
    : undefined
}

export function asList(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined
}

export function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** A finite number, also when it is written as text. */
export function asNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}

/** What stands at the end of a path of own keys. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  let here: unknown = value
  for (const key of path) {
    const object = asObject(here)
    if (object === undefined || !Object.hasOwn(object, key)) return undefined
    here = object[key]
  }
  return here
}

/**
 * All texts inside a value joined by spaces, down to six levels and up to `limit` characters. For looking for words
 * in: nothing of it is ever copied into a document.
 */
export function textsIn(value: unknown, limit = 20_000): string {
  const found: string[] = []
  let room = limit
  const visit = (item: unknown, depth: number): void => {
    if (room <= 0 || depth > 6) return
    if (typeof item === 'string') {
      const taken = item.slice(0, room)
      found.push(taken)
      room -= taken.length
    } else if (Array.isArray(item)) item.forEach((part) => visit(part, depth + 1))
    else if (item !== null && typeof item === 'object') {
      for (const key of Object.keys(item)) visit((item as JsonObject)[key], depth + 1)
    }
  }
  visit(value, 0)
  return found.join(' ')
}

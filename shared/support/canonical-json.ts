// The one way a value becomes text for hashing: keys sorted, no white space, the same bytes for equal values.

/**
 * JSON text of `value` with every object's keys sorted by code unit and no white space.
 * `undefined` members are left out, as JSON.stringify does. Throws on cycles and on values JSON cannot hold.
 */
export function canonicalJson(value: unknown): string {
  return textOf(value) ?? 'null'
}

/** The same for a list, whose entries are remembered: for large lists of which an edit changes one or two entries. */
export function canonicalJsonOfEntries(entries: readonly object[]): string {
  return `[${entries.map(entryText).join(',')}]`
}

const ENTRIES = new WeakMap<object, string>()

function entryText(entry: object): string {
  const known = ENTRIES.get(entry)
  if (known !== undefined) return known
  const text = canonicalJson(entry)
  ENTRIES.set(entry, text)
  return text
}

// Written piece by piece: sorted copies of every object would cost several times the text itself.
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((item) => textOf(item) ?? 'null').join(',')}]`
  let members = ''
  // The default order of `sort` is by code unit, which is what compareText says.
  for (const key of sorted(Object.keys(value))) {
    const text = textOf((value as Record<string, unknown>)[key])
    if (text !== undefined) members += `${members === '' ? '' : ','}${quoted(key)}:${text}`
  }
  return `{${members}}`
}

function sorted(keys: string[]): readonly string[] {
  for (let i = 1; i < keys.length; i++) if (keys[i]! < keys[i - 1]!) return keys.sort()
  return keys
}

/** Printable ASCII without the quotation mark and the backslash: what JSON leaves as it is. */
const PLAIN = /^[ !#-[\]-~]*$/

function quoted(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : JSON.stringify(text)
}

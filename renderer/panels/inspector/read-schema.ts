// Reads a JSON Schema that a person typed. Pure; an empty text is no schema.

export type ReadSchema =
  | { readonly ok: true; readonly value: Readonly<Record<string, unknown>> | null }
  | { readonly ok: false; readonly problem: string }

export function readSchema(text: string): ReadSchema {
  if (text.trim() === '') return { ok: true, value: null }
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return { ok: true, value: value as Readonly<Record<string, unknown>> }
    }
    return { ok: false, problem: 'It begins with { and ends with }.' }
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) }
  }
}

// JSON as people bring it: with something behind the end, or with a key given twice. Whatever can be read is read,
// and what was wrong is told.
import { parseJson } from '../../document/parse-json.ts'
import { MAX_DOCUMENT_CHARACTERS } from '../../document/limits.ts'
import { ok, refused } from '../../support/result.ts'
import type { Result } from '../../support/result.ts'
import { placesIn } from './place.ts'

export interface LenientJson {
  readonly value: unknown
  /** What was wrong and did not keep us from reading: message and place. */
  readonly repairs: readonly { readonly message: string; readonly place: string }[]
}

/** Reads the first JSON value of `text`. Refuses with line and column where even that cannot be read. */
export function readJson(text: string): Result<LenientJson> {
  if (text.trim() === '') {
    return refused({
      path: '',
      message: 'line 1, column 1: the file is empty; there is nothing to import',
    })
  }
  const strict = parseJson(text)
  if (strict.ok) return ok({ value: strict.value.value, repairs: [] })
  if (text.length > MAX_DOCUMENT_CHARACTERS) return strict
  const body = text.startsWith('\ufeff') ? text.slice(1) : text
  const whole = parsed(body)
  if (whole) {
    const repairs = strict.faults.map(({ path, message }) => ({ message, place: path }))
    return ok({ value: whole.value, repairs })
  }
  const end = endOfFirstValue(body)
  const first = end === undefined ? undefined : parsed(body.slice(0, end))
  if (end === undefined || !first) return strict
  const place = placesIn(body)(end + body.slice(end).search(/\S/))
  const message = 'there is more text behind the end of the JSON; it was left out'
  return ok({ value: first.value, repairs: [{ message, place }] })
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return undefined
  }
}

/** Where the object or list that `text` starts with ends: one pass that counts brackets outside of strings. */
function endOfFirstValue(text: string): number | undefined {
  let depth = 0
  for (let index = 0; index < text.length; index++) {
    const character = text[index]!
    if (character === '"') index = endOfString(text, index)
    else if (character === '{' || character === '[') depth++
    else if (character === '}' || character === ']') {
      depth--
      if (depth <= 0) return index + 1
    } else if (depth === 0 && character.trim() !== '') return undefined
  }
  return undefined
}

function endOfString(text: string, start: number): number {
  for (let index = start + 1; index < text.length; index++) {
    if (text[index] === '\\') index++
    else if (text[index] === '"') return index
  }
  return text.length
}

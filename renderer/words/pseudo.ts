// A language for tests alone: English with accents and 40 % longer, so that what is cut off, what overlaps, and what
// does not come from the catalogue is seen before anybody translates. No menu offers it.
import { english } from './en.ts'
import type { Words } from './shape.ts'

const ACCENTS: ReadonlyMap<string, string> = new Map(
  Array.from('aceinorsuyACEINOSUYZ', (letter, at) => [letter, Array.from('áçéîñôřšúýÂÇÉÎÑÖŠÜÝŽ')[at]!]),
)

/** The English catalogue in that language. */
export const pseudo: Words = stretched(english) as Words

// Text is stretched where it is made: what a function is given, such as the name of a step, is stretched with it.
function stretched(value: unknown): unknown {
  if (typeof value === 'string') return stretch(value)
  if (typeof value === 'function')
    return (...given: readonly unknown[]) => stretched(Reflect.apply(value, undefined, given))
  if (Array.isArray(value)) return value.map(stretched)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, stretched(inner)]))
}

function stretch(text: string): string {
  if (!/\p{L}/u.test(text)) return text
  const accented = Array.from(text, (letter) => ACCENTS.get(letter) ?? letter).join('')
  // Longer by words and not by one long word: no language has words of that length in every sentence.
  const more = Math.ceil(text.length * 0.4)
  return accented + ' øøø øøøø øøøøø'.repeat(Math.ceil(more / 15)).slice(0, more)
}

// Breaks a name into lines that fit, by the same estimate of widths as everything else that is drawn.
import { textWidth } from './sizes.ts'

export interface Wrapping {
  /** In pixels. */
  readonly width: number
  /** Font size in pixels. */
  readonly size: number
  readonly lines: number
}

/** At most `lines` lines of at most `width`; what does not fit ends with an ellipsis. Words that are too long are cut. */
export function wrapText(text: string, { width, size, lines }: Wrapping): readonly string[] {
  const words = pieces(text.trim().replace(/\s+/g, ' '), width, size)
  const found: string[] = []
  for (const word of words) {
    const last = found.at(-1)
    const joined = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && textWidth(joined, size) <= width) found[found.length - 1] = joined
    else if (found.length < lines) found.push(word)
    else return [...found.slice(0, -1), cut(`${last} ${word}`, width, size)]
  }
  return found
}

/** `text` if it fits; else as much of it as fits with an ellipsis. */
export function cut(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text
  const characters = Array.from(text)
  const room = width - textWidth('…', size)
  let used = 0
  const kept = characters.findIndex((character) => (used += textWidth(character, size)) > room)
  return `${characters.slice(0, Math.max(0, kept)).join('').trimEnd()}…`
}

// A word that is longer than a line is broken where the line ends. Only so much of a text is looked at as can be shown.
function pieces(text: string, width: number, size: number): readonly string[] {
  return text
    .slice(0, 2000)
    .split(' ')
    .flatMap((word) => {
      const parts: string[] = []
      let part = ''
      for (const character of word) {
        if (part !== '' && textWidth(part + character, size) > width) {
          parts.push(part)
          part = ''
        }
        part += character
      }
      return part === '' ? parts : [...parts, part]
    })
}

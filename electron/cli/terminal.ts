// Text for a terminal: labels from files are stripped of everything that a terminal would obey, and then coloured.

import { replaceInvisible } from '../../shared/support/invisible.ts'

const CODES = { red: 31, yellow: 33, blue: 34, green: 32, dim: 2, bold: 1 } as const
export type Style = keyof typeof CODES

/** Text from a document, safe to print: no control characters, nothing that turns the direction of writing round. */
export function plain(text: string): string {
  return replaceInvisible(text, () => ' ')
}

/** Paints text where colours are allowed. */
export function painter(colours: boolean): (style: Style, text: string) => string {
  return (style, text) => (colours ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text)
}

/** A number of minutes as people read it: at most two decimals. */
export function minutesText(minutes: number): string {
  return `${Number(minutes.toFixed(2))} min`
}

/** `1 error`, `2 errors`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

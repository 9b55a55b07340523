// How a place inside a document is written for people: `steps[3].consequence.level`.
export type PathPart = string | number

const PLAIN_KEY = /^[A-Za-z_$][\w$-]*$/

/** `parts` as one text. A key that is no plain word is quoted, so that it can neither forge nor hide a path. */
export function pathText(parts: readonly PathPart[]): string {
  let text = ''
  for (const part of parts) {
    if (typeof part === 'number') text += `[${part}]`
    else if (!PLAIN_KEY.test(part)) text += `[${quoted(part)}]`
    else text += text === '' ? part : `.${part}`
  }
  return text
}

/** A value in quotes, cut to a length that fits into a message. */
export function quoted(text: string): string {
  const short = text.length > 60 ? `${text.slice(0, 59)}…` : text
  return JSON.stringify(short)
}

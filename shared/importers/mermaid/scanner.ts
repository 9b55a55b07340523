// Steps through the text of a chart: single characters, names, quoted texts. No regular expression runs over more
// than one token, so that the time is linear in the text.

export interface Scanner {
  readonly text: string
  at: number
}

/** Thrown inside the parser only: what is wrong, and where. */
export class ChartFault {
  readonly at: number
  readonly message: string
  constructor(at: number, message: string) {
    this.at = at
    this.message = message
  }
}

export function skipBlanks(scanner: Scanner): void {
  while (scanner.text[scanner.at] === ' ' || scanner.text[scanner.at] === '\t') scanner.at++
}

export function startsWith(scanner: Scanner, part: string): boolean {
  return scanner.text.startsWith(part, scanner.at)
}

/** True at the end of a statement: a line break, a semicolon or the end of the text. */
export function atEnd(scanner: Scanner): boolean {
  const character = scanner.text[scanner.at]
  return character === undefined || character === '\n' || character === ';'
}

export function skipLine(scanner: Scanner): void {
  const end = scanner.text.indexOf('\n', scanner.at)
  scanner.at = end < 0 ? scanner.text.length : end
}

/** What stands here, for messages. */
export function here(scanner: Scanner): string {
  const code = scanner.text.codePointAt(scanner.at)
  if (code === undefined) return 'the end of the text'
  const character = String.fromCodePoint(code)
  return character === '\n' ? 'the end of the line' : `"${character}"`
}

/** Characters that end a name whatever follows them. */
const STOPS = new Set(' \t\n;,:|<>()[]{}@&"~^')

/** The name of a node here, or an empty text. Dashes, dots and equal signs belong to it unless a link begins. */
export function readName(scanner: Scanner): string {
  const { text } = scanner
  const start = scanner.at
  for (let character = text[scanner.at]; character !== undefined; character = text[scanner.at]) {
    if (STOPS.has(character) && !isInnerColon(text, scanner.at, start)) break
    if (character === '-' && '->.'.includes(text[scanner.at + 1] ?? '>')) break
    if (character === '-' && STOPS.has(text[scanner.at + 1]!)) break
    if (character === '=' && text[scanner.at + 1] === '=') break
    scanner.at++
  }
  return text.slice(start, scanner.at)
}

/** A single colon between two letters is part of a name (Mermaid itself refuses it); `:::` begins a class. */
function isInnerColon(text: string, at: number, start: number): boolean {
  return text[at] === ':' && at > start && text[at - 1] !== ':' && /[\p{L}\d_]/u.test(text[at + 1] ?? '')
}

/** A text in double quotes, without them. The scanner stands on the opening quote. */
export function readQuoted(scanner: Scanner): string {
  const start = scanner.at
  const end = scanner.text.indexOf('"', start + 1)
  if (end < 0) throw new ChartFault(start, 'this text in double quotes never ends')
  scanner.at = end + 1
  return scanner.text.slice(start + 1, end)
}

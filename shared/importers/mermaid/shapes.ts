// The brackets and names that give a node its shape, and reading the text between the brackets.
import type { Shape } from './graph.ts'
import type { Scanner } from './scanner.ts'
import { ChartFault, here, readQuoted, skipBlanks, startsWith } from './scanner.ts'

/** Opening and closing brackets, longer ones first. */
const BRACKETS: readonly (readonly [open: string, close: readonly string[], shape: Shape])[] = [
  ['(((', [')))'], 'double-circle'],
  ['([', ['])'], 'stadium'],
  ['((', ['))'], 'circle'],
  ['(-', ['-)'], 'round'],
  ['[[', [']]'], 'subroutine'],
  ['[(', [')]'], 'cylinder'],
  ['[|', ['|]'], 'box'],
  ['[/', ['/]', '\\]'], 'slanted'],
  ['[\\', ['\\]', '/]'], 'slanted'],
  ['{{', ['}}'], 'hexagon'],
  ['{', ['}'], 'diamond'],
  ['[', [']'], 'box'],
  ['(', [')'], 'round'],
  ['>', [']'], 'other'],
]

/** Names after `@{ shape: … }`. Those that are not here are boxes. */
const NAMED: Readonly<Record<string, Shape>> = {
  rounded: 'round',
  event: 'round',
  stadium: 'stadium',
  terminal: 'stadium',
  pill: 'stadium',
  diam: 'diamond',
  diamond: 'diamond',
  decision: 'diamond',
  question: 'diamond',
  hex: 'hexagon',
  hexagon: 'hexagon',
  prepare: 'hexagon',
  circle: 'circle',
  circ: 'circle',
  'sm-circ': 'circle',
  'small-circle': 'circle',
  start: 'circle',
  'dbl-circ': 'double-circle',
  'double-circle': 'double-circle',
  'fr-circ': 'double-circle',
  'framed-circle': 'double-circle',
  stop: 'double-circle',
  'fr-rect': 'subroutine',
  subprocess: 'subroutine',
  subproc: 'subroutine',
  subroutine: 'subroutine',
  'framed-rectangle': 'subroutine',
  cyl: 'cylinder',
  cylinder: 'cylinder',
  database: 'cylinder',
  db: 'cylinder',
  'sl-rect': 'manual',
  'manual-input': 'manual',
  'sloped-rectangle': 'manual',
  manual: 'manual',
  'trap-t': 'manual',
  'inv-trapezoid': 'manual',
  'trapezoid-top': 'manual',
  fork: 'bar',
  join: 'bar',
  delay: 'delay',
  'half-rounded-rectangle': 'delay',
  'lean-r': 'slanted',
  'lean-l': 'slanted',
  'lean-right': 'slanted',
  'lean-left': 'slanted',
  'in-out': 'slanted',
  'out-in': 'slanted',
}

export function shapeNamed(name: string): Shape {
  const key = name.trim().toLowerCase()
  return Object.hasOwn(NAMED, key) ? NAMED[key]! : 'box'
}

/** How far a text without quotes may go on behind its bracket. */
const LONGEST_TEXT = 4000

/** Shape and text in brackets here; undefined where no bracket opens. */
export function readBrackets(scanner: Scanner): { readonly shape: Shape; readonly text: string } | undefined {
  const entry = BRACKETS.find(([open]) => startsWith(scanner, open))
  if (!entry) return undefined
  const [open, closings, shape] = entry
  const start = scanner.at
  scanner.at += open.length
  const blanksFrom = scanner.at
  skipSpace(scanner)
  if (scanner.text[scanner.at] === '"') return { shape, text: quotedText(scanner, closings) }
  scanner.at = blanksFrom
  const end = endOfText(scanner, closings)
  if (end === undefined)
    throw new ChartFault(start, `expected ${closings.map((c) => `"${c}"`).join(' or ')} to close "${open}"`)
  const text = scanner.text.slice(blanksFrom, end.at)
  scanner.at = end.at + end.closing.length
  return { shape, text }
}

function quotedText(scanner: Scanner, closings: readonly string[]): string {
  const text = readQuoted(scanner)
  skipSpace(scanner)
  const closing = closings.find((part) => startsWith(scanner, part))
  if (closing === undefined) {
    throw new ChartFault(
      scanner.at,
      `expected ${closings.map((c) => `"${c}"`).join(' or ')} behind the text, got ${here(scanner)}`,
    )
  }
  scanner.at += closing.length
  return text
}

/** The first closing bracket that closes ours and not one inside of the text. */
function endOfText(
  { text, at }: Scanner,
  closings: readonly string[],
): { readonly at: number; readonly closing: string } | undefined {
  const limit = Math.min(text.length, at + LONGEST_TEXT)
  let depth = 0
  for (let index = at; index < limit; index++) {
    const closing = depth === 0 ? closings.find((part) => text.startsWith(part, index)) : undefined
    if (closing !== undefined) return { at: index, closing }
    const character = text[index]!
    if ('([{'.includes(character)) depth++
    else if (')]}'.includes(character)) depth = Math.max(0, depth - 1)
    else if (character === '\n' && startsStatement(text, index + 1)) return undefined
  }
  return undefined
}

/** A text may go on in the next line, but not into what is plainly the next statement. */
function startsStatement(text: string, at: number): boolean {
  const line = text.slice(at, at + 120).split('\n')[0]!
  return /^\s{0,80}(?:subgraph\b|end\s*$|classDef\b|class\b|style\b|linkStyle\b|click\b)|-->|-\.->|==>/.test(
    line,
  )
}

function skipSpace(scanner: Scanner): void {
  for (;;) {
    skipBlanks(scanner)
    if (scanner.text[scanner.at] !== '\n') return
    scanner.at++
  }
}

/** `@{ key: value, … }` here, as pairs; the scanner stands on the `@`. */
export function readProperties(scanner: Scanner): ReadonlyMap<string, string> {
  const start = scanner.at
  scanner.at += 2
  const pairs = new Map<string, string>()
  for (;;) {
    while (/[\s,]/.test(scanner.text[scanner.at] ?? '')) scanner.at++
    if (scanner.text[scanner.at] === '}') break
    const key = readWord(scanner, ':')
    if (scanner.text[scanner.at] !== ':')
      throw new ChartFault(
        scanner.at >= scanner.text.length ? start : scanner.at,
        `expected "key: value" or "}", got ${here(scanner)}`,
      )
    scanner.at++
    skipBlanks(scanner)
    pairs.set(
      key.trim().toLowerCase(),
      scanner.text[scanner.at] === '"' ? readQuoted(scanner) : readWord(scanner, ',').trim(),
    )
  }
  scanner.at++
  return pairs
}

function readWord(scanner: Scanner, stop: string): string {
  const start = scanner.at
  for (
    let c = scanner.text[scanner.at];
    c !== undefined && c !== stop && c !== '}' && c !== '\n';
    c = scanner.text[scanner.at]
  ) {
    scanner.at++
  }
  return scanner.text.slice(start, scanner.at)
}

// Links between nodes: `-->`, `-. text .->`, `==>|text|`, `<-->`, `x--x`, `~~~`, of any length.
import type { Stroke } from './graph.ts'
import type { Scanner } from './scanner.ts'
import { ChartFault, readQuoted, skipBlanks } from './scanner.ts'

export interface Link {
  readonly stroke: Stroke
  readonly text: string
  readonly headed: boolean
  readonly twoWay: boolean
  readonly at: number
}

/** A whole link without text in it. */
const WHOLE: readonly (readonly [RegExp, Stroke])[] = [
  [/[xo<]?--+[-xo>]/y, 'normal'],
  [/[xo<]?==+[=xo>]/y, 'thick'],
  [/[xo<]?-?\.{1,100}-[xo>]?/y, 'dotted'],
  [/~~~+/y, 'invisible'],
]

/** The beginning of a link that carries its text inside, and what ends it. */
const SPLIT: readonly (readonly [open: RegExp, close: RegExp, stroke: Stroke])[] = [
  [/[xo<]?--/y, /--+[-xo>]/y, 'normal'],
  [/[xo<]?==/y, /==+[=xo>]/y, 'thick'],
  [/[xo<]?-\./y, /\.{1,100}-[xo>]?/y, 'dotted'],
]

/** How far the text inside a link may go on. */
const LONGEST_TEXT = 2000

/** The link here, with its text; undefined where none begins. Leaves the scanner behind it. */
export function readLink(scanner: Scanner): Link | undefined {
  const at = scanner.at
  for (const [pattern, stroke] of WHOLE) {
    const token = match(scanner, pattern)
    if (token !== undefined) return { stroke, ...heads(token, token), text: readPipe(scanner), at }
  }
  for (const [open, close, stroke] of SPLIT) {
    const token = match(scanner, open)
    if (token === undefined) continue
    const text = readInside(scanner, close, at)
    const end = match(scanner, close)!
    const pipe = readPipe(scanner)
    return { stroke, ...heads(token, end), text: pipe === '' ? text : pipe, at }
  }
  return undefined
}

function heads(first: string, last: string): { readonly headed: boolean; readonly twoWay: boolean } {
  const end = last.at(-1)!
  return { headed: end === '>' || end === 'x' || end === 'o', twoWay: first.startsWith('<') && end === '>' }
}

function match(scanner: Scanner, pattern: RegExp): string | undefined {
  pattern.lastIndex = scanner.at
  const token = pattern.exec(scanner.text)?.[0]
  if (token !== undefined) scanner.at += token.length
  return token
}

function readInside(scanner: Scanner, close: RegExp, start: number): string {
  skipBlanks(scanner)
  if (scanner.text[scanner.at] === '"') {
    const text = readQuoted(scanner)
    skipBlanks(scanner)
    close.lastIndex = scanner.at
    if (!close.test(scanner.text))
      throw new ChartFault(scanner.at, 'expected the rest of the link, such as "-->", behind its text')
    return text
  }
  const from = scanner.at
  const limit = Math.min(scanner.text.length, from + LONGEST_TEXT)
  for (let index = from; index < limit; index++) {
    const character = scanner.text[index]
    if (character === '\n') break
    if (character !== '-' && character !== '=' && character !== '.') continue
    close.lastIndex = index
    if (!close.test(scanner.text)) continue
    scanner.at = index
    return scanner.text.slice(from, index).trim()
  }
  throw new ChartFault(start, 'this link never ends: expected an arrow such as "-->" behind its text')
}

/** `|text|` behind a link. */
function readPipe(scanner: Scanner): string {
  const before = scanner.at
  skipBlanks(scanner)
  if (scanner.text[scanner.at] !== '|') {
    scanner.at = before
    return ''
  }
  const start = scanner.at++
  skipBlanks(scanner)
  if (scanner.text[scanner.at] === '"') {
    const text = readQuoted(scanner)
    skipBlanks(scanner)
    if (scanner.text[scanner.at] !== '|')
      throw new ChartFault(start, 'expected "|" behind the text of the link')
    scanner.at++
    return text
  }
  const end = scanner.text.indexOf('|', scanner.at)
  if (end < 0 || end - start > LONGEST_TEXT)
    throw new ChartFault(start, 'expected "|" to end the text of the link')
  const text = scanner.text.slice(scanner.at, end)
  scanner.at = end + 1
  return text.trim()
}

// JSON text to a value, with a place and our own words for whatever is wrong. It reads the text once without
// recursion before JSON.parse sees it, and refuses what JSON.parse would accept silently: keys given twice (the
// last one wins, the other is lost), `__proto__`, numbers beyond what a number can hold, nesting without end.
import { MAX_DEEP_ENTRIES, MAX_DEPTH, MAX_DOCUMENT_CHARACTERS, MAX_ENTRIES } from './limits.ts'
import { addFaults, noFaults, toldFaults } from './faults.ts'
import { pathText, quoted } from './path.ts'
import type { PathPart } from './path.ts'
import type { FaultList } from './faults.ts'
import { ok, refused } from '../support/result.ts'
import type { Fault, Result } from '../support/result.ts'

export interface ParsedJson {
  readonly value: unknown
  /** Where the text holds a whole number that JavaScript cannot keep exactly: writing it back would change it. */
  readonly inexact?: Fault
}

interface Frame {
  /** The keys seen so far; undefined for an array. */
  readonly keys: Set<string> | undefined
  part: PathPart
}

type Expect = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'comma-or-end'

interface Scan {
  readonly text: string
  readonly stack: Frame[]
  readonly faults: FaultList
  at: number
  expect: Expect
  inexact: Fault | undefined
  negativeZero: boolean
}

/** Thrown inside this file only, to leave the scan at a syntax error. */
class SyntaxFault {
  readonly fault: Fault
  constructor(fault: Fault) {
    this.fault = fault
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const WORD = /true|false|null/y

/**
 * Parses JSON of at most 32 M characters, 200 levels, and 100,000 entries in any one list
 * or object (10,000 below the third level). A byte order mark is skipped. Every fault has the JSON path;
 * a syntax error also has line and column. About 60 MB/s.
 */
export function parseJson(source: string): Result<ParsedJson> {
  const text = source.startsWith('\ufeff') ? source.slice(1) : source
  if (text.length > MAX_DOCUMENT_CHARACTERS) return refused({ path: '', message: tooLong(text.length) })
  const scan: Scan = {
    text,
    stack: [],
    faults: noFaults(),
    at: 0,
    expect: 'value',
    inexact: undefined,
    negativeZero: false,
  }
  try {
    scanAll(scan)
  } catch (thrown) {
    if (!(thrown instanceof SyntaxFault)) throw thrown
    return refused(...toldFaults(scan.faults), thrown.fault)
  }
  if (scan.faults.count > 0) return refused(...toldFaults(scan.faults))
  const parsed: unknown = JSON.parse(text)
  const value = scan.negativeZero ? withoutNegativeZero(parsed) : parsed
  return ok(scan.inexact ? { value, inexact: scan.inexact } : { value })
}

function tooLong(length: number): string {
  return `the text has ${length} characters; at most ${MAX_DOCUMENT_CHARACTERS} (32 M) are read`
}

function scanAll(scan: Scan): void {
  skipSpace(scan)
  if (scan.at === scan.text.length) fail(scan, 'the text is empty')
  do {
    scanToken(scan)
    skipSpace(scan)
  } while (scan.stack.length > 0)
  if (scan.at < scan.text.length) fail(scan, `expected the end of the text, got ${here(scan)}`)
}

function scanToken(scan: Scan): void {
  const character = scan.text[scan.at]
  const closing = scan.stack.at(-1)?.keys ? '}' : ']'
  switch (scan.expect) {
    case 'value':
      return scanValue(scan)
    case 'value-or-end':
      return character === ']' ? close(scan) : scanValue(scan)
    case 'key':
      return scanKey(scan)
    case 'key-or-end':
      return character === '}' ? close(scan) : scanKey(scan)
    case 'comma-or-end':
      if (character === closing) return close(scan)
      if (character !== ',') fail(scan, `expected a comma or ${closing}, got ${here(scan)}`)
      return afterComma(scan)
  }
}

function afterComma(scan: Scan): void {
  const frame = scan.stack.at(-1)!
  scan.at++
  if (typeof frame.part === 'number') frame.part++
  const members = typeof frame.part === 'number' ? frame.part : frame.keys!.size
  const most = scan.stack.length > 3 ? MAX_DEEP_ENTRIES : MAX_ENTRIES
  if (members >= most) fail(scan, `more than ${most} entries in one ${frame.keys ? 'object' : 'list'}`)
  scan.expect = frame.keys ? 'key' : 'value'
}

function scanValue(scan: Scan): void {
  const character = scan.text[scan.at]
  if (character === '{') return open(scan, { keys: new Set(), part: '' })
  if (character === '[') return open(scan, { keys: undefined, part: 0 })
  if (character === '"') scanString(scan)
  else if (!matchWord(scan) && !matchNumber(scan)) fail(scan, `expected a value, got ${here(scan)}`)
  scan.expect = 'comma-or-end'
}

function open(scan: Scan, frame: Frame): void {
  if (scan.stack.length >= MAX_DEPTH) fail(scan, `nested more than ${MAX_DEPTH} levels deep`)
  scan.stack.push(frame)
  scan.at++
  scan.expect = frame.keys ? 'key-or-end' : 'value-or-end'
}

function close(scan: Scan): void {
  scan.stack.pop()
  scan.at++
  scan.expect = 'comma-or-end'
}

function scanKey(scan: Scan): void {
  if (scan.text[scan.at] !== '"') fail(scan, `expected a key in double quotes, got ${here(scan)}`)
  const raw = scanString(scan)
  const key = raw.includes('\\') ? (JSON.parse(raw) as string) : raw.slice(1, -1)
  const frame = scan.stack.at(-1)!
  const twice = frame.keys!.has(key)
  frame.part = key
  frame.keys!.add(key)
  if (key === '__proto__') addFault(scan, 'this key is reserved and may not be used')
  else if (twice) addFault(scan, 'this key is given twice')
  skipSpace(scan)
  if (scan.text[scan.at] !== ':')
    fail(scan, `expected a colon after the key ${quoted(key)}, got ${here(scan)}`)
  scan.at++
  scan.expect = 'value'
}

/** Steps over a string and returns it as it stands, with its quotes. A loop: a regular expression would overflow. */
function scanString(scan: Scan): string {
  const { text } = scan
  const start = scan.at
  for (let at = start + 1; ; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x22) {
      scan.at = at + 1
      return text.slice(start, at + 1)
    }
    scan.at = at
    if (Number.isNaN(code)) failAt(scan, start, 'this text in double quotes never ends')
    if (code < 0x20) fail(scan, 'a line break or control character inside a text; write it as \\n or \\u00..')
    if (code === 0x5c) at += escapeLength(scan)
  }
}

function escapeLength(scan: Scan): number {
  const next = scan.text[scan.at + 1] ?? ''
  if (next !== '' && '"\\/bfnrt'.includes(next)) return 1
  if (next === 'u' && /^[0-9a-fA-F]{4}$/.test(scan.text.slice(scan.at + 2, scan.at + 6))) return 5
  return fail(scan, `${quoted(`\\${next}`)} is no escape that JSON knows`)
}

function matchWord(scan: Scan): boolean {
  WORD.lastIndex = scan.at
  if (!WORD.test(scan.text)) return false
  scan.at = WORD.lastIndex
  return true
}

function matchNumber(scan: Scan): boolean {
  NUMBER.lastIndex = scan.at
  const token = NUMBER.exec(scan.text)?.[0]
  if (token === undefined) return false
  scan.at += token.length
  checkNumber(scan, token)
  return true
}

function checkNumber(scan: Scan, token: string): void {
  const value = Number(token)
  if (!Number.isFinite(value)) return addFault(scan, `the number ${quoted(token)} is too large to be kept`)
  if (Object.is(value, -0)) scan.negativeZero = true
  if (token.length < 16 || Number.isSafeInteger(value) || !/^-?\d+$/.test(token)) return
  if (String(value) === token || BigInt(token) === BigInt(value)) return
  scan.inexact ??= { path: pathOf(scan), message: `the number ${quoted(token)} cannot be kept exactly` }
}

function skipSpace(scan: Scan): void {
  const { text } = scan
  for (; ; scan.at++) {
    const code = text.charCodeAt(scan.at)
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return
  }
}

function addFault(scan: Scan, message: string): void {
  addFaults(scan.faults, [{ path: pathOf(scan), message }])
}

function pathOf(scan: Scan): string {
  // A frame whose first key has not been read yet has no part to show.
  return pathText(scan.stack.filter((f) => f.keys === undefined || f.keys.size > 0).map((f) => f.part))
}

function here(scan: Scan): string {
  const code = scan.text.codePointAt(scan.at)
  return code === undefined ? 'the end of the text' : quoted(String.fromCodePoint(code))
}

function fail(scan: Scan, message: string): never {
  return failAt(scan, scan.at, message)
}

function failAt(scan: Scan, at: number, message: string): never {
  const { line, column } = placeOf(scan.text, at)
  const place = `line ${line}, column ${column}`
  throw new SyntaxFault({ path: pathOf(scan), message: `${place}: ${message}` })
}

/** Counted rather than split into lines, of which there may be millions. */
function placeOf(text: string, at: number): { readonly line: number; readonly column: number } {
  let line = 1
  let start = 0
  for (let i = 0; i < at; i++) {
    const code = text.charCodeAt(i)
    if (code !== 0x0a && (code !== 0x0d || text.charCodeAt(i + 1) === 0x0a)) continue
    line++
    start = i + 1
  }
  return { line, column: at - start + 1 }
}

// -0 is written as 0; read as 0 as well, so that a document equals what is read back from what it wrote.
function withoutNegativeZero(value: unknown): unknown {
  if (value === 0) return 0
  if (Array.isArray(value)) return value.map(withoutNegativeZero)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, withoutNegativeZero(v)]))
}

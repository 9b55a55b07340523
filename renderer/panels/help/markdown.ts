// Reads the small part of Markdown that our help pages use, as data: text stays text and never becomes markup.

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly parts: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly to: string; readonly parts: readonly Inline[] }

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly parts: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly parts: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'code'; readonly language: string; readonly text: string }
  /** A screen of the app, kept in both themes. */
  | { readonly kind: 'screen'; readonly name: string; readonly says: string }
  | {
      readonly kind: 'table'
      readonly head: readonly (readonly Inline[])[]
      readonly rows: readonly (readonly (readonly Inline[])[])[]
    }

const FENCE = /^```\s*([\w-]*)\s*$/
const SCREEN = /^!\[([^\]]*)\]\(images\/screens\/([a-z-]+)-light\.png\)\s*$/
const HEADING = /^(#{1,4})\s+(.*?)\s*#*$/
const BULLET = /^\s*[-*]\s+(.*)$/
const NUMBER = /^\s*\d{1,9}[.)]\s+(.*)$/
const TABLE_LINE = /^\s*\|(.*)\|\s*$/
const TABLE_RULE = /^\s*\|(\s*:?-+:?\s*\|)+\s*$/

/** Blocks of a page, in order. Whatever is not understood is a paragraph with its own characters. */
export function parseMarkdown(source: string): readonly Block[] {
  const lines = source.replaceAll('\r\n', '\n').split('\n')
  const blocks: Block[] = []
  for (let at = 0; at < lines.length;) {
    const { block, next } = readBlock(lines, at)
    if (block) blocks.push(block)
    at = next
  }
  return blocks
}

/** The text of a block's parts, without marks; for titles and for finding a page. */
export function plainText(parts: readonly Inline[]): string {
  return parts.map((part) => ('parts' in part ? plainText(part.parts) : part.text)).join('')
}

interface Read {
  readonly block: Block | null
  /** Always beyond the line it began at, so that reading ends. */
  readonly next: number
}

function readBlock(lines: readonly string[], at: number): Read {
  const line = lines[at]!
  if (line.trim() === '') return { block: null, next: at + 1 }
  const fence = FENCE.exec(line)
  if (fence) return readFence(lines, at, fence[1]!)
  const heading = HEADING.exec(line)
  if (heading) {
    const level = heading[1]!.length as 1 | 2 | 3 | 4
    return { block: { kind: 'heading', level, parts: parseInline(heading[2]!) }, next: at + 1 }
  }
  const screen = SCREEN.exec(line)
  if (screen) return { block: { kind: 'screen', name: screen[2]!, says: screen[1]! }, next: at + 1 }
  if (TABLE_LINE.test(line) && TABLE_RULE.test(lines[at + 1] ?? '')) return readTable(lines, at)
  if (BULLET.test(line)) return readList(lines, at, BULLET, false)
  if (NUMBER.test(line)) return readList(lines, at, NUMBER, true)
  return readParagraph(lines, at)
}

function readFence(lines: readonly string[], at: number, language: string): Read {
  const close = lines.findIndex((line, index) => index > at && /^```\s*$/.test(line))
  const end = close === -1 ? lines.length : close
  return { block: { kind: 'code', language, text: lines.slice(at + 1, end).join('\n') }, next: end + 1 }
}

function readTable(lines: readonly string[], at: number): Read {
  let next = at + 2
  while (next < lines.length && TABLE_LINE.test(lines[next]!)) next++
  const rows = lines.slice(at + 2, next).map(cells)
  return { block: { kind: 'table', head: cells(lines[at]!), rows }, next }
}

function cells(line: string): readonly (readonly Inline[])[] {
  return TABLE_LINE.exec(line)![1]!
    .split(/(?<!\\)\|/)
    .map((cell) => parseInline(cell.replaceAll('\\|', '|').trim()))
}

function readList(lines: readonly string[], at: number, marker: RegExp, ordered: boolean): Read {
  const items: string[] = []
  let next = at
  for (; next < lines.length; next++) {
    const line = lines[next]!
    const item = marker.exec(line)
    if (item) items.push(item[1]!)
    else if (/^\s{2,}\S/.test(line)) items[items.length - 1] += ` ${line.trim()}`
    else break
  }
  return { block: { kind: 'list', ordered, items: items.map(parseInline) }, next }
}

function readParagraph(lines: readonly string[], at: number): Read {
  let next = at + 1
  while (next < lines.length && !startsBlock(lines, next)) next++
  const text = lines.slice(at, next).map((line) => line.trim())
  return { block: { kind: 'paragraph', parts: parseInline(text.join(' ')) }, next }
}

function startsBlock(lines: readonly string[], at: number): boolean {
  const line = lines[at]!
  if (line.trim() === '') return true
  if (TABLE_LINE.test(line) && TABLE_RULE.test(lines[at + 1] ?? '')) return true
  return [FENCE, SCREEN, HEADING, BULLET, NUMBER].some((pattern) => pattern.test(line))
}

// Code first, so that marks inside it stay characters. The bounds keep a line of nothing but marks from costing the
// square of its length.
const INLINE =
  /`([^`]{1,500})`|\*\*([^*]{1,500})\*\*|(?<![\w*])[*_]([^*_]{1,500})[*_](?!\w)|\[([^[\]]{1,500})\]\(([^()\s]{1,500})\)/g

function parseInline(text: string): readonly Inline[] {
  const parts: Inline[] = []
  let from = 0
  for (const match of text.matchAll(INLINE)) {
    if (match.index > from) parts.push({ kind: 'text', text: text.slice(from, match.index) })
    parts.push(marked(match))
    from = match.index + match[0].length
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) })
  return parts
}

function marked([whole, code, strong, emphasis, label, to]: RegExpMatchArray): Inline {
  if (code !== undefined) return { kind: 'code', text: code }
  if (strong !== undefined) return { kind: 'strong', parts: parseInline(strong) }
  if (emphasis !== undefined) return { kind: 'emphasis', parts: parseInline(emphasis) }
  if (label !== undefined && to !== undefined) return { kind: 'link', to, parts: parseInline(label) }
  return { kind: 'text', text: whole }
}

/** Where a link of a help page leads: another page, the world outside, or nowhere that we go. */
export type LinkTarget =
  | { readonly kind: 'page'; readonly page: string }
  | { readonly kind: 'outside'; readonly url: string }
  | { readonly kind: 'none' }

/** Only our own pages and https; a link that says anything else stays text. */
export function linkTarget(to: string): LinkTarget {
  const page = /^(?:\.\/|\.\.\/)?((?:rules\/)?[A-Za-z0-9-]{1,60})\.md$/.exec(to)
  if (page) return { kind: 'page', page: page[1]! }
  if (/^https:\/\/[^\s]+$/.test(to)) return { kind: 'outside', url: to }
  return { kind: 'none' }
}

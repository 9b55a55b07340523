// Finds the flowchart in a text: the text itself, a block in Markdown, or an indented block in YAML. What is not part
// of it is blanked, character for character, so that every place in a message is a place in the text as it was given.
import { refused, ok } from '../../support/result.ts'
import type { Fault, Result } from '../../support/result.ts'
import { placesIn } from '../support/place.ts'
import type { Places } from '../support/place.ts'

export interface Chart {
  /** As long as the given text, with everything that is not the chart replaced by spaces. */
  readonly text: string
  readonly title: string
  readonly direction: string
  /** Where its statements begin. */
  readonly start: number
  /** Further diagrams in the same text that were not read. */
  readonly others: number
}

const OTHER_DIAGRAMS =
  /^(sequenceDiagram|classDiagram|stateDiagram|erDiagram|gantt|pie|gitGraph|journey|mindmap|timeline|quadrantChart|requirementDiagram|requirement|C4\w{0,20}|sankey|xychart|block|packet|kanban|architecture|zenuml|radar|treemap)(?:-beta|-v2)?(?![\w-])/
const HEADER = /^(?:flowchart|graph)(?:-elk)?(?=[\s;]|$)[ \t]*(TB|TD|BT|RL|LR|[<>^v](?=[\s;]|$))?/
const FENCE = /^[ \t>]{0,20}(`{3,10}|~{3,10})[ \t]{0,5}\{?[ \t]{0,5}mermaid\b/i

interface Block {
  readonly from: number
  readonly to: number
}

/** The first flowchart of `source`; refuses with a place where there is none. */
export function findChart(source: string): Result<Chart> {
  const blocks = blocksIn(source)
  const place = placesIn(source)
  const faults = []
  for (const [index, block] of blocks.entries()) {
    const chart = chartIn(source, block, place, blocks.length - index - 1)
    if (chart.ok) return chart
    faults.push(...chart.faults)
  }
  return refused(...faults.slice(0, 20))
}

/** True where the first word of the text, or of a Mermaid block in it, begins any diagram. */
export function looksLikeMermaid(source: string): 'chart' | 'block' | 'other' | undefined {
  const head = source.slice(0, 100_000)
  const { body } = blankBody(head, { from: 0, to: head.length })
  const first = body.slice(body.search(/\S/))
  if (HEADER.test(first)) return 'chart'
  if (OTHER_DIAGRAMS.test(first)) return 'other'
  return blocksIn(head).some(({ from, to }) => from > 0 || to < head.length) ? 'block' : undefined
}

function chartIn(source: string, block: Block, place: Places, others: number): Result<Chart> {
  const { body, title } = blankBody(source, block)
  const inside = body.search(/\S/)
  if (inside < 0) return refused(fault(place, block.from, 'the diagram is empty'))
  const head = body.slice(inside, inside + 200)
  const at = block.from + inside
  const header = HEADER.exec(head)
  if (header) {
    // Only now, because a text may hold thousands of blocks and is as long as all of them together.
    const text = spaces(source.slice(0, block.from)) + body + spaces(source.slice(block.to))
    return ok({ text, title, direction: header[1] ?? 'TB', start: at + header[0].length, others })
  }
  const other = OTHER_DIAGRAMS.exec(head)?.[1]
  const what = other
    ? `this is a Mermaid diagram of the kind "${other}"; only flowcharts can be read`
    : 'expected "flowchart" or "graph" and a direction, such as "flowchart TD"'
  return refused(fault(place, at, what))
}

/** A fault at an offset. A text has no paths as JSON has, so that line and column stand in the message. */
export function fault(place: Places, offset: number, message: string): Fault {
  const [line, column] = place(offset).split(':')
  return { path: '', message: `line ${line}, column ${column}: ${message}` }
}

/** Fenced Mermaid blocks; without any, an indented block that begins like a flowchart; else the whole text. */
function blocksIn(source: string): readonly Block[] {
  const fenced: Block[] = []
  let open: { readonly mark: string; readonly from: number } | undefined
  let indented: Block | undefined
  for (const line of linesOf(source)) {
    const text = source.slice(line.from, Math.min(line.to, line.from + 300))
    if (open) {
      if (text.replace(/^[ \t>]{0,20}/, '').startsWith(open.mark)) {
        fenced.push({ from: open.from, to: line.from })
        open = undefined
      }
      continue
    }
    const mark = FENCE.exec(text)?.[1]
    if (mark !== undefined) open = { mark, from: Math.min(line.to + 1, source.length) }
    else indented ??= indentedBlock(source, line, text)
  }
  if (open) fenced.push({ from: open.from, to: source.length })
  if (fenced.length > 0) return fenced.slice(0, 200)
  const whole = { from: 0, to: source.length }
  const { body } = blankBody(source, whole)
  const begin = body.search(/\S/)
  const first = body.slice(begin, begin + 200)
  return HEADER.test(first) || OTHER_DIAGRAMS.test(first) || !indented ? [whole] : [indented]
}

function indentedBlock(source: string, line: Block, text: string): Block | undefined {
  const indent = /^([ \t]{2,40})(?:flowchart|graph)[ \t]+(?:TB|TD|BT|RL|LR)\b/.exec(text)?.[1]?.length
  if (indent === undefined) return undefined
  let to = line.to
  for (const next of linesOf(source.slice(line.to + 1))) {
    const body = source.slice(line.to + 1 + next.from, line.to + 1 + next.to)
    if (body.trim() !== '' && body.length - body.trimStart().length < indent) break
    to = line.to + 1 + next.to
  }
  return { from: line.from, to: Math.min(to, source.length) }
}

function* linesOf(source: string): Generator<Block> {
  let from = 0
  while (from <= source.length) {
    const end = source.indexOf('\n', from)
    const to = end < 0 ? source.length : end
    yield { from, to }
    from = to + 1
  }
}

/** The text of a block with front matter, directives and comments blanked. */
function blankBody(source: string, { from, to }: Block): { readonly body: string; readonly title: string } {
  const body = source
    .slice(from, to)
    .replace(/\r/g, ' ')
    .replace(/^\ufeff/, ' ')
  const front = /^\s*---[ \t]*\n/.exec(body.slice(0, 2000))
  const close = front ? body.indexOf('\n---', front[0].length - 1) : -1
  if (close < 0) return { body: withoutRemarks(body), title: '' }
  const head = body.slice(0, close + 4)
  const title = /^[ \t]*title:[ \t]*(.{1,300})$/m.exec(head)?.[1]?.trim() ?? ''
  return {
    body: spaces(head) + withoutRemarks(body.slice(close + 4)),
    title: title.replace(/^(["'])(.*)\1$/, '$2'),
  }
}

/** Blanks `%%{ … }%%` over any number of lines, and lines that begin with `%%`. */
function withoutRemarks(body: string): string {
  const out: string[] = []
  let at = 0
  // Looked for once more only while there is one: a text of openings without a closing would be walked again each time.
  let close = body.indexOf('}%%')
  for (let next = body.indexOf('%%'); next >= 0; next = body.indexOf('%%', at)) {
    if (close >= 0 && close < next) close = body.indexOf('}%%', next)
    const directive = body.startsWith('%%{', next)
    const line = body.indexOf('\n', next)
    const end = directive && close >= 0 ? close + 3 : line < 0 ? body.length : line
    const remark = directive || startsLine(body, next)
    out.push(body.slice(at, next), remark ? spaces(body.slice(next, end)) : body.slice(next, end))
    at = end
  }
  out.push(body.slice(at))
  return out.join('')
}

function startsLine(body: string, at: number): boolean {
  let before = at - 1
  while (body[before] === ' ' || body[before] === '\t') before--
  return before < 0 || body[before] === '\n'
}

/** Spaces in place of all but the line breaks. */
function spaces(text: string): string {
  return text.replace(/[^\n]/g, ' ')
}

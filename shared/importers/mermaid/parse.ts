// Reads the statements of a flowchart. A statement that cannot be read is left out and told, with its place and what
// was expected; the rest of the chart is read all the same.
import type { Fault } from '../../support/result.ts'
import { MAX_EDGES, MAX_NODES } from '../support/draft.ts'
import { placesIn } from '../support/place.ts'
import type { Places } from '../support/place.ts'
import type { ChartEdge, ChartGraph, ChartGroup, ChartNode } from './graph.ts'
import { readLink } from './links.ts'
import type { Link } from './links.ts'
import type { Scanner } from './scanner.ts'
import { atEnd, ChartFault, here, readName, skipBlanks, skipLine } from './scanner.ts'
import { readBrackets, readProperties, shapeNamed } from './shapes.ts'
import { fault } from './source.ts'
import type { Chart } from './source.ts'

interface Parsing {
  readonly scanner: Scanner
  readonly place: Places
  readonly nodes: Map<string, ChartNode>
  readonly edges: ChartEdge[]
  readonly groups: ChartGroup[]
  readonly open: number[]
  readonly faults: LeftOut[]
  styling: number
  tooMany: string | undefined
}

/** A statement that was left out, and where. */
export interface LeftOut {
  readonly place: string
  readonly fault: Fault
}

export interface ParsedChart {
  readonly graph: ChartGraph
  /** Statements that were left out, and why. */
  readonly faults: readonly LeftOut[]
  /** Why reading stopped before the end, if it did. */
  readonly tooMany: string | undefined
}

export function parseChart(chart: Chart): ParsedChart {
  const parsing: Parsing = {
    scanner: { text: chart.text, at: chart.start },
    place: placesIn(chart.text),
    nodes: new Map(),
    edges: [],
    groups: [],
    open: [],
    faults: [],
    styling: 0,
    tooMany: undefined,
  }
  const { scanner } = parsing
  while (scanner.at < scanner.text.length && parsing.tooMany === undefined) {
    if (/[\s;]/.test(scanner.text[scanner.at]!)) scanner.at++
    else readSafely(parsing)
  }
  for (const group of parsing.open)
    tell(parsing, parsing.groups[group]!.at, 'this subgraph has no "end"; it ends with the text')
  const { nodes, edges, groups, styling } = parsing
  return { graph: { nodes, edges, groups, styling }, faults: parsing.faults, tooMany: parsing.tooMany }
}

function readSafely(parsing: Parsing): void {
  const { scanner } = parsing
  const start = scanner.at
  try {
    readStatement(parsing)
  } catch (thrown) {
    if (!(thrown instanceof ChartFault)) throw thrown
    tell(parsing, thrown.at, thrown.message)
    // On from where reading got stuck, but always forward.
    scanner.at = Math.max(scanner.at, start + 1, thrown.at)
    skipLine(scanner)
  }
}

function tell({ place, faults }: Parsing, at: number, message: string): void {
  if (faults.length < 1000) faults.push({ place: place(at), fault: fault(place, at, message) })
}

const STYLING = new Set(['classDef', 'class', 'style', 'linkStyle', 'click', 'direction'])

function readStatement(parsing: Parsing): void {
  const { scanner } = parsing
  const start = scanner.at
  const word = readName(scanner)
  const blank = atEnd(scanner) || /[ \t]/.test(scanner.text[scanner.at] ?? '')
  if (word === 'subgraph' && blank && !isNodeHere(scanner)) return readGroup(parsing, start)
  if (word === 'end' && blank && !isNodeHere(scanner)) return closeGroup(parsing, start)
  if (STYLING.has(word) && blank && !isNodeHere(scanner)) {
    if (word !== 'direction') parsing.styling++
    // A style may hold semicolons between its parts, so the line ends it.
    return skipLine(scanner)
  }
  if (
    (word === 'accTitle' || word === 'accDescr') &&
    /^[ \t]*[:{]/.test(scanner.text.slice(scanner.at, scanner.at + 20))
  ) {
    return skipAccessible(scanner)
  }
  scanner.at = start
  readChain(parsing)
}

/** After a word that is also a keyword: does a link or a bracket follow, so that it names a node after all? */
function isNodeHere(scanner: Scanner): boolean {
  const rest = scanner.text.slice(scanner.at, scanner.at + 60)
  return /^[ \t]*(?:[xo<]?--|[xo<]?==|[xo<]?-\.|~~~|&[ \t])/.test(rest)
}

function skipAccessible(scanner: Scanner): void {
  skipBlanks(scanner)
  if (scanner.text[scanner.at] !== '{') return skipLine(scanner)
  const end = scanner.text.indexOf('}', scanner.at)
  scanner.at = end < 0 ? scanner.text.length : end + 1
}

/** Nodes, links, nodes …: every node of one side is linked with every node of the other. */
function readChain(parsing: Parsing): void {
  const { scanner } = parsing
  let before = readNodes(parsing)
  for (;;) {
    skipBlanks(scanner)
    if (atEnd(scanner)) return
    skipEdgeId(scanner)
    const link = readLink(scanner)
    if (!link)
      throw new ChartFault(
        scanner.at,
        `expected an arrow such as "-->", or the end of the line, got ${here(scanner)}`,
      )
    skipBlanks(scanner)
    // A chain may go on in the next line, right behind the arrow.
    while (scanner.text[scanner.at] === '\n' || scanner.text[scanner.at] === ' ') scanner.at++
    const after = readNodes(parsing)
    join(parsing, before, after, link)
    before = after
  }
}

/** `e1@` right before a link gives it a name, which nothing here needs. */
function skipEdgeId(scanner: Scanner): void {
  const id = /^[\w-]{1,60}@(?=[xo<]?(?:--|==|-\.|~~~))/.exec(scanner.text.slice(scanner.at, scanner.at + 80))
  if (id) scanner.at += id[0].length
}

function join(parsing: Parsing, before: readonly string[], after: readonly string[], link: Link): void {
  const { edges } = parsing
  if (edges.length + before.length * after.length > MAX_EDGES) {
    parsing.tooMany = `the chart has more than ${MAX_EDGES} links`
    return
  }
  const { text, stroke, headed, twoWay, at } = link
  for (const from of before)
    for (const to of after) edges.push({ from, to, text, stroke, headed, twoWay, at })
}

function readNodes(parsing: Parsing): readonly string[] {
  const { scanner } = parsing
  const ids = [readNode(parsing)]
  for (;;) {
    const before = scanner.at
    skipBlanks(scanner)
    if (scanner.text[scanner.at] !== '&') {
      scanner.at = before
      return ids
    }
    scanner.at++
    while (/\s/.test(scanner.text[scanner.at] ?? '')) scanner.at++
    ids.push(readNode(parsing))
  }
}

function readNode(parsing: Parsing): string {
  const { scanner } = parsing
  const at = scanner.at
  const id = readName(scanner)
  if (id === '') throw new ChartFault(at, `expected the name of a node, got ${here(scanner)}`)
  const node = nodeOf(parsing, id, at)
  for (;;) {
    if (scanner.text.startsWith(':::', scanner.at)) {
      scanner.at += 3
      while (/[\w-]/.test(scanner.text[scanner.at] ?? '')) scanner.at++
    } else if (scanner.text.startsWith('@{', scanner.at)) {
      const properties = readProperties(scanner)
      const label = properties.get('label')
      const shape = properties.get('shape')
      if (label !== undefined) node.text = label
      if (shape !== undefined) node.shape = shapeNamed(shape)
    } else {
      const brackets = readBrackets(scanner)
      if (!brackets) return id
      node.text = brackets.text
      node.shape = brackets.shape
      node.at = at
    }
  }
}

function nodeOf(parsing: Parsing, id: string, at: number): ChartNode {
  const known = parsing.nodes.get(id)
  if (known) return known
  if (parsing.nodes.size >= MAX_NODES) {
    parsing.tooMany = `the chart has more than ${MAX_NODES} nodes`
  }
  const node: ChartNode = { id, text: undefined, shape: undefined, at, group: parsing.open.at(-1) }
  parsing.nodes.set(id, node)
  return node
}

/** `subgraph id [Title]`, `subgraph "Title"`, `subgraph Some title`. */
function readGroup(parsing: Parsing, at: number): void {
  const { scanner } = parsing
  skipBlanks(scanner)
  const lineEnd = scanner.text.indexOf('\n', scanner.at)
  const whole = scanner.text.slice(scanner.at, lineEnd < 0 ? scanner.text.length : lineEnd)
  const semicolon = whole.indexOf(';')
  const end = scanner.at + (semicolon < 0 ? whole.length : semicolon)
  const line = scanner.text.slice(scanner.at, end).trim()
  const head = /^([^\s[("]+)[ \t]*(?:\[(.*)\]|\((.*)\))$/.exec(line.slice(0, 2000))
  const id = head?.[1] ?? line.replace(/^"(.*)"$/, '$1')
  parsing.groups.push({ id, title: head?.[2] ?? head?.[3] ?? line, parent: parsing.open.at(-1), at })
  parsing.open.push(parsing.groups.length - 1)
  scanner.at = end
}

function closeGroup(parsing: Parsing, at: number): void {
  if (parsing.open.pop() === undefined) tell(parsing, at, '"end" closes no subgraph; it was left out')
}

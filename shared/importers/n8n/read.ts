// Reads all workflows of a file into one list of nodes and one of connections between them, by number.
import type { Book } from '../support/book.ts'
import { MAX_NODES } from '../support/draft.ts'
import { asList, asText, at } from '../support/value.ts'
import { readConnections } from './edges.ts'
import { readNode } from './nodes.ts'
import type { SourceEdge, SourceNode } from './source.ts'
import type { RawWorkflow } from './unwrap.ts'

export interface Source {
  readonly nodes: readonly SourceNode[]
  readonly edges: readonly SourceEdge[]
  /** As n8n's own tools count: all entries of `nodes`, all entries of `connections`. */
  readonly counts: { readonly nodes: number; readonly edges: number }
}

export function readSource(workflows: readonly RawWorkflow[], book: Book): Source {
  const nodes: SourceNode[] = []
  const edges: SourceEdge[] = []
  const counts = { nodes: 0, edges: 0 }
  for (const { body, place } of workflows) {
    const own = readNodes(asList(at(body, 'nodes')) ?? [], nodes, `${place}/nodes`, book)
    counts.nodes += own.counted
    const wires = readConnections(
      at(body, 'connections'),
      own.names,
      own.ids,
      nodes.length,
      `${place}/connections`,
      book,
    )
    counts.edges += wires.counted
    edges.push(...wires.edges)
    nodes.push(...wires.ghosts)
    reportGhosts(wires.ghosts, book)
  }
  if (workflows.length > 1) {
    book.repairs.push({
      message: 'the file holds several workflows; all of them are shown side by side',
      place: '',
      count: workflows.length,
    })
  }
  return { nodes, edges, counts }
}

function readNodes(
  raw: readonly unknown[],
  nodes: SourceNode[],
  place: string,
  book: Book,
): {
  readonly names: ReadonlyMap<string, number>
  readonly ids: ReadonlyMap<string, number>
  readonly counted: number
} {
  const names = new Map<string, number>()
  const ids = new Map<string, number>()
  for (const [number, entry] of raw.entries()) {
    // Counted on, so that the refusal can say how many there are; read no longer.
    if (nodes.length > MAX_NODES) break
    const where = `${place}/${number}`
    const node = readNode(entry, nodes.length, where)
    if (!node) {
      book.repairs.push({
        message: 'an entry of "nodes" is no node; it was left out',
        place: where,
        change: { steps: -1, transitions: 0 },
      })
      continue
    }
    const name = asText(at(entry, 'name')) ?? node.name
    if (names.has(name))
      book.repairs.push({
        message: 'two nodes have the same name; connections were read as meaning the first',
        place: where,
      })
    else names.set(name, node.index)
    const id = asText(at(entry, 'id'))
    if (id !== undefined && !ids.has(id)) ids.set(id, node.index)
    nodes.push(node)
  }
  return { names, ids, counted: raw.length }
}

function reportGhosts(ghosts: readonly SourceNode[], book: Book): void {
  for (const ghost of ghosts) {
    book.repairs.push({
      message: `connections name “${ghost.name.slice(0, 60)}”, which is not among the nodes; it is shown as a stand-in`,
      place: ghost.place,
      change: { steps: 1, transitions: 0 },
    })
  }
}

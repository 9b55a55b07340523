// Reads the connections of one workflow: by name, else by id, with stand-ins for nodes that are not in the file.
import type { Book } from '../support/book.ts'
import { MAX_EDGES } from '../support/draft.ts'
import { asList, asNumber, asObject, asText, at } from '../support/value.ts'
import type { JsonObject } from '../support/value.ts'
import { ghostNode } from './nodes.ts'
import type { SourceEdge, SourceNode } from './source.ts'

export interface Connections {
  readonly edges: readonly SourceEdge[]
  /** Nodes that had to be made up, numbered after the real ones. */
  readonly ghosts: readonly SourceNode[]
  /** Entries in the file, readable or not: what n8n's own tools would count. */
  readonly counted: number
}

interface Reading {
  readonly names: ReadonlyMap<string, number>
  readonly ids: ReadonlyMap<string, number>
  readonly ghosts: Map<string, SourceNode>
  readonly edges: SourceEdge[]
  readonly firstGhost: number
  readonly book: Book
  counted: number
  byId: number
}

export function readConnections(
  raw: unknown,
  names: ReadonlyMap<string, number>,
  ids: ReadonlyMap<string, number>,
  firstGhost: number,
  place: string,
  book: Book,
): Connections {
  const reading: Reading = { names, ids, ghosts: new Map(), edges: [], firstGhost, book, counted: 0, byId: 0 }
  const body: JsonObject = asObject(raw) ?? {}
  for (const source of Object.keys(body)) {
    const kinds = asObject(body[source])
    for (const kind of Object.keys(kinds ?? {})) {
      readOutputs(reading, source, kind, kinds![kind], `${place}/${pointer(source)}/${pointer(kind)}`)
    }
  }
  if (reading.byId > 0) {
    book.repairs.push({
      message: 'connections name nodes by their id instead of their name; they were followed',
      place,
      count: reading.byId,
    })
  }
  return { edges: reading.edges, ghosts: [...reading.ghosts.values()], counted: reading.counted }
}

function readOutputs(reading: Reading, source: string, kind: string, raw: unknown, place: string): void {
  // A list of lists; where there is only one output, some exporters write a plain list.
  const outputs = asList(raw) ?? []
  outputs.forEach((output, number) => {
    if (asObject(output)) return readTarget(reading, source, kind, output, 0, `${place}/${number}`)
    asList(output)?.forEach((target, index) =>
      readTarget(reading, source, kind, target, number, `${place}/${number}/${index}`),
    )
  })
}

function readTarget(
  reading: Reading,
  source: string,
  kind: string,
  raw: unknown,
  output: number,
  place: string,
): void {
  if (raw === null || raw === undefined) return
  reading.counted++
  // Counted on, so that the refusal can say how many there are; kept no longer.
  if (reading.counted > MAX_EDGES) return
  const target = asText(at(raw, 'node')) ?? asText(raw)
  if (target === undefined) {
    reading.book.repairs.push({
      message: 'a connection does not say where it leads; it was left out',
      place,
      change: { steps: 0, transitions: -1 },
    })
    return
  }
  const type = asText(at(raw, 'type'))
  const error = kind === 'error' || (kind === 'main' && type === 'error')
  if (type !== undefined && type !== kind) {
    reading.book.repairs.push({
      message: `a connection leaves as "${shown(kind)}" and arrives as "${shown(type)}"; ${error ? 'it was read as the way an error takes' : 'the way it leaves was believed'}`,
      place,
    })
  }
  reading.edges.push({
    from: resolve(reading, source, place),
    to: resolve(reading, target, place),
    kind: error ? 'error' : kind,
    output,
    input: Math.max(0, Math.round(asNumber(at(raw, 'index')) ?? 0)),
    place,
  })
}

/** By name, else by id, else a stand-in. */
function resolve(reading: Reading, key: string, place: string): number {
  const known = reading.names.get(key)
  if (known !== undefined) return known
  const byId = reading.ids.get(key)
  if (byId !== undefined) {
    reading.byId++
    return byId
  }
  const before = reading.ghosts.get(key)
  if (before) return before.index
  const ghost = ghostNode(key, reading.firstGhost + reading.ghosts.size, place)
  reading.ghosts.set(key, ghost)
  return ghost.index
}

function shown(kind: string): string {
  return kind.slice(0, 40)
}

/** A key as part of a JSON pointer (RFC 6901). */
function pointer(key: string): string {
  return key.slice(0, 120).replaceAll('~', '~0').replaceAll('/', '~1')
}

// n8n workflow JSON: downloads, clipboard, API answers, templates and damaged exports.
import { refused } from '../support/result.ts'
import type { Fault, Result } from '../support/result.ts'
import { newBook } from './support/book.ts'
import { MAX_EDGES, MAX_NODES, finish, newDraft } from './support/draft.ts'
import { readJson } from './support/json.ts'
import { cleanText, LIMITS } from './support/text.ts'
import { asText, at } from './support/value.ts'
import { buildWorkflow } from './n8n/build.ts'
import { readSource } from './n8n/read.ts'
import { findWorkflows } from './n8n/unwrap.ts'
import type { RawWorkflow } from './n8n/unwrap.ts'
import type { Imported, Importer, ReadOptions } from './types.ts'

export const n8n: Importer = {
  id: 'n8n',
  name: 'n8n workflow',
  extensions: ['.json'],
  recognise,
  read,
}

// The whole text is looked through: sample data may fill megabytes before the first node. Searching costs little.
function recognise(text: string): number {
  if (!/^[\s\ufeff]*[{[]/.test(text.slice(0, 1000))) return 0
  const types = text.includes('"n8n-nodes-') || text.includes('@n8n/n8n-nodes-langchain')
  const shape = text.includes('"nodes"') && (text.includes('"connections"') || text.includes('"typeVersion"'))
  if (types && shape) return 0.95
  return types ? 0.8 : shape ? 0.6 : 0
}

function read(text: string, options: ReadOptions = {}): Result<Imported> {
  const json = readJson(text)
  if (!json.ok) return json
  const found = findWorkflows(json.value.value)
  if (found.length === 0) return refused({ path: '', message: NO_WORKFLOW })
  const book = newBook()
  book.repairs.push(...json.value.repairs)
  const draft = newDraft('n8n', book)
  const source = readSource(found, book)
  const { nodes, edges } = source.counts
  // Stand-ins for missing nodes count as well.
  const most = Math.max(nodes, source.nodes.length)
  if (most > MAX_NODES || edges > MAX_EDGES) return refused(tooMany(most, edges))
  draft.source = source.counts
  draft.name = nameOf(found, options)
  draft.description = cleanText(asText(at(found[0]!.body, 'description')) ?? '', LIMITS.prose).text
  buildWorkflow(draft, source, found)
  return finish(draft)
}

const NO_WORKFLOW =
  'no n8n workflow in it: expected an object with a list "nodes" and an object "connections"'

function tooMany(nodes: number, edges: number): Fault {
  if (nodes > MAX_NODES) {
    return { path: '/nodes', message: `the file has ${nodes} nodes; at most ${MAX_NODES} are read` }
  }
  const message = `the file has ${edges} connections; at most ${MAX_EDGES} are read`
  return { path: '/connections', message }
}

function nameOf(found: readonly RawWorkflow[], options: ReadOptions): string {
  const stated = asText(at(found[0]!.body, 'name'))?.trim()
  const name = stated !== undefined && stated !== '' ? stated : (options.name ?? 'n8n workflow')
  return cleanText(name, LIMITS.name).text
}

// Finds the workflow, or several, in whatever n8n, its clipboard, its API or its template site wrapped it in.
import { asList, asObject, at } from '../support/value.ts'
import type { JsonObject } from '../support/value.ts'

export interface RawWorkflow {
  readonly body: JsonObject
  /** JSON pointer to it. */
  readonly place: string
}

const WRAPPERS = ['workflow', 'data', 'workflows', 'workflowData', 'json', 'export']

/** Every workflow in `value`, at most four wrappings deep; empty when there is none. */
export function findWorkflows(value: unknown): readonly RawWorkflow[] {
  return search(value, '', 0)
}

function search(value: unknown, place: string, depth: number): readonly RawWorkflow[] {
  const list = asList(value)
  if (list && list.length > 0 && list.every(isNode)) return [{ body: { nodes: list }, place }]
  if (list) return list.slice(0, 100).flatMap((item, index) => search(item, `${place}/${index}`, depth + 1))
  const body = asObject(value)
  if (!body || depth > 4) return []
  if (asList(at(body, 'nodes'))) return [{ body, place }]
  for (const key of WRAPPERS) {
    const inside = search(at(body, key), `${place}/${key}`, depth + 1)
    if (inside.length > 0) return inside
  }
  return []
}

function isNode(value: unknown): boolean {
  return typeof at(value, 'type') === 'string' && asObject(at(value, 'parameters')) !== undefined
}

// Workflow to text: the same workflow always gives the same bytes, whatever order its keys and entries came in.
import { DOCUMENT } from './key-order.ts'
import type { Shape } from './key-order.ts'
import { inCanonicalOrder } from './order.ts'
import { compareText } from '../support/compare.ts'
import { FORMAT_VERSION } from '../model/workflow.ts'
import type { Workflow } from '../model/workflow.ts'

const NONE: Shape = { keys: [] }

/**
 * The canonical `*.handoff` text: two-space indent as JSON.stringify has it, known keys in the order of the format,
 * unknown ones after them by code unit, entries by id, one trailing newline.
 * Throws on a workflow of a newer version: such a document is read-only, and writing it would lose what it holds.
 */
export function writeDocument(workflow: Workflow): string {
  if (workflow.version > FORMAT_VERSION) throw new Error('a document of a newer version is never rewritten')
  return `${textOf(inCanonicalOrder(workflow), DOCUMENT, '')}\n`
}

// Written by hand because JSON.stringify cannot do it: JavaScript moves keys such as "10" to the front of an object,
// so that no order of insertion would give one fixed order of keys.
function textOf(value: unknown, shape: Shape, indent: string): string {
  if (Array.isArray(value)) return listText(value, shape, indent)
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const inner = `${indent}  `
  const lines = orderedEntries(value, shape).map(([key, member]) => {
    const within = shape.within && Object.hasOwn(shape.within, key) ? shape.within[key]! : NONE
    return `${inner}${JSON.stringify(key)}: ${textOf(member, within, inner)}`
  })
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n${indent}}`
}

function listText(list: readonly unknown[], shape: Shape, indent: string): string {
  const inner = `${indent}  `
  const lines = list.map((member) => inner + textOf(member, shape, inner))
  return lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n${indent}]`
}

function orderedEntries(value: object, shape: Shape): readonly (readonly [string, unknown])[] {
  const entries = Object.entries(value).filter(([, member]) => member !== undefined)
  const rank = (key: string): number => {
    const at = shape.keys.indexOf(key)
    return at === -1 ? shape.keys.length : at
  }
  return entries.toSorted(([a], [b]) => rank(a) - rank(b) || compareText(a, b))
}

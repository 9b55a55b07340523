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
  return [...documentPieces(workflow)].join('')
}

/**
 * The same text piece by piece, an entry of a list at a time: whoever writes thousands of steps where somebody is
 * typing can pause in between. Throws as `writeDocument` does, before the first piece.
 */
export function* documentPieces(workflow: Workflow): Generator<string, void> {
  if (workflow.version > FORMAT_VERSION) throw new Error('a document of a newer version is never rewritten')
  yield* pieces(inCanonicalOrder(workflow), DOCUMENT, '')
  yield '\n'
}

/** Objects in objects down to the positions of steps, which are as many as the steps. */
const DEEPEST = '    '

function* pieces(value: unknown, shape: Shape, indent: string): Generator<string, void> {
  const inner = `${indent}  `
  if (Array.isArray(value) && value.length > 0) {
    for (const [i, member] of value.entries())
      yield `${i === 0 ? '[' : ','}\n${inner}${textOf(member, shape, inner)}`
    return yield `\n${indent}]`
  }
  const entries = isPlainObject(value) && indent.length <= DEEPEST.length ? orderedEntries(value, shape) : []
  if (entries.length === 0) return yield textOf(value, shape, indent)
  for (const [i, [key, member]] of entries.entries()) {
    yield `${i === 0 ? '{' : ','}\n${inner}${JSON.stringify(key)}: `
    yield* pieces(member, shapeWithin(shape, key), inner)
  }
  yield `\n${indent}}`
}

// Written by hand because JSON.stringify cannot do it: JavaScript moves keys such as "10" to the front of an object,
// so that no order of insertion would give one fixed order of keys.
function textOf(value: unknown, shape: Shape, indent: string): string {
  if (Array.isArray(value)) return listText(value, shape, indent)
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const inner = `${indent}  `
  const lines = orderedEntries(value, shape).map(([key, member]) => {
    return `${inner}${JSON.stringify(key)}: ${textOf(member, shapeWithin(shape, key), inner)}`
  })
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n${indent}}`
}

function listText(list: readonly unknown[], shape: Shape, indent: string): string {
  const inner = `${indent}  `
  const lines = list.map((member) => inner + textOf(member, shape, inner))
  return lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n${indent}]`
}

function shapeWithin({ within }: Shape, key: string): Shape {
  return within && Object.hasOwn(within, key) ? within[key]! : NONE
}

function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function orderedEntries(value: object, shape: Shape): readonly (readonly [string, unknown])[] {
  const entries = Object.entries(value).filter(([, member]) => member !== undefined)
  const rank = (key: string): number => {
    const at = shape.keys.indexOf(key)
    return at === -1 ? shape.keys.length : at
  }
  return entries.toSorted(([a], [b]) => rank(a) - rank(b) || compareText(a, b))
}

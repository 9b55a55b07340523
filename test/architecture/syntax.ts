// Parses a source file once and walks its tree.
import { parseSync } from 'vite'

/** A node of the syntax tree, as far as the walls need to know it. */
export interface SyntaxNode {
  readonly type: string
  readonly start: number
  readonly [key: string]: unknown
}

const parsed = new Map<string, SyntaxNode>()

/** The tree of `text`. Throws where it does not parse: a file that cannot be read may not pass a wall unseen. */
export function syntaxOf(file: string, text: string): SyntaxNode {
  const key = `${file}\0${text}`
  const known = parsed.get(key)
  if (known) return known
  const { program, errors } = parseSync(file, text)
  if (errors.length > 0) throw new Error(`${file} does not parse: ${errors[0]?.message}`)
  const tree = program as unknown as SyntaxNode
  parsed.set(key, tree)
  return tree
}

/** Calls `visit` with every node and its parent, outermost first. */
export function walk(
  node: SyntaxNode,
  visit: (node: SyntaxNode, parent: SyntaxNode | undefined, key: string) => void,
  parent?: SyntaxNode,
  keyInParent = '',
): void {
  visit(node, parent, keyInParent)
  for (const [key, value] of Object.entries(node)) {
    for (const child of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (isNode(child)) walk(child, visit, node, key)
    }
  }
}

/** True for a syntax node. */
export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
}

/** The text of a string literal, or of a template without holes; undefined for anything else. */
export function literalText(node: unknown): string | undefined {
  if (!isNode(node)) return undefined
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value']
  if (node.type === 'TSLiteralType') return literalText(node['literal'])
  if (node.type !== 'TemplateLiteral') return undefined
  const quasis = node['quasis'] as readonly { readonly value: { readonly cooked: string } }[]
  return quasis.length === 1 ? quasis[0]?.value.cooked : undefined
}

/** The line of a position, counted from 1. */
export function lineOf(text: string, position: number): number {
  return text.slice(0, position).split('\n').length
}

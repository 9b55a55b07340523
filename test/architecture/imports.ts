// Finds what each file imports, in every way a file can.
import path from 'node:path'
import type { Files } from './source-files.ts'
import { isNode, lineOf, literalText, type SyntaxNode, syntaxOf, walk } from './syntax.ts'

/** One import: what was written, and the file of ours or the package that it means. */
export interface Import {
  readonly from: string
  readonly line: number
  readonly written: string
  /** A path in the checkout; undefined for a package. */
  readonly file?: string
  /** `zod`, `@xyflow/react`, `node:fs`; undefined for a file of ours. */
  readonly package?: string
  /** Gone after the types are stripped. */
  readonly typeOnly: boolean
}

/** The imports of one file. Those whose target is computed come back with an empty `written`. */
export function importsOf(file: string, text: string): readonly Import[] {
  const found: Import[] = []
  const add = (node: SyntaxNode, source: unknown, typeOnly: boolean): void => {
    const written = literalText(source) ?? ''
    found.push({ from: file, line: lineOf(text, node.start), written, typeOnly, ...target(file, written) })
  }
  walk(syntaxOf(file, text), (node) => {
    switch (node.type) {
      case 'ImportDeclaration':
        return add(node, node['source'], node['importKind'] === 'type' || everySpecifierIsType(node))
      case 'ExportAllDeclaration':
      case 'ExportNamedDeclaration':
        return node['source'] ? add(node, node['source'], node['exportKind'] === 'type') : undefined
      case 'ImportExpression':
        return add(node, node['source'], false)
      case 'TSImportType':
        return add(node, node['source'] ?? node['argument'], true)
      case 'TSImportEqualsDeclaration':
        return add(node, (node['moduleReference'] as SyntaxNode)['expression'], false)
      case 'CallExpression':
        return isCallOf(node, 'require') ? add(node, (node['arguments'] as unknown[])[0], false) : undefined
      case 'NewExpression':
        return isScriptUrl(node) ? add(node, (node['arguments'] as unknown[])[0], false) : undefined
    }
  })
  return found
}

/** The imports of every file, in the order of the map. */
export function allImports(files: Files): readonly Import[] {
  return [...files].flatMap(([file, text]) => importsOf(file, text))
}

function target(file: string, written: string): Pick<Import, 'file' | 'package'> {
  if (written === '') return {}
  if (written.startsWith('.'))
    return { file: path.posix.join(path.posix.dirname(file), written.replace(/\?.*$/, '')) }
  if (written.startsWith('/')) return { file: written.replace(/^\/+/, '') }
  const parts = written.split('/')
  return { package: written.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]! }
}

function everySpecifierIsType(node: SyntaxNode): boolean {
  const specifiers = node['specifiers'] as readonly SyntaxNode[]
  return specifiers.length > 0 && specifiers.every((one) => one['importKind'] === 'type')
}

function isCallOf(node: SyntaxNode, name: string): boolean {
  const callee = node['callee']
  return isNode(callee) && callee.type === 'Identifier' && callee['name'] === name
}

// `new URL('./analysis.ts', import.meta.url)` is how a worker is named; with another ending it is data.
function isScriptUrl(node: SyntaxNode): boolean {
  if (!isCallOf(node, 'URL')) return false
  const written = literalText((node['arguments'] as unknown[])[0])
  return written !== undefined && /^\.\.?\/.*\.(?:[cm]?[jt]s|tsx)$/.test(written)
}

// Finds what would make the core answer differently on another day or another machine.
import type { Files } from './source-files.ts'
import { isNode, lineOf, literalText, type SyntaxNode, syntaxOf, walk } from './syntax.ts'
import { isUnder } from './walls.ts'

const IMPURE_NAMES: Readonly<Record<string, string>> = Object.freeze({
  Date: 'the core has no clock',
  performance: 'the core has no clock',
  setTimeout: 'the core has no clock',
  setInterval: 'the core has no clock',
  queueMicrotask: 'the core has no clock',
  crypto: 'the core has no chance',
  console: 'the core prints nothing',
  globalThis: 'the core names what it uses',
  window: 'the core has no page',
  document: 'the core has no page',
  process: 'the core has no process',
  fetch: 'the core has no network',
  eval: 'text is never run',
  Function: 'text is never run',
  Intl: 'the core has no locale',
})

const IMPURE_MEMBERS: Readonly<Record<string, string>> = Object.freeze({
  localeCompare: 'the core has no locale: shared/support/compare.ts orders text',
  toLocaleString: 'the core has no locale',
  toLocaleUpperCase: 'the core has no locale',
  toLocaleLowerCase: 'the core has no locale',
  toLocaleDateString: 'the core has no locale',
  toLocaleTimeString: 'the core has no locale',
})

/** Uses of a clock, of chance, of a locale or of the world outside in `shared`, as `file:line: reason`. */
export function impurities(files: Files): readonly string[] {
  return [...files]
    .filter(([file]) => isUnder(file, 'shared'))
    .flatMap(([file, text]) => impuritiesOf(file, text))
}

function impuritiesOf(file: string, text: string): readonly string[] {
  const found: string[] = []
  const declared = declaredNames(file, text)
  walk(syntaxOf(file, text), (node, parent, key) => {
    const reason = reasonOf(node, parent, key, declared)
    if (reason) found.push(`${file}:${lineOf(text, node.start)}: ${reason}`)
  })
  return found
}

function reasonOf(
  node: SyntaxNode,
  parent: SyntaxNode | undefined,
  key: string,
  declared: ReadonlySet<string>,
): string | undefined {
  if (node.type === 'MemberExpression') return memberReason(node)
  if (node.type !== 'Identifier') return undefined
  const name = node['name'] as string
  if (name === 'Math' && !isRead(parent, key))
    return 'Math may only be read member by member: Math.random is chance'
  if (declared.has(name) || !Object.hasOwn(IMPURE_NAMES, name) || isOnlyAName(parent, key)) return undefined
  return `${name}: ${IMPURE_NAMES[name]}`
}

function memberReason(node: SyntaxNode): string | undefined {
  const object = node['object']
  const name = memberName(node)
  if (isNode(object) && object['name'] === 'Math' && (name === 'random' || name === undefined)) {
    return 'Math.random: the core has no chance, it takes a seeded source'
  }
  return name !== undefined && Object.hasOwn(IMPURE_MEMBERS, name)
    ? `${name}: ${IMPURE_MEMBERS[name]}`
    : undefined
}

function memberName(node: SyntaxNode): string | undefined {
  const property = node['property'] as SyntaxNode
  return node['computed'] === true ? literalText(property) : (property['name'] as string)
}

function isRead(parent: SyntaxNode | undefined, key: string): boolean {
  return isOnlyAName(parent, key) || (parent?.type === 'MemberExpression' && key === 'object')
}

// `x.document`, `{ document: 1 }`, `type T = Date`: a word that happens to be spelled like a global.
function isOnlyAName(parent: SyntaxNode | undefined, key: string): boolean {
  if (parent === undefined) return false
  if (parent.type.startsWith('TS') && key !== 'expression') return true
  if (parent.type === 'MemberExpression') return key === 'property' && parent['computed'] !== true
  const named = [
    'Property',
    'MethodDefinition',
    'PropertyDefinition',
    'ImportSpecifier',
    'ExportSpecifier',
    'LabeledStatement',
  ]
  if (!named.includes(parent.type)) return false
  // In `{ document }` the word is both the name and the value; the value is visited as well.
  return (
    (key === 'key' && parent['computed'] !== true) ||
    key === 'imported' ||
    key === 'exported' ||
    key === 'label'
  )
}

// A parameter called `document` is ours. Taken for the whole file: stricter scoping would not find more.
function declaredNames(file: string, text: string): ReadonlySet<string> {
  const names = new Set<string>()
  walk(syntaxOf(file, text), (node, parent, key) => {
    for (const name of destructured(node)) names.add(name)
    if (node.type === 'Identifier' && parent && declares(parent, key)) names.add(node['name'] as string)
  })
  return names
}

function declares(parent: SyntaxNode, key: string): boolean {
  if (key === 'params' || key === 'local') return true
  if (key === 'id') return parent.type === 'VariableDeclarator' || /Function|Class/.test(parent.type)
  if (parent.type === 'AssignmentPattern') return key === 'left'
  if (parent.type === 'RestElement') return key === 'argument'
  return parent.type === 'ArrayPattern'
}

function destructured(node: SyntaxNode): readonly string[] {
  if (node.type !== 'ObjectPattern') return []
  const values = (node['properties'] as readonly SyntaxNode[]).map((property) => property['value'])
  return values
    .filter(isNode)
    .filter((value) => value.type === 'Identifier')
    .map((value) => value['name'] as string)
}

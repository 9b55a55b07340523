// Every word on screen comes from the catalogue: the sources are read for words that do not.
import { describe, expect, it } from 'vitest'
import { readSourceFiles } from '../../architecture/source-files.ts'
import { isNode, lineOf, syntaxOf, walk } from '../../architecture/syntax.ts'
import type { SyntaxNode } from '../../architecture/syntax.ts'
import { english } from '../../../renderer/words/en.ts'

const renderer = [...readSourceFiles()].filter(
  ([file]) => /^renderer\/.*\.tsx?$/.test(file) && !file.startsWith('renderer/words/'),
)

describe('the sources of the window', () => {
  it('hold no words of their own', () => {
    expect(renderer.length).toBeGreaterThan(100)
    expect(renderer.flatMap(([file, text]) => ownWords(file, text))).toEqual([])
  })

  it('keep no text of the catalogue where a module is read, for it would stay in the old language', () => {
    expect(renderer.flatMap(([file, text]) => keptWords(file, text))).toEqual([])
  })
})

describe('words that bypass the catalogue', () => {
  it.each([
    ['text', 'export const A = () => <p>Hello there</p>'],
    ['an expression', `export const A = () => <p>{'Hello there'}</p>`],
    ['a choice', `export const A = () => <p>{b ? 'Hello' : ''}</p>`],
    ['a template', 'export const A = () => <p>{`Hello ${name}`}</p>'],
    ['a spoken name', '<button aria-label="Close it" />'],
    ['a title', `<button title={'Close it'} />`],
    ['a placeholder', '<input placeholder="Name" />'],
    ['a property', `openThing({ title: 'Close it' })`],
    ['a message', `showProblem('It did not work', error)`],
    ['what is announced', 'announce(`${n} found`)'],
  ])('are found: %s', (_, text) => expect(ownWords('renderer/x.tsx', text)).toHaveLength(1))

  it('are not mistaken for what nobody reads', () => {
    const quiet = '<p className={`${a} b`} data-x="some thing" id={`x-${i}`}>{words.a.b} · {count}</p>'
    expect(ownWords('renderer/x.tsx', quiet)).toEqual([])
  })

  it('are found where a text is kept', () => {
    const imported = `import { words } from './words/words.ts'\n`
    expect(keptWords('renderer/x.ts', `${imported}const title = words.app.name`)).toEqual([
      'renderer/x.ts:2: const title = words.app.name',
    ])
    expect(keptWords('renderer/x.ts', `${imported}const all = [{ label: words.app.name }]`)).toHaveLength(1)
    expect(
      keptWords('renderer/x.ts', `${imported}const said = words.app\nconst a = () => said.name`),
    ).toEqual([])
    expect(keptWords('renderer/x.ts', `${imported}const said = words.app\nconst a = said.name`)).toHaveLength(
      1,
    )
  })
})

// Attributes and properties that people read or hear.
const READ =
  /^(aria-label|aria-description|aria-roledescription|aria-valuetext|ariaLabel|title|placeholder|label|alt|description|text)$/
const SPEAKING = /^(announce|showProblem|showMessage)$/

function ownWords(file: string, text: string): readonly string[] {
  const found = new Set<SyntaxNode>()
  walk(syntaxOf(file, text), (node) => {
    if (node.type === 'JSXText' && hasLetters(node['value'])) found.add(node)
    if (node.type === 'JSXElement' || node.type === 'JSXFragment')
      for (const child of node['children'] as readonly SyntaxNode[])
        if (child.type === 'JSXExpressionContainer') addWords(child['expression'], found)
    if (node.type === 'JSXAttribute' && READ.test(nameOf(node['name'])))
      addWords(valueOf(node['value']), found)
    if (node.type === 'Property' && READ.test(nameOf(node['key'])) && !isLabelOfEdit(file, node))
      addWords(node['value'], found)
    if (node.type === 'CallExpression' && SPEAKING.test(nameOf(node['callee'])))
      for (const given of node['arguments'] as readonly SyntaxNode[]) addWords(given, found)
  })
  return [...found].map((node) => `${file}:${lineOf(text, node.start)}: ${lineAt(text, node.start)}`)
}

// The label of an edit is kept in the journal with it, and so in the language of files.
function isLabelOfEdit(file: string, node: SyntaxNode): boolean {
  return nameOf(node['key']) === 'label' && /^renderer\/(state|canvas|panels)\/.*[^x]$/.test(file)
}

function addWords(node: unknown, found: Set<SyntaxNode>): void {
  if (!isNode(node)) return
  if (node.type === 'ConditionalExpression') {
    addWords(node['consequent'], found)
    addWords(node['alternate'], found)
  }
  if (node.type === 'LogicalExpression') addWords(node['right'], found)
  if (node.type === 'Literal' && hasLetters(node['value'])) found.add(node)
  if (node.type !== 'TemplateLiteral') return
  const quasis = node['quasis'] as readonly { readonly value: { readonly cooked: string } }[]
  if (quasis.some(({ value }) => hasLetters(value.cooked))) found.add(node)
}

// Where the module itself is read, a branch of the catalogue may be kept, and nothing may be read of it.
function keptWords(file: string, text: string): readonly string[] {
  const tree = syntaxOf(file, text)
  if (!text.includes('words/words.ts')) return []
  // Names of the module under which parts of the catalogue are kept, and those parts.
  const branches = new Map<string, unknown>([['words', english]])
  const found: string[] = []
  for (const statement of tree['body'] as readonly SyntaxNode[])
    // What a module does when it is read keeps nothing.
    if (statement.type.endsWith('Declaration')) visit(statement)
  return found

  function visit(node: SyntaxNode): void {
    if (/Function|^Import|^TS(?!As|Satisfies|NonNull)|MethodDefinition/.test(node.type)) return
    if (node.type === 'VariableDeclarator' && isNode(node['init']) && pathOf(node['init'])) {
      if (isBranch(pathOf(node['init'])!)) branches.set(nameOf(node['id']), partOf(pathOf(node['init'])!))
      else found.push(`${file}:${lineOf(text, node.start)}: ${lineAt(text, node.start)}`)
      return
    }
    if (node.type === 'MemberExpression' && pathOf(node)) {
      // A branch that is handed on is read later, by whoever gets it.
      if (!isBranch(pathOf(node)!))
        found.push(`${file}:${lineOf(text, node.start)}: ${lineAt(text, node.start)}`)
      return
    }
    for (const value of Object.values(node))
      for (const child of Array.isArray(value) ? (value as unknown[]) : [value])
        if (isNode(child)) visit(child)
  }

  // The names after `words`, where the node reads something of the catalogue.
  function pathOf(node: SyntaxNode): string | undefined {
    return /^[\w.]+$/.test(sourceOf(node)) && branches.has(sourceOf(node).split('.')[0]!)
      ? sourceOf(node)
      : undefined
  }

  function sourceOf(node: SyntaxNode): string {
    return text.slice(node.start, node['end'] as number)
  }

  function isBranch(path: string): boolean {
    const value = partOf(path)
    return typeof value === 'object' && value !== null
  }

  function partOf(path: string): unknown {
    const [first, ...rest] = path.split('.')
    return rest.reduce<unknown>(
      (at, key) => (at as Readonly<Record<string, unknown>> | undefined)?.[key],
      branches.get(first!),
    )
  }
}

function valueOf(value: unknown): unknown {
  return isNode(value) && value.type === 'JSXExpressionContainer' ? value['expression'] : value
}

function nameOf(node: unknown): string {
  if (!isNode(node)) return ''
  const name = node['name'] ?? node['value']
  return typeof name === 'string' ? name : ''
}

function hasLetters(text: unknown): boolean {
  return typeof text === 'string' && /\p{L}{2}/u.test(text)
}

function lineAt(text: string, position: number): string {
  const from = text.lastIndexOf('\n', position) + 1
  return text.slice(from).split('\n')[0]!.trim()
}

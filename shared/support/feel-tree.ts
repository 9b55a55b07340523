// The syntax tree of a condition as plain data, so that nothing else has to know the parser.
import { parseExpression } from 'feelin'

/** A node of the syntax tree, named as in the grammar of `lezer-feel`; comments are left out. */
export interface FeelNode {
  readonly name: string
  readonly from: number
  readonly to: number
  readonly text: string
  readonly children: readonly FeelNode[]
}

/** The name of a node where the text does not follow the grammar. */
export const ERROR = '⚠'

type Draft = FeelNode & { readonly children: FeelNode[] }

/** The tree of a text; undefined where the parser gives up. Faults are in it as nodes called `ERROR`. */
export function treeOf(text: string): FeelNode | undefined {
  const open: Draft[] = []
  let root: FeelNode | undefined
  try {
    parseExpression(text, {}, undefined).iterate({
      enter({ name, from, to, type }) {
        if (type.isSkipped && !type.isError) return false
        const node: Draft = {
          name: type.isError ? ERROR : name,
          from,
          to,
          text: text.slice(from, to),
          children: [],
        }
        open.at(-1)?.children.push(node)
        root ??= node
        open.push(node)
        return true
      },
      leave: () => void open.pop(),
    })
  } catch {
    return undefined
  }
  return root
}

/** Every node of a tree, parents before their children. */
export function nodesOf(root: FeelNode): readonly FeelNode[] {
  const all = [root]
  for (let i = 0; i < all.length; i++) all.push(...all[i]!.children)
  return all.sort((a, b) => a.from - b.from || b.to - a.to)
}

/** `a.b` of a name or a path of names; undefined for anything else. */
export function pathOf(node: FeelNode): string | undefined {
  if (node.name === 'VariableName') return node.children.map(({ text }) => text).join(' ')
  if (node.name !== 'PathExpression') return undefined
  const [target, , property] = node.children
  const before = target && pathOf(target)
  return before === undefined || !property ? undefined : `${before}.${property.text}`
}

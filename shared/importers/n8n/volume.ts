// How many items a step acts on, where the file states it: n8n runs a step once for every item that reaches it, so a
// "get many" with a limit of 50 makes the mail behind it fifty mails.
import type { DraftStep } from '../support/draft.ts'
import { asNumber, at } from '../support/value.ts'
import type { Context } from './context.ts'
import type { SourceNode } from './source.ts'

/** Items that leave a node: a number that the file states, or "unknown", or as many as came in. */
type Count = number | 'unknown' | 'same'

/** Nodes that make one item out of many. */
const GATHER = new Set(['aggregate', 'summarize', 'lc:chainSummarization'])
/** Nodes that make any number of items. */
const SPREAD = new Set([
  'splitOut',
  'itemLists',
  'code',
  'function',
  'compareDatasets',
  'merge',
  'httpRequest',
  'extractFromFile',
])

/** Puts the stated number of items on actions. The first way on which a number arrives counts. Linear. */
export function addVolumes({ plan, draft, stepOf }: Context): void {
  const arriving = new Map<number, number>()
  const seen = new Set<number>()
  const todo: (readonly [node: number, items: number | 'unknown'])[] = plan.nodes.flatMap((node) =>
    stepOf.get(node.index)?.kind === 'start' || plan.flowIn[node.index]!.length === 0
      ? [[node.index, 1] as const]
      : [],
  )
  // The list grows while it is walked; taking entries off its front would cost their number each time.
  for (const [index, items] of todo) {
    if (seen.has(index)) continue
    seen.add(index)
    if (items !== 'unknown') arriving.set(index, items)
    for (const edge of plan.flowOut[index]!)
      todo.push([edge.to, leaving(plan.nodes[index]!, edge.output, items)])
  }
  const many = [...arriving].filter(([index, items]) => items > 1 && isAction(stepOf.get(index)))
  for (const [index, items] of many) setVolume(stepOf.get(index)!, items)
  if (many.length === 0) return
  draft.book.guesses.push({
    message: 'actions run once for every item; the numbers of items that the file states were taken over',
    place: plan.nodes[many[0]![0]]!.place,
    count: many.length,
  })
}

function isAction(step: DraftStep | undefined): boolean {
  return step?.kind === 'action' && step.consequence !== undefined
}

function setVolume(step: DraftStep, items: number): void {
  const { basis = 'n8n' } = step.consequence!
  step.consequence = { ...step.consequence!, volume: items, basis: `${basis}, for up to ${items} items` }
}

function leaving(node: SourceNode, output: number, items: number | 'unknown'): number | 'unknown' {
  const count = node.disabled ? 'same' : countOf(node, output)
  return count === 'same' ? items : count
}

function countOf(node: SourceNode, output: number): Count {
  const { base, parameters } = node
  if (base === 'limit') return limited(asNumber(at(parameters, 'maxItems')) ?? 1)
  if (GATHER.has(base)) return 1
  if (base === 'splitInBatches') {
    const loop = node.version >= 3 ? 1 : 0
    return output === loop ? limited(asNumber(at(parameters, 'batchSize')) ?? 1) : 'unknown'
  }
  const many = at(parameters, 'operation') === 'getAll' || at(parameters, 'operation') === 'search'
  if (many) {
    const stated = asNumber(at(parameters, 'limit'))
    return at(parameters, 'returnAll') === true || stated === undefined ? 'unknown' : limited(stated)
  }
  return SPREAD.has(base) ? 'unknown' : 'same'
}

function limited(count: number): number {
  return Math.min(1e9, Math.max(1, Math.round(count)))
}

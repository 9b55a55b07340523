// The ways between steps: one transition for each connection, a split where one output feeds several nodes, and a
// list of the ways that lead nowhere.
import { addStep, connect } from '../support/draft.ts'
import type { DraftStep } from '../support/draft.ts'
import { cleanText, LIMITS } from '../support/text.ts'
import { entryOf } from './catalogue.ts'
import type { Context } from './context.ts'
import { outputsOf, silentWay } from './outputs.ts'
import type { Output } from './outputs.ts'
import type { SourceEdge, SourceNode } from './source.ts'
import { note, quoted } from './steps.ts'

/** Adds every transition of the flow. */
export function addFlow(context: Context): void {
  const { plan, stepOf } = context
  let splits = 0
  for (const node of plan.nodes) {
    const step = stepOf.get(node.index)
    if (!step || plan.fate[node.index] !== 'flow') continue
    const groups = byOutput(context, node)
    for (const { way, edges } of waysOf(node, groups)) splits += addWay(context, node, step, way, edges)
    if (!node.disabled) addOpenWays(context, node, step, groups)
  }
  reportNotes(context)
  if (splits === 0) return
  context.draft.book.repairs.push({
    message: 'one output feeds several nodes; a split was put in, because n8n runs all of them',
    place: '/connections',
    count: splits,
    change: { steps: splits, transitions: splits },
  })
}

interface Way extends Output {
  readonly kind: 'normal' | 'error'
}

function byOutput({ plan, stepOf }: Context, node: SourceNode): ReadonlyMap<number, readonly SourceEdge[]> {
  const groups = new Map<number, SourceEdge[]>()
  const regular = outputsOf(node).length
  for (const edge of plan.flowOut[node.index]!) {
    if (!stepOf.has(edge.to)) continue
    // The way of an error stands behind the regular outputs, also where a file names it by its kind.
    const output = edge.kind === 'error' ? regular + edge.output : edge.output
    const group = groups.get(output)
    if (group) group.push(edge)
    else groups.set(output, [edge])
  }
  return groups
}

function waysOf(
  node: SourceNode,
  groups: ReadonlyMap<number, readonly SourceEdge[]>,
): readonly { readonly way: Way; readonly edges: readonly SourceEdge[] }[] {
  const outputs = outputsOf(node)
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([number, edges]) => ({ way: wayOf(node, outputs, number, edges[0]!), edges }))
}

function wayOf(node: SourceNode, outputs: readonly Output[], number: number, edge: SourceEdge): Way {
  const regular = outputs[number]
  if (edge.kind === 'error' || (regular === undefined && node.onError === 'error-output')) {
    return { kind: 'error', label: 'error' }
  }
  if (node.disabled) return { kind: 'normal', label: '' }
  return { kind: 'normal', ...(regular ?? { label: `output ${number}` }) }
}

/** Adds one way, and answers with the number of splits that it needed. */
function addWay(
  context: Context,
  node: SourceNode,
  step: DraftStep,
  way: Way,
  edges: readonly SourceEdge[],
): number {
  const { draft, stepOf } = context
  const label = cleanText(way.label, LIMITS.label).text
  const condition = way.condition === undefined ? {} : { condition: way.condition }
  const targets = edges.map((edge) => stepOf.get(edge.to)!.id)
  if (new Set(targets).size < 2) {
    for (const to of targets) connect(draft, { from: step.id, to, kind: way.kind, label, ...condition })
    return 0
  }
  const split = addStep(draft, { kind: 'split', name: 'All of these' })
  place(context, node, split)
  connect(draft, { from: step.id, to: split.id, kind: way.kind, label, ...condition })
  for (const to of targets) connect(draft, { from: split.id, to })
  return 1
}

/** Half a column behind the node that it follows. */
function place({ draft }: Context, node: SourceNode, split: DraftStep): void {
  if (node.position) draft.positions.set(split.id, [node.position[0] + 110, node.position[1]])
}

/** Branches that the file leaves open: the run ends there, which is worth showing. */
function addOpenWays(
  context: Context,
  node: SourceNode,
  step: DraftStep,
  groups: ReadonlyMap<number, readonly SourceEdge[]>,
): void {
  const role = entryOf(node)?.role
  if (step.kind !== 'decision' || groups.size === 0) return reportLostErrors(context, node, step, groups)
  const outputs = outputsOf(node)
  const open = outputs.filter(
    (output, number) => !groups.has(number) && (role !== 'loop' || output.label === 'done'),
  )
  const silent = silentWay(node)
  const labels = [...open.map((output) => output.label), ...(silent === undefined ? [] : [silent])]
  if (labels.length > 0) {
    const label = cleanText(labels.slice(0, 8).join(' / '), LIMITS.label).text
    const condition = open.length === 1 && silent === undefined ? open[0]!.condition : undefined
    context.openWays.push({
      from: step.id,
      label,
      kind: 'normal',
      ...(condition === undefined ? {} : { condition }),
    })
  }
  reportLostErrors(context, node, step, groups)
}

function reportLostErrors(
  { draft }: Context,
  node: SourceNode,
  step: DraftStep,
  groups: ReadonlyMap<number, readonly SourceEdge[]>,
): void {
  if (node.onError !== 'error-output' || groups.size === 0) return
  const regular = outputsOf(node).length
  if ([...groups.keys()].some((output) => output >= regular)) return
  note(
    draft,
    'blindSpots',
    node,
    step,
    'it has an output for errors that leads nowhere: what fails here is dropped in silence',
  )
}

/** Connections from or to a sticky note cannot be kept: a note is no step. */
function reportNotes({ plan, draft, stepOf }: Context): void {
  for (const edges of plan.flowOut) {
    for (const edge of edges) {
      if (stepOf.has(edge.from) && stepOf.has(edge.to)) continue
      const names = [edge.from, edge.to].map((index) => quoted(plan.nodes[index]!.name)).join(' to ')
      draft.book.repairs.push({
        message: `a connection from ${names} joins a note; it was left out`,
        place: edge.place,
        change: { steps: 0, transitions: -1 },
      })
    }
  }
}

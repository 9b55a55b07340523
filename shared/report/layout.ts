// Where steps stand when nobody has said so: layers from left to right in the order of the flow, tools under their
// agent, unconnected parts below each other. The layering is dagre's where it
// is quick enough; what it cannot know is done here.
import { Graph, layout } from '@dagrejs/dagre'
import { indexWorkflow } from '../graph/graph.ts'
import type { Graph as Index } from '../graph/graph.ts'
import type { Transition } from '../model/transition.ts'
import type { Point, Workflow } from '../model/workflow.ts'
import { quickLayers } from './quick-layers.ts'
import { LINE_HEIGHT, sizeOf, textWidth } from './sizes.ts'
import type { Size } from './sizes.ts'

/** Between layers there is room for a gate; labels of transitions get theirs on top of it. */
const LAYER_GAP = 88
const MAX_LABEL = 112
const ROW_GAP = 44
const PART_GAP = 80
const TOOL_GAP = 16
const TOOLS_PER_ROW = 3
const GRID = 4
/**
 * Beyond these the quick layout is used. Dagre takes seconds to minutes for what lies there: its work grows with the
 * number of layers that ways skip, and every way more than a tree has may skip many.
 */
const MOST_STEPS = 250
const MOST_EXTRA_WAYS = 60
/** Room for labels between the layers of the quick layout, which does not measure them. */
const QUICK_LAYER_GAP = LAYER_GAP + 64

/** A step with the tools under it, as one box. */
interface Block {
  readonly step: number
  readonly size: Size
  readonly tools: readonly number[]
}

/**
 * Top left corners of all steps, by id, on a grid of 4. Deterministic; no two steps overlap. The record has no
 * prototype, because ids are text that people chose. Cost: at most about a second, whatever the workflow.
 */
export function layoutWorkflow(workflow: Workflow): Readonly<Record<string, Point>> {
  const graph = indexWorkflow(workflow)
  const positions = Object.create(null) as Record<string, Point>
  const blocks = blocksOf(graph)
  let top = 0
  for (const part of partsOf(graph, blocks)) {
    const placed = part.length === 1 ? alone(part) : layered(graph, part)
    let bottom = top
    for (const [block, [x, y]] of placed) {
      putBlock(graph, positions, block, [x, y + top])
      bottom = Math.max(bottom, y + top + block.size.height)
    }
    top = Math.ceil((bottom + PART_GAP) / GRID) * GRID
  }
  return positions
}

function blocksOf(graph: Index): ReadonlyMap<number, Block> {
  const connected = new Set(graph.workflow.transitions.flatMap(({ from, to }) => [from, to]))
  const toolsOf = new Map<number, number[]>()
  const isTool = graph.steps.map((step, v) => {
    const agent = step.parent === undefined ? undefined : graph.indexOf.get(step.parent)
    if (agent === undefined || agent === v || connected.has(step.id)) return false
    toolsOf.set(agent, [...(toolsOf.get(agent) ?? []), v])
    return true
  })
  // A tool that has tools itself stands beside its own: one level of hanging is enough to read.
  const blocks = new Map<number, Block>()
  graph.steps.forEach((_, v) => {
    if (isTool[v]) return
    const tools = hangingFrom(v, toolsOf)
    blocks.set(v, { step: v, tools, size: blockSize(graph, v, tools) })
  })
  return blocks
}

function hangingFrom(v: number, toolsOf: ReadonlyMap<number, readonly number[]>): number[] {
  const found: number[] = []
  const todo = [...(toolsOf.get(v) ?? [])]
  for (let tool = todo.shift(); tool !== undefined; tool = todo.shift()) {
    found.push(tool)
    todo.push(...(toolsOf.get(tool) ?? []))
  }
  return found
}

function blockSize(graph: Index, v: number, tools: readonly number[]): Size {
  const own = sizeOf(graph.steps[v]!)
  if (tools.length === 0) return own
  const tool = sizeOf(graph.steps[tools[0]!]!)
  const columns = Math.min(TOOLS_PER_ROW, tools.length)
  const rows = Math.ceil(tools.length / TOOLS_PER_ROW)
  return {
    width: Math.max(own.width, columns * tool.width + (columns - 1) * TOOL_GAP),
    height: own.height + ROW_GAP + rows * tool.height + (rows - 1) * TOOL_GAP,
  }
}

function putBlock(graph: Index, positions: Record<string, Point>, block: Block, [x, y]: Point): void {
  const own = sizeOf(graph.steps[block.step]!)
  positions[graph.steps[block.step]!.id] = onGrid(x + (block.size.width - own.width) / 2, y)
  block.tools.forEach((tool, i) => {
    const { width, height } = sizeOf(graph.steps[tool]!)
    const column = i % TOOLS_PER_ROW
    const row = Math.floor(i / TOOLS_PER_ROW)
    const across = x + column * (width + TOOL_GAP)
    positions[graph.steps[tool]!.id] = onGrid(across, y + own.height + ROW_GAP + row * (height + TOOL_GAP))
  })
}

// The unconnected parts, each in the order in which a run meets its steps; parts with a start first.
function partsOf(graph: Index, blocks: ReadonlyMap<number, Block>): readonly (readonly Block[])[] {
  const around = graph.steps.map((): number[] => [])
  const link = (a: number, b: number): void => {
    around[a]!.push(b)
    around[b]!.push(a)
  }
  for (const { from, to } of graph.workflow.transitions) {
    const [a, b] = [graph.indexOf.get(from), graph.indexOf.get(to)]
    if (a !== undefined && b !== undefined) link(a, b)
  }
  const seen = new Set<number>()
  const first = [...graph.starts, ...graph.steps.keys()]
  return first.flatMap((v) => {
    if (seen.has(v) || !blocks.has(v)) return []
    seen.add(v)
    const part = [v]
    for (let i = 0; i < part.length; i++) {
      for (const w of around[part[i]!]!) {
        if (seen.has(w)) continue
        seen.add(w)
        part.push(w)
      }
    }
    return [part.flatMap((w) => blocks.get(w) ?? [])]
  })
}

function alone([block]: readonly Block[]): readonly (readonly [Block, Point])[] {
  return block ? [[block, [0, 0]]] : []
}

function layered(graph: Index, part: readonly Block[]): readonly (readonly [Block, Point])[] {
  const ways = waysWithin(graph, part)
  const quick = part.length > MOST_STEPS || ways.length - part.length > MOST_EXTRA_WAYS
  return quick ? quicklyLayered(part, ways) : carefullyLayered(part, ways)
}

interface Way {
  readonly transition: Transition
  /** Positions in the part. */
  readonly from: number
  readonly to: number
}

function waysWithin(graph: Index, part: readonly Block[]): readonly Way[] {
  const places = new Map(part.map(({ step }, i) => [graph.steps[step]!.id, i]))
  return graph.workflow.transitions.flatMap((transition) => {
    const [from, to] = [places.get(transition.from), places.get(transition.to)]
    return from === undefined || to === undefined || from === to ? [] : [{ transition, from, to }]
  })
}

function quicklyLayered(part: readonly Block[], ways: readonly Way[]): readonly (readonly [Block, Point])[] {
  const spots = quickLayers({
    sizes: part.map(({ size }) => size),
    ways: ways.map(({ from, to }) => [from, to] as const),
    layerGap: QUICK_LAYER_GAP,
    rowGap: ROW_GAP,
  })
  return fromTheCorner(part.map((block, i) => [block, spots[i]!] as const))
}

function carefullyLayered(
  part: readonly Block[],
  ways: readonly Way[],
): readonly (readonly [Block, Point])[] {
  const drawing = new Graph({ multigraph: false })
  drawing.setGraph({ rankdir: 'LR', ranksep: LAYER_GAP, nodesep: ROW_GAP })
  drawing.setDefaultEdgeLabel(() => ({}))
  part.forEach(({ size }, i) => drawing.setNode(String(i), { width: size.width, height: size.height }))
  for (const { transition, from, to } of ways) {
    const width = labelRoom(transition)
    drawing.setEdge(
      String(from),
      String(to),
      width === 0 ? {} : { width, height: LINE_HEIGHT, labelpos: 'c' },
    )
  }
  layout(drawing)
  return fromTheCorner(
    part.map((block, i) => {
      const { x = 0, y = 0 } = drawing.node(String(i))
      return [block, [x - block.size.width / 2, y - block.size.height / 2]] as const
    }),
  )
}

function fromTheCorner(placed: readonly (readonly [Block, Point])[]): readonly (readonly [Block, Point])[] {
  const left = placed.reduce((least, [, [x]]) => Math.min(least, x), Infinity)
  const top = placed.reduce((least, [, [, y]]) => Math.min(least, y), Infinity)
  return placed.map(([block, [x, y]]) => [block, [x - left, y - top]])
}

function labelRoom({ label, condition, probability }: Transition): number {
  const text = label || condition || ''
  const odds = probability === undefined || probability === 1 ? '' : '99 %'
  return Math.min(MAX_LABEL, Math.max(textWidth(text), textWidth(odds)))
}

function onGrid(x: number, y: number): Point {
  return [Math.round(x / GRID) * GRID, Math.round(y / GRID) * GRID]
}

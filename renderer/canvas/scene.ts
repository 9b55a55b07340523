// Turns a workflow, its analysis and the places of its steps into the drawing. Pure: the same input, the same drawing.
import type { Analysis } from '../../shared/model/analysis.ts'
import type { Step } from '../../shared/model/step.ts'
import { ABNORMAL_KINDS } from '../../shared/model/scales.ts'
import type { Transition } from '../../shared/model/transition.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { outlineRows } from '../panels/outline/flow-order.ts'
import { words } from '../words/en.ts'
import { middleOf, placeBeside, spotsOn, square } from './labels.ts'
import type { Placing } from './placing.ts'
import { bottom, boundsOf, center, createGrid, grown, overlaps, right, segmentRect } from './rects.ts'
import type { RouteEnd } from './route.ts'
import type { Rect, Spot } from './rects.ts'
import { addLine, pathData, routeBetween } from './route.ts'
import { gatesByPlace } from './scene-gates.ts'
import { doorGates, exitGates, gatesAt, gatesOn, standOut } from './scene-place-gates.ts'
import { reusingList } from './same.ts'
import { consequenceOf, detailOf, spokenStep, uncertaintyOf } from './scene-steps.ts'
import { createWayMemory } from './way-memory.ts'
import type { WayMemory } from './way-memory.ts'
import type { Scene, SceneEdge, SceneStep } from './scene-types.ts'
import { LINE_HEIGHT, shapeOf, sizeOf, textWidth } from '../../shared/report/sizes.ts'

export interface SceneInput {
  readonly workflow: Workflow
  readonly analysis: Analysis | null
  /** Top left corner of every step. */
  readonly positions: ReadonlyMap<string, Spot>
}

/** Labels longer than this are cut, with the whole text in the tooltip. */
const MAX_LABEL = 132

/** A function that draws one revision after another, keeping the entries of the last drawing that say the same. */
export function createSceneBuilder(): (input: SceneInput) => Scene {
  const memory = createWayMemory()
  let last: Scene | null = null
  return (input) => {
    const scene = buildScene(input, memory)
    last = {
      steps: reusingList(scene.steps, last?.steps),
      edges: reusingList(scene.edges, last?.edges),
      bounds: scene.bounds,
    }
    return last
  }
}

/**
 * The drawing of a workflow: about 200 ms for 1,000 steps, 20 ms where `memory` holds the ways of the drawing before.
 */
export function buildScene(input: SceneInput, memory: WayMemory = createWayMemory()): Scene {
  const placing: Placing = {
    obstacles: createGrid(),
    lines: createGrid(),
    taken: createGrid(),
    gates: gatesByPlace(input.workflow, input.analysis),
    ends: new Map(),
    fansOut: repeated(input.workflow.transitions.map(({ from }) => from)),
    fansIn: repeated(input.workflow.transitions.map(({ to }) => to)),
  }
  const findings = findingsByStep(input.analysis)
  const parties = new Map(input.workflow.parties.map((party) => [party.id, party.name]))
  for (const step of input.workflow.steps) placeStep(step, input, placing)
  const position = new Map(outlineRows(input.workflow).map(({ step }, index) => [step.id, index + 1]))
  const steps = input.workflow.steps.map((step) =>
    sceneStep(step, position.get(step.id)!, {
      input,
      placing,
      findings,
      party: parties.get(step.party ?? ''),
    }),
  )
  const edges = [...sceneEdges(input, placing, memory), ...toolEdges(input.workflow.steps, placing)]
  return { steps, edges, bounds: boundsOf(steps.map((step) => step.rect)) }
}

function placeStep(step: Step, { positions }: SceneInput, placing: Placing): void {
  const at = positions.get(step.id) ?? { x: 0, y: 0 }
  const rect: Rect = { ...at, ...sizeOf(step) }
  const door = standOut(gatesAt(step, 'before', placing).length)
  const exit = standOut(gatesAt(step, 'start', placing).length)
  placing.ends.set(step.id, {
    id: step.id,
    rect,
    door,
    exit,
    fansOut: placing.fansOut.has(step.id),
    fansIn: placing.fansIn.has(step.id),
  })
  placing.obstacles.add(grown(rect, 5), step.id)
  placing.taken.add(grown(rect, 2), step.id)
}

interface StepContext {
  readonly input: SceneInput
  readonly placing: Placing
  readonly findings: ReadonlyMap<string, { readonly count: number; readonly errors: boolean }>
  readonly party: string | undefined
}

function sceneStep(step: Step, position: number, context: StepContext): SceneStep {
  const { input, placing, findings, party } = context
  const { rect } = placing.ends.get(step.id)!
  const loose = [...gatesAt(step, 'start', placing), ...gatesAt(step, 'before', placing)]
  const found = findings.get(step.id)
  return {
    id: step.id,
    shape: shapeOf(step),
    kind: step.kind,
    name: step.name,
    rect,
    detail: detailOf(step, input.analysis?.steps[step.id], party),
    consequence: consequenceOf(step),
    uncertainty: uncertaintyOf(step),
    doubt: step.uncertainty?.label === undefined ? '' : words.scales.labels[step.uncertainty.label],
    irreversible: step.consequence?.reversibility === 3,
    external: step.consequence?.external === true,
    security: step.consequence?.security === true,
    gates: [...doorGates(step, rect, placing), ...exitGates(step, rect, placing)],
    caption: captionOf(step, rect, placing),
    findings: found?.count ?? 0,
    errors: found?.errors ?? false,
    spoken: spokenStep({
      step,
      position,
      count: input.workflow.steps.length,
      gates: loose,
      findings: found?.count ?? 0,
    }),
  }
}

/** The name of a decision or a bar: over it, under it, and cut short where there is no room for all of it. */
function captionOf(step: Step, rect: Rect, placing: Placing): Rect | null {
  const shape = shapeOf(step)
  if ((shape !== 'diamond' && shape !== 'bar') || step.name === '') return null
  const full = Math.min(160, Math.ceil(textWidth(step.name)) + 6)
  for (const width of new Set([full, Math.min(full, 100), Math.min(full, 64)])) {
    const free = captionPlaces(rect, width).find(
      (place) => !placing.taken.some(place, (owner) => owner !== step.id),
    )
    if (!free) continue
    placing.taken.add(free, `caption:${step.id}`)
    return free
  }
  return null
}

function captionPlaces(rect: Rect, width: number): readonly Rect[] {
  // Not beyond the right corner, where the ways part; to the left of it all where a neighbour is near.
  const xs = [Math.min(center(rect).x - width / 2, right(rect) + 8 - width), rect.x + rect.width / 2 - width]
  const ys = [rect.y - LINE_HEIGHT - 4, bottom(rect) + 4]
  return xs.flatMap((x) => ys.map((y) => ({ x, y, width, height: LINE_HEIGHT })))
}

interface Said {
  readonly transition: Transition
  readonly label: readonly [string, string]
  readonly spoken: string
}

function sceneEdges(input: SceneInput, placing: Placing, memory: WayMemory): readonly SceneEdge[] {
  const names = new Map(input.workflow.steps.map((step) => [step.id, step.name]))
  const said = input.workflow.transitions.map((transition) => {
    const label = labelOf(transition, input.analysis)
    const [from, to] = [names.get(transition.from) ?? '', names.get(transition.to) ?? '']
    return { transition, label, spoken: words.canvas.transition(from, to, joined(label)) }
  })
  return memory.edges({ ends: placing.ends, gates: placing.gates, said }, () => {
    const ways = findWays(input.workflow.transitions, placing, memory)
    for (const way of ways.values()) placing.taken.add(numberRoom(way), 'number')
    // Gates first, then labels: a label finds another place more easily than a gate does.
    const gated = said.map((edge) => {
      const way = ways.get(edge.transition.id)!
      return { ...edge, way, gates: gatesOn(edge.transition, way, placing) }
    })
    return gated.map((edge) => sceneEdge(edge, edge.way, edge.gates, placing))
  })
}

function sceneEdge(
  { transition, label, spoken }: Said,
  way: readonly Spot[],
  gates: SceneEdge['gates'],
  placing: Placing,
): SceneEdge {
  const { id, from, to, kind } = transition
  const { label: shown, labelAt } = labelled(id, label, way, placing)
  return {
    id,
    from,
    to,
    kind,
    way,
    path: pathData(way),
    label: shown,
    labelAt,
    fullLabel: joined(label),
    middle: insertSpot(way, gates),
    gates,
    spoken,
  }
}

/** Where the number of a walk would stand: 13 pixels from the start of a line, a disc of 15. */
function numberRoom(way: readonly Spot[]): Rect {
  const [a, b] = [way[0]!, way[1]!]
  const spot = { x: a.x + 13 * Math.sign(b.x - a.x), y: a.y + 13 * Math.sign(b.y - a.y) }
  return square(spot, 16)
}

/** Where a step would be inserted: in the middle, or wherever on the way no gate stands. */
function insertSpot(way: readonly Spot[], gates: SceneEdge['gates']): Spot {
  if (gates.length === 0) return middleOf(way)
  const free = spotsOn(way, 24).find((spot) => gates.every(({ rect }) => !overlaps(rect, square(spot, 28))))
  return free ?? middleOf(way)
}

function joined(label: readonly string[]): string {
  return label.filter((part) => part !== '').join(' · ')
}

function findWays(
  transitions: readonly Transition[],
  placing: Placing,
  memory: WayMemory,
): ReadonlyMap<string, readonly Spot[]> {
  memory.start(placing.ends)
  const ways = new Map<string, readonly Spot[]>()
  const open: Transition[] = []
  for (const transition of transitions) {
    const way = memory.keptWay(transition)
    if (!way) open.push(transition)
    else {
      ways.set(transition.id, way)
      addLine(way, transition, placing)
    }
  }
  for (const transition of inRoutingOrder(open, placing)) {
    const way = routeBetween(placing.ends.get(transition.from)!, placing.ends.get(transition.to)!, placing)
    ways.set(transition.id, way)
    addLine(way, transition, placing)
    memory.keep(transition, way)
  }
  return ways
}

// Short ways first: they have the least choice.
function inRoutingOrder(transitions: readonly Transition[], { ends }: Placing): readonly Transition[] {
  const length = ({ from, to }: Transition): number => {
    const [a, b] = [center(ends.get(from)!.rect), center(ends.get(to)!.rect)]
    return Math.abs(a.x - b.x) + Math.abs(a.y - b.y) + (a.x > b.x ? 1e6 : 0)
  }
  return transitions
    .map((transition) => ({ transition, length: length(transition) }))
    .toSorted((a, b) => a.length - b.length)
    .map(({ transition }) => transition)
}

function repeated(ids: readonly string[]): ReadonlySet<string> {
  const [once, more] = [new Set<string>(), new Set<string>()]
  for (const id of ids) (once.has(id) ? more : once).add(id)
  return more
}

/** When it is taken, and its odds: `amount > 100` and `15 %`. Either may be empty. */
export function labelOf(transition: Transition, analysis: Analysis | null): readonly [string, string] {
  const figures = analysis?.transitions[transition.id]
  const probability = transition.probability ?? (figures?.assumed === false ? figures.probability : undefined)
  const kind = ABNORMAL_KINDS.has(transition.kind)
    ? words.scales.transitionKinds[transition.kind].toLowerCase()
    : ''
  const odds = probability === undefined || probability === 1 ? '' : words.common.percent(probability)
  return [transition.label || transition.condition || kind, odds]
}

interface Labelled {
  readonly label: readonly string[]
  readonly labelAt: Rect | null
}

// On one line where there is room, on two where there is not, and cut short only when nothing else is left.
function labelled(
  id: string,
  [text, odds]: readonly [string, string],
  way: readonly Spot[],
  placing: Placing,
): Labelled {
  for (const label of wordings(text, odds)) {
    const width = Math.ceil(Math.max(...label.map((line) => textWidth(line)))) + 6
    const labelAt = placeBeside(way, { width, height: label.length * LINE_HEIGHT }, { ...placing, own: id })
    if (!labelAt) continue
    placing.taken.add(labelAt, id)
    return { label, labelAt }
  }
  return { label: [], labelAt: null }
}

function wordings(text: string, odds: string): readonly (readonly string[])[] {
  if (text === '' && odds === '') return []
  if (text === '' || odds === '')
    return [[cut(text + odds, MAX_LABEL)], [cut(text + odds, 80)], [cut(text + odds, 44)]]
  return [
    [cut(`${text} · ${odds}`, MAX_LABEL)],
    [cut(text, MAX_LABEL), odds],
    [cut(text, 80), odds],
    [cut(text, 44), odds],
    [odds],
  ].filter(([first]) => first !== '')
}

function cut(text: string, width: number): string {
  if (textWidth(text) <= width) return text
  let end = text.length
  while (end > 1 && textWidth(`${text.slice(0, end)}…`) > width) end--
  return `${text.slice(0, end).trimEnd()}…`
}

function toolEdges(steps: readonly Step[], placing: Placing): readonly SceneEdge[] {
  const { ends } = placing
  return steps.flatMap((step) => {
    const from = ends.get(step.parent ?? '')
    const to = ends.get(step.id)
    if (!from || !to) return []
    const way = toolWay(from, to, placing)
    return [
      {
        id: `tool:${step.id}`,
        from: from.id,
        to: to.id,
        kind: 'tool' as const,
        way,
        path: pathData(way),
        label: [],
        fullLabel: '',
        labelAt: null,
        middle: middleOf(way),
        gates: [],
        spoken: '',
      },
    ]
  })
}

const RAIL = 12

/** Straight down where nothing stands in between; else along a rail beside the tools that stand above this one. */
function toolWay(agent: RouteEnd, tool: RouteEnd, { obstacles }: Placing): readonly Spot[] {
  const start = { x: center(agent.rect).x, y: bottom(agent.rect) }
  const end = { x: center(tool.rect).x, y: tool.rect.y }
  const blocked = obstacles.some(
    segmentRect({ x: end.x, y: start.y + 8 }, end),
    (owner) => owner !== agent.id && owner !== tool.id,
  )
  if (blocked) return alongRail(agent.rect, tool.rect)
  if (Math.abs(start.x - end.x) < RAIL) return [{ x: end.x, y: start.y }, end]
  const y = Math.min((start.y + end.y) / 2, start.y + 2 * RAIL)
  return [start, { x: start.x, y }, { x: end.x, y }, end]
}

function alongRail(agent: Rect, tool: Rect): readonly Spot[] {
  const x = right(tool) + RAIL
  const y = center(tool).y
  const out = Math.min(x, right(agent) - RAIL)
  const top = bottom(agent) + RAIL
  const down = [
    { x: out, y: bottom(agent) },
    { x: out, y: top },
    { x, y: top },
    { x, y },
    { x: right(tool), y },
  ]
  return out === x ? [down[0]!, down[3]!, down[4]!] : down
}

function findingsByStep(analysis: Analysis | null): StepContext['findings'] {
  const found = new Map<string, { count: number; errors: boolean }>()
  for (const finding of analysis?.findings ?? []) {
    if (!('step' in finding.place)) continue
    const entry = found.get(finding.place.step) ?? { count: 0, errors: false }
    found.set(finding.place.step, {
      count: entry.count + 1,
      errors: entry.errors || finding.severity === 'error',
    })
  }
  return found
}

// The drawing as plain data: where every step, way and gate stands, and what it says. `svg.ts` puts it into marks.
import type { Analysis } from '../model/analysis.ts'
import { placeKey } from '../model/handoff.ts'
import type { Handoff, Place } from '../model/handoff.ts'
import type { HandoffKind, Strength } from '../model/scales.ts'
import { profileOf } from '../model/profile.ts'
import type { Step } from '../model/step.ts'
import type { Transition } from '../model/transition.ts'
import type { Note, Point, Workflow } from '../model/workflow.ts'
import { layoutWorkflow } from './layout.ts'
import { GATE_GAP, GATE_SIZE, LINE_HEIGHT, shapeOf, sizeOf, textWidth } from './sizes.ts'
import type { Size } from './sizes.ts'
import { alongWay, middleStretch, wayBetween } from './ways.ts'
import type { Box } from './ways.ts'

export interface DrawnGate {
  readonly look: 'gate' | 'ghost'
  readonly kind: HandoffKind
  readonly strength: Strength
  readonly box: Box
  readonly lines: readonly string[]
  /** Where the lines stand, each in the middle of its width. */
  readonly caption: Box
}

export interface DrawnStep {
  readonly step: Step
  readonly box: Box
}

export interface DrawnWay {
  /** Absent for the line from an agent to its tool. */
  readonly transition?: Transition
  readonly corners: readonly Point[]
  readonly label: string
  readonly labelAt: Box | undefined
}

export interface Drawing {
  readonly steps: readonly DrawnStep[]
  readonly ways: readonly DrawnWay[]
  readonly gates: readonly DrawnGate[]
  readonly notes: readonly Note[]
  readonly bounds: Box
}

type PlacedGate = Omit<DrawnGate, 'caption'>

interface LooseGate extends Omit<PlacedGate, 'box'> {
  readonly at: Place
}

const MARGIN = 32
const LABEL_WIDTH = 150
const NOTE_SIZE: Point = [200, 80]

/**
 * Where the document places its steps, or where the layout would. With an analysis its open suggestions are drawn as
 * ghosts. Cost: about a second at 1,000 steps.
 */
export function drawingOf(workflow: Workflow, analysis?: Analysis): Drawing {
  const steps = placedSteps(workflow)
  const boxes = new Map(steps.map(({ step, box }) => [step.id, box]))
  const loose = looseGates(workflow, analysis)
  const lines = waysOf(workflow, boxes, loose)
  const placed = [
    ...steps.flatMap(({ step, box }) => gatesAtStep(step, box, loose)),
    ...lines.flatMap(({ transition, corners }) =>
      transition ? gatesOnWay(loose.get(placeKey({ on: transition.id })) ?? [], corners) : [],
    ),
  ]
  const taken = [...boxes.values(), ...captionsOf(steps), ...placed.map(({ box }) => box)]
  const gates = placed.map((gate) => ({ ...gate, caption: free(captionSpots(gate), taken) }))
  const ways = lines.map((line) => labelled(line, taken))
  const { notes } = workflow.layout
  return { steps, ways, gates, notes, bounds: boundsOf([...taken, ...notes.map(noteBox)], ways) }
}

/** The box of a note. */
export function noteBox({ at: [x, y], size = NOTE_SIZE }: Pick<Note, 'at' | 'size'>): Box {
  return { x, y, width: size[0], height: size[1] }
}

function placedSteps(workflow: Workflow): readonly DrawnStep[] {
  const placed = workflow.layout.steps
  const missing = workflow.steps.some(({ id }) => !Object.hasOwn(placed, id))
  const laid = missing ? layoutWorkflow(workflow) : placed
  return workflow.steps.map((step) => {
    const [x, y] = (Object.hasOwn(placed, step.id) ? placed[step.id] : laid[step.id]) ?? [0, 0]
    return { step, box: { x, y, ...sizeOf(step) } }
  })
}

function looseGates(
  workflow: Workflow,
  analysis: Analysis | undefined,
): ReadonlyMap<string, readonly LooseGate[]> {
  const names = new Map(workflow.parties.map(({ id, name, minutes }) => [id, { name, minutes }]))
  const { minutes: usual } = profileOf(workflow.profile)
  const own = workflow.handoffs.map((handoff): LooseGate => {
    const party = names.get(handoff.assignee?.role ?? '')
    const minutes = party?.minutes?.[handoff.strength] ?? usual[handoff.strength]
    const detail = [whoIs(handoff, party?.name), minutes > 0 ? `${minutes} min` : ''].filter(
      (part) => part !== '',
    )
    return {
      ...handoff,
      look: 'gate',
      lines: [gateWord(handoff), detail.join(' · ')].filter((line) => line !== ''),
    }
  })
  const ghosts = (analysis?.placement.handoffs ?? []).map((placed): LooseGate => ({
    ...placed,
    look: 'ghost',
    lines: [
      `+ ${gateWord(placed)}`,
      ...(placed.minutes > 0 ? [`${placed.minutes.toFixed(1)} min a run`] : []),
    ],
  }))
  const found = new Map<string, LooseGate[]>()
  for (const gate of [...own, ...ghosts])
    found.set(placeKey(gate.at), [...(found.get(placeKey(gate.at)) ?? []), gate])
  return found
}

function whoIs({ assignee }: Handoff, party: string | undefined): string {
  return party ?? assignee?.role ?? assignee?.users?.join(', ') ?? ''
}

function gateWord({ kind, strength }: Pick<Handoff, 'kind' | 'strength'>): string {
  return kind === 'approval' ? strength : kind
}

// Gates before a step stand at its door, those of a start behind it, where the run leaves.
function gatesAtStep(
  { id }: Step,
  box: Box,
  loose: ReadonlyMap<string, readonly LooseGate[]>,
): readonly PlacedGate[] {
  const y = box.y + box.height / 2 - GATE_SIZE / 2
  const pitch = GATE_SIZE + GATE_GAP
  const at = (x: number) => ({ x, y, width: GATE_SIZE, height: GATE_SIZE })
  const before = loose.get(placeKey({ before: id })) ?? []
  const behind = loose.get(placeKey({ start: id })) ?? []
  return [
    ...before.map((gate, i) => ({ ...gate, box: at(box.x - pitch * (before.length - i)) })),
    ...behind.map((gate, i) => ({ ...gate, box: at(box.x + box.width + GATE_GAP + pitch * i) })),
  ]
}

function gatesOnWay(gates: readonly LooseGate[], corners: readonly Point[]): readonly PlacedGate[] {
  const [from, to] = middleStretch(corners)
  return gates.map((gate, i) => {
    const part = (i + 1) / (gates.length + 1)
    const [x, y] = [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part]
    return {
      ...gate,
      box: { x: x - GATE_SIZE / 2, y: y - GATE_SIZE / 2, width: GATE_SIZE, height: GATE_SIZE },
    }
  })
}

type Line = Pick<DrawnWay, 'transition' | 'corners'>

function waysOf(
  workflow: Workflow,
  boxes: ReadonlyMap<string, Box>,
  loose: ReadonlyMap<string, readonly LooseGate[]>,
): readonly Line[] {
  const obstacles = [...boxes.values()]
  const room = (place: Place): number => (loose.get(placeKey(place))?.length ?? 0) * (GATE_SIZE + GATE_GAP)
  const walked = new Set<string>()
  const lines = workflow.transitions.flatMap((transition, index): Line[] => {
    const [from, to] = [boxes.get(transition.from), boxes.get(transition.to)]
    if (!from || !to) return []
    walked.add(transition.from).add(transition.to)
    const ends = { exit: room({ start: transition.from }), door: room({ before: transition.to }) }
    return [{ transition, corners: wayBetween(from, to, { ...ends, lane: index % 5, obstacles }) }]
  })
  const tools = workflow.steps.flatMap(({ id, parent }): Line[] => {
    const [agent, tool] = [boxes.get(parent ?? ''), boxes.get(id)]
    if (!agent || !tool || walked.has(id)) return []
    return [{ corners: [bottomOf(agent), [tool.x + tool.width / 2, tool.y]] }]
  })
  return [...lines, ...tools]
}

function bottomOf({ x, y, width, height }: Box): Point {
  return [x + width / 2, y + height]
}

// Under the gate or over it; where that would touch a step, moved to the side that is free.
function captionSpots({ box, lines }: PlacedGate): readonly Box[] {
  const width = Math.max(0, ...lines.map((line) => textWidth(line)))
  const height = lines.length * LINE_HEIGHT
  const right = box.x + box.width
  const columns = [box.x + box.width / 2 - width / 2, right - width, box.x]
  const under = box.y + box.height + 4
  const over = box.y - height - 4
  const rows = [under, over, under + height, over - height, under + 2 * height]
  return rows.flatMap((y) => columns.map((x) => ({ x, y, width, height })))
}

function labelled({ transition, corners }: Line, taken: Box[]): DrawnWay {
  const label = transition ? labelOf(transition) : ''
  const line = { ...(transition ? { transition } : {}), corners, label }
  if (label === '') return { ...line, labelAt: undefined }
  const size = { width: Math.min(LABEL_WIDTH, textWidth(label)), height: LINE_HEIGHT }
  return { ...line, labelAt: free(labelSpots(corners, size), taken) }
}

// From the middle outwards: beside a stretch that runs down, over or under one that runs across; close to it first.
function labelSpots(corners: readonly Point[], { width, height }: Size): readonly Box[] {
  const points = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9].map((part) => ({
    at: alongWay(corners, part),
    runsDown: Math.abs(alongWay(corners, part + 0.01)[0] - alongWay(corners, part)[0]) < 1e-6,
  }))
  return [0, 1, 2].flatMap((away) =>
    points.flatMap(({ at: [x, y], runsDown }) => {
      if (runsDown)
        return [x + 6, x - 6 - width].map((left) => ({ x: left, y: y - height / 2, width, height }))
      const rows = [y - 3 - height * (1 + away), y + 4 + height * away]
      return rows.flatMap((top) =>
        [x - width / 2, x - width, x].map((left) => ({ x: left, y: top, width, height })),
      )
    }),
  )
}

// Where everything is taken, the first spot has to do.
function free(spots: readonly Box[], taken: Box[]): Box {
  const found = spots.find((spot) => !taken.some((box) => overlap(spot, box))) ?? spots[0]!
  taken.push(found)
  return found
}

function labelOf({ label = '', condition = '', probability, kind }: Transition): string {
  const words = label !== '' ? label : condition !== '' ? condition : kind === 'normal' ? '' : kind
  const odds =
    probability === undefined || probability === 1 ? '' : `${Number((probability * 100).toFixed(1))} %`
  return [words, odds].filter((part) => part !== '').join(' · ')
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

// The names of diamonds and bars stand over them.
function captionsOf(steps: readonly DrawnStep[]): readonly Box[] {
  return steps.flatMap(({ step, box }) => {
    if (shapeOf(step) !== 'diamond' && shapeOf(step) !== 'bar') return []
    const width = Math.min(140, textWidth(step.name))
    const lines = textWidth(step.name) > 140 ? 2 : 1
    const height = lines * LINE_HEIGHT + 4
    return [{ x: box.x + box.width / 2 - width / 2, y: box.y - height, width, height }]
  })
}

function boundsOf(boxes: readonly Box[], ways: readonly DrawnWay[]): Box {
  const all = [
    ...boxes,
    ...ways.flatMap(({ corners }) => corners.map(([x, y]) => ({ x, y, width: 0, height: 0 }))),
  ]
  if (all.length === 0) return { x: 0, y: 0, width: 2 * MARGIN, height: 2 * MARGIN }
  // Not Math.min(...all): a spread of a hundred thousand numbers overflows the stack.
  const least = (of: (box: Box) => number): number =>
    all.reduce((low, box) => Math.min(low, of(box)), Infinity)
  const x = least((box) => box.x) - MARGIN
  const y = least((box) => box.y) - MARGIN
  const right = -least((box) => -(box.x + box.width)) + MARGIN
  const bottom = -least((box) => -(box.y + box.height)) + MARGIN
  return { x, y, width: right - x, height: bottom - y }
}

// The transitions of a drawing: their ways, the gates on them, and their labels.
import type { Transition } from '../../model/transition.ts'
import { middleOf, spotsOn, square } from './labels.ts'
import type { Placing } from './placing.ts'
import { center, overlaps } from './rects.ts'
import type { Rect, Spot } from './rects.ts'
import { addLine, pathData, routeBetween } from './route.ts'
import { labelled, labelOf } from './label-words.ts'
import { gatesOn } from './place-gates.ts'
import type { SceneEdge, SceneInput } from './types.ts'

/** What a transition says, before it has a way. */
export interface Said {
  readonly transition: Transition
  readonly label: readonly [string, string]
  readonly spoken: string
}

/** What every transition says; the very same objects as in the drawing before where they say the same. */
export function saidOf(input: SceneInput, last?: SaidBefore): readonly Said[] {
  const names = namesOf(input)
  const before = last && { names: namesOf(last.input), said: new Map(last.said.map(asEntry)) }
  return input.workflow.transitions.map((transition) => {
    const [from, to] = [names.get(transition.from) ?? '', names.get(transition.to) ?? '']
    const was = before?.said.get(transition.id)
    const sameEnds = before?.names.get(transition.from) === from && before.names.get(transition.to) === to
    if (was?.transition === transition && sameEnds && sameOdds(transition.id, last!.input, input)) return was
    const label = labelOf(transition, input)
    return { transition, label, spoken: input.words.transition(from, to, joined(label)) }
  })
}

interface SaidBefore {
  readonly input: SceneInput
  readonly said: readonly Said[]
}

function namesOf({ workflow }: SceneInput): ReadonlyMap<string, string> {
  return new Map(workflow.steps.map((step) => [step.id, step.name]))
}

function asEntry(said: Said): readonly [string, Said] {
  return [said.transition.id, said]
}

function sameOdds(id: string, a: SceneInput, b: SceneInput): boolean {
  const [was, now] = [a.analysis?.transitions[id], b.analysis?.transitions[id]]
  return was === now || (was?.assumed === now?.assumed && was?.probability === now?.probability)
}

/** Draws transitions among what is drawn already; in the order in which they are given. */
export function drawEdges(said: readonly Said[], placing: Placing): readonly SceneEdge[] {
  const ways = findWays(
    said.map(({ transition }) => transition),
    placing,
  )
  for (const [id, way] of ways) placing.taken.add(numberRoom(way), numberOwner(id))
  // Gates first, then labels: a label finds another place more easily than a gate does.
  const gated = said.map((edge) => {
    const way = ways.get(edge.transition.id)!
    return { ...edge, way, gates: gatesOn(edge.transition, way, placing) }
  })
  return gated.map((edge) => sceneEdge(edge, edge.way, edge.gates, placing))
}

/** Takes a transition out of what later ones have to keep clear of. */
export function eraseEdge({ id, gates }: SceneEdge, placing: Placing): void {
  placing.lines.remove(id)
  placing.obstacles.remove(id)
  for (const owner of [id, numberOwner(id), ...gates.map((gate) => gate.id)]) placing.taken.remove(owner)
}

function numberOwner(id: string): string {
  return `number:${id}`
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
): ReadonlyMap<string, readonly Spot[]> {
  const ways = new Map<string, readonly Spot[]>()
  for (const transition of inRoutingOrder(transitions, placing)) {
    const way = routeBetween(placing.ends.get(transition.from)!, placing.ends.get(transition.to)!, placing)
    ways.set(transition.id, way)
    addLine(way, transition, placing)
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

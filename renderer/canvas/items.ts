// What the keyboard can stand on, in one word each, and the walk from one to the next along the transitions.
import { EMPTY_SELECTION } from '../state/view.ts'
import type { Selection } from '../state/view.ts'
import { drawnFor, stepsBehind } from '../state/folding.ts'
import { center } from '../../shared/report/scene/rects.ts'
import type { Scene, SceneEdge, SceneStep } from '../../shared/report/scene/types.ts'

/** `step:`, `edge:`, `gate:`, `ghost:` or `note:` and an id. */
export type Item = string

export type Direction = 'left' | 'right' | 'up' | 'down'

/** What the keyboard stands on: the last thing selected, else the first start. */
export function currentItem(scene: Scene, selection: Selection): Item | null {
  if (selection.suggestion !== null) return `ghost:${selection.suggestion}`
  const handoff = selection.handoffs.at(-1)
  if (handoff !== undefined) return `gate:${handoff}`
  const transition = selection.transitions.at(-1)
  if (transition !== undefined) return `edge:${transition}`
  const note = selection.steps.length === 0 ? selection.notes.at(-1) : undefined
  if (note !== undefined) return `note:${note}`
  const chosen = selection.steps.at(-1)
  const step =
    (chosen === undefined ? undefined : drawnFor(chosen)) ??
    (scene.steps.find(({ kind }) => kind === 'start') ?? scene.steps[0])?.id
  return step === undefined ? null : `step:${step}`
}

/** The selection of exactly one item. */
export function selectionOf(item: Item): Selection {
  const id = item.slice(item.indexOf(':') + 1)
  if (item.startsWith('step:')) return { ...EMPTY_SELECTION, steps: stepsBehind(id) }
  if (item.startsWith('edge:')) return { ...EMPTY_SELECTION, transitions: [id] }
  if (item.startsWith('gate:')) return { ...EMPTY_SELECTION, handoffs: [id] }
  if (item.startsWith('note:')) return { ...EMPTY_SELECTION, notes: [id] }
  return { ...EMPTY_SELECTION, suggestion: id }
}

/** Where an arrow key leads: left and right along the transitions and through the gates, up and down to neighbours. */
export function itemTowards(scene: Scene, item: Item, direction: Direction): Item | null {
  if (item.startsWith('step:')) return fromStep(scene, item.slice(5), direction)
  if (item.startsWith('edge:')) return fromEdge(scene, item.slice(5), direction)
  // Nothing leads on from a note; the walk goes back to where it begins.
  if (item.startsWith('note:')) return currentItem(scene, EMPTY_SELECTION)
  return fromGate(scene, item, direction)
}

/** The next way out of a step after `item`, around the end; for telling transitions apart by keyboard. */
export function nextWayOut(scene: Scene, item: Item): Item | null {
  const edge = item.startsWith('edge:') ? scene.edges.find(({ id }) => id === item.slice(5)) : undefined
  const from = edge?.from ?? (item.startsWith('step:') ? item.slice(5) : null)
  if (from === null) return null
  const ways = scene.edges.filter((way) => way.from === from && way.kind !== 'tool')
  const next = ways[(edge ? ways.indexOf(edge) + 1 : 0) % Math.max(1, ways.length)]
  return next ? `edge:${next.id}` : null
}

/** The rectangle that shows an item, for bringing it into view. */
export function rectOf(scene: Scene, item: Item) {
  const id = item.slice(5)
  if (item.startsWith('step:')) return scene.steps.find((step) => step.id === id)?.rect ?? null
  if (item.startsWith('edge:')) {
    const middle = scene.edges.find((edge) => edge.id === id)?.middle
    return middle ? { ...middle, width: 1, height: 1 } : null
  }
  return (
    [...scene.steps, ...scene.edges].flatMap(({ gates }) => gates).find((gate) => gate.id === item)?.rect ??
    null
  )
}

function fromStep(scene: Scene, id: string, direction: Direction): Item | null {
  const step = scene.steps.find((each) => each.id === id)
  if (!step) return null
  if (direction === 'up' || direction === 'down') return beside(scene, step, direction)
  if (direction === 'left') return gateBefore(step)?.at(-1) ?? alongIn(scene, step)
  return gateAfter(step)[0] ?? alongOut(scene, step)
}

function fromEdge(scene: Scene, id: string, direction: Direction): Item | null {
  const edge = scene.edges.find((each) => each.id === id)
  if (!edge) return null
  if (direction === 'left') return `step:${edge.from}`
  if (direction === 'right') return into(scene, edge)
  const ways = scene.edges.filter((way) => way.from === edge.from && way.kind !== 'tool')
  const next = ways[ways.indexOf(edge) + (direction === 'down' ? 1 : -1)]
  return next ? `edge:${next.id}` : null
}

function fromGate(scene: Scene, item: Item, direction: Direction): Item | null {
  for (const edge of scene.edges) {
    const at = edge.gates.findIndex(({ id }) => id === item)
    if (at === -1) continue
    if (direction === 'right') return edge.gates[at + 1]?.id ?? into(scene, edge)
    return direction === 'left' ? (edge.gates[at - 1]?.id ?? `step:${edge.from}`) : null
  }
  for (const step of scene.steps) {
    const [before, after] = [gateBefore(step), gateAfter(step)]
    const row = before.includes(item) ? before : after.includes(item) ? after : null
    if (!row) continue
    const next = row[row.indexOf(item) + (direction === 'right' ? 1 : -1)]
    if (direction === 'up' || direction === 'down') return beside(scene, step, direction)
    if (next !== undefined) return next
    const inwards = (direction === 'right') === (row === before)
    return inwards ? `step:${step.id}` : row === before ? alongIn(scene, step) : alongOut(scene, step)
  }
  return null
}

/** Through the gates on a transition and the door of the step behind it. */
function into(scene: Scene, edge: SceneEdge): Item {
  const target = scene.steps.find(({ id }) => id === edge.to)
  return (target && gateBefore(target)[0]) ?? `step:${edge.to}`
}

function alongOut(scene: Scene, step: SceneStep): Item | null {
  const ways = scene.edges.filter(({ from }) => from === step.id)
  const edge = nearest(scene, ways, step, ({ to }) => to)
  return edge ? (edge.gates[0]?.id ?? into(scene, edge)) : null
}

function alongIn(scene: Scene, step: SceneStep): Item | null {
  const ways = scene.edges.filter(({ to }) => to === step.id)
  const edge = nearest(scene, ways, step, ({ from }) => from)
  return edge ? (edge.gates.at(-1)?.id ?? `step:${edge.from}`) : null
}

// The straightest way: to the step at the most similar height. Tools of an agent come after its transitions.
function nearest(
  scene: Scene,
  ways: readonly SceneEdge[],
  step: SceneStep,
  end: (edge: SceneEdge) => string,
): SceneEdge | undefined {
  const heights = new Map(scene.steps.map((each) => [each.id, center(each.rect).y]))
  const here = center(step.rect).y
  const far = (edge: SceneEdge): number =>
    Math.abs((heights.get(end(edge)) ?? here) - here) + (edge.kind === 'tool' ? 1e6 : 0)
  return ways.toSorted((a, b) => far(a) - far(b))[0]
}

function beside(scene: Scene, step: SceneStep, direction: 'up' | 'down'): Item | null {
  const here = center(step.rect)
  const sign = direction === 'down' ? 1 : -1
  let best: SceneStep | undefined
  let bestDistance = Infinity
  for (const other of scene.steps) {
    const there = center(other.rect)
    const dy = (there.y - here.y) * sign
    if (other === step || dy < 8) continue
    const distance = dy + 2 * Math.abs(there.x - here.x)
    if (distance < bestDistance) [best, bestDistance] = [other, distance]
  }
  return best ? `step:${best.id}` : null
}

function gateBefore(step: SceneStep): readonly Item[] {
  return step.gates.filter((gate) => gate.rect.x < step.rect.x).map(({ id }) => id)
}

function gateAfter(step: SceneStep): readonly Item[] {
  return step.gates.filter((gate) => gate.rect.x >= step.rect.x).map(({ id }) => id)
}

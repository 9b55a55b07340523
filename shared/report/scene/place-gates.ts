// Puts the gates of a drawing in their places: at the door of a step, behind a start, or on a transition, each with its
// text where nothing else stands.
import type { Step } from '../../model/step.ts'
import { placeKey } from '../../model/handoff.ts'
import type { Transition } from '../../model/transition.ts'
import { GATE_GAP, GATE_SIZE, LINE_HEIGHT, textWidth } from '../sizes.ts'
import { isFree, spotsOn, square } from './labels.ts'
import type { Surroundings } from './labels.ts'
import type { Placing } from './placing.ts'
import { bottom, center, grown, right } from './rects.ts'
import type { Rect, Spot } from './rects.ts'
import type { LooseGate } from './gates.ts'
import type { Caption, SceneGate } from './types.ts'

type Align = Caption['align']
type Side = 'under' | 'over'

const ALIGNS: readonly Align[] = ['center', 'right', 'left']
const NO_GATES: readonly LooseGate[] = []

/** The gates before a step, from left to right in the order in which a run meets them. */
export function doorGates(step: Step, rect: Rect, placing: Placing): readonly SceneGate[] {
  const gates = gatesAt(step, 'before', placing)
  return gates.map((gate, index) => {
    const x = rect.x - (gates.length - index) * (GATE_SIZE + GATE_GAP)
    const side = comesFromBelow(step.id, placing) ? 'over' : 'under'
    return standing(
      gate,
      { x, y: center(rect).y - GATE_SIZE / 2 },
      { host: step.id, align: 'right', side },
      placing,
    )
  })
}

/** The gates behind a start. */
export function exitGates(step: Step, rect: Rect, placing: Placing): readonly SceneGate[] {
  return gatesAt(step, 'start', placing).map((gate, index) => {
    const x = right(rect) + GATE_GAP + index * (GATE_SIZE + GATE_GAP)
    const at = { x, y: center(rect).y - GATE_SIZE / 2 }
    return standing(gate, at, { host: step.id, align: 'left', side: 'under' }, placing)
  })
}

/** The gates on a transition. */
export function gatesOn(
  transition: Transition,
  way: readonly Spot[],
  placing: Placing,
): readonly SceneGate[] {
  const gates = placing.gates.get(placeKey({ on: transition.id })) ?? NO_GATES
  return gates.map((gate) => {
    const { rect, caption } = roomOn(gate, way, { ...placing, own: transition.id })
    return stood(gate, rect, caption, transition.id, placing)
  })
}

/** The gates of a step before they have a place. */
export function gatesAt(
  step: Step,
  place: 'before' | 'start',
  { gates }: Pick<Placing, 'gates'>,
): readonly LooseGate[] {
  return gates.get(placeKey(place === 'before' ? { before: step.id } : { start: step.id })) ?? NO_GATES
}

/** How far this many gates stand out from a step. */
export function standOut(gates: number): number {
  return gates === 0 ? 0 : gates * (GATE_SIZE + GATE_GAP) + 2
}

// A way that rises to the gate would run through a text under it.
function comesFromBelow(id: string, { sources, ends }: Placing): boolean {
  const height = (step: string): number => center(ends.get(step)!.rect).y
  const from = sources.get(id) ?? []
  return from.length > 0 && from.every((source) => height(source) > height(id))
}

interface Standing {
  readonly host: string
  /** How the text is aligned with the gate, and where it is tried first. */
  readonly align: Align
  readonly side: Side
}

function standing(gate: LooseGate, at: Spot, { host, align, side }: Standing, placing: Placing): SceneGate {
  const rect = { ...at, width: GATE_SIZE, height: GATE_SIZE }
  const all = captionsFor(gate, rect, [align, ...ALIGNS], side)
  const free = all.find((caption) => !placing.taken.some(caption.rect, (owner) => owner !== gate.id))
  return stood(gate, rect, free ?? silent(rect), host, placing)
}

function stood(gate: LooseGate, rect: Rect, caption: Caption, host: string, placing: Placing): SceneGate {
  placing.taken.add(rect, gate.id)
  if (caption.lines.length > 0) placing.taken.add(caption.rect, gate.id)
  placing.obstacles.add(grown(rect, 2), host)
  const { id, look, kind, strength, title } = gate
  const detail = detailOf(gate)
  const spoken = [gate.spoken, detail].filter((part) => part !== '').join(', ')
  return { id, look, kind, strength, title, detail, spoken, rect, caption, host }
}

/** The first place on the way where the gate and its text are both free; else where the gate is. */
function roomOn(
  gate: LooseGate,
  way: readonly Spot[],
  around: Surroundings,
): Pick<SceneGate, 'rect' | 'caption'> {
  const rects = spotsOn(way, GATE_SIZE).map((spot) => square(spot, GATE_SIZE))
  for (const rect of rects) {
    if (!isFree(grown(rect, 2), around)) continue
    const caption = captionsFor(gate, rect, ALIGNS).find((each) => isFree(each.rect, around))
    if (caption) return { rect, caption }
  }
  // Text over a line is better than no text; text over a step is not.
  const rect = rects.find((each) => isFree(each, around)) ?? rects[0]!
  const caption = captionsFor(gate, rect, ALIGNS).find((each) => !around.taken.some(each.rect, () => true))
  return { rect, caption: caption ?? silent(rect) }
}

/** Where there is no room for any text, the tooltip has to do. */
function silent(rect: Rect): Caption {
  return { lines: [], align: 'center', rect: { ...center(rect), width: 0, height: 0 } }
}

/** Where the text of a gate can stand, best first: on the preferred side, on two lines before three. */
function captionsFor(
  gate: LooseGate,
  rect: Rect,
  aligns: readonly Align[],
  side: Side = 'under',
): readonly Caption[] {
  return linesFor(gate).flatMap((lines) =>
    aligns.flatMap((align) => {
      const widths = lines.map((line, index) => textWidth(line) * (index === 0 ? 1.08 : 1))
      const width = Math.ceil(Math.max(...widths)) + 8
      const height = lines.length * LINE_HEIGHT
      const x =
        align === 'right'
          ? right(rect) + 4 - width
          : align === 'left'
            ? rect.x - 4
            : center(rect).x - width / 2
      const [under, over] = [bottom(rect) + 3, rect.y - 3 - height]
      return (side === 'under' ? [under, over] : [over, under]).map((y) => ({
        lines,
        align,
        rect: { x, y, width, height },
      }))
    }),
  )
}

function linesFor(gate: LooseGate): readonly (readonly string[])[] {
  const detail = detailOf(gate)
  if (detail === '') return [[gate.title]]
  if (gate.who === '' || gate.time === '') return [[gate.title, short(detail)], [gate.title]]
  return [
    [gate.title, short(detail)],
    [gate.title, short(gate.who), gate.time],
    [gate.title, gate.time],
    [gate.title],
  ]
}

/** Long names are cut; the whole one is in the tooltip. */
function short(text: string): string {
  return text.length > 22 ? `${text.slice(0, 21).trimEnd()}…` : text
}

function detailOf({ who, time }: LooseGate): string {
  return [who, time].filter((part) => part !== '').join(' · ')
}

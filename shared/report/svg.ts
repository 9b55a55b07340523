// The canvas as one SVG file: no script, no link, no font and no style from elsewhere; labels are text and nothing else.
import type { Analysis } from '../model/analysis.ts'
import type { Note, Point, Workflow } from '../model/workflow.ts'
import { drawingOf, noteBox } from './drawing.ts'
import type { DrawnWay } from './drawing.ts'
import { INKS } from './ink.ts'
import type { Ink, Theme } from './ink.ts'
import { LINE_HEIGHT } from './sizes.ts'
import { gateMarks } from './svg-gate.ts'
import { halo, stepMarks, text } from './svg-step.ts'
import { cut, wrapText } from './wrap.ts'
import { element, short, xmlText } from './xml.ts'

export interface DrawingOptions {
  /** Of this workflow; its suggestions are drawn as dashed ghosts. */
  readonly analysis?: Analysis
  readonly theme?: Theme
}

/** The text of a self-contained SVG, the same for the same workflow. */
export function drawWorkflow(workflow: Workflow, options: DrawingOptions = {}): string {
  const ink = INKS[options.theme ?? 'light']
  const drawing = drawingOf(workflow, options.analysis)
  const { x, y, width, height } = drawing.bounds
  const frame = {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: [x, y, width, height].map(short).join(' '),
    width,
    height,
    role: 'img',
    'font-family': 'Inter, system-ui, sans-serif',
  }
  return `${element(
    'svg',
    frame,
    element('title', {}, xmlText(workflow.name || 'Workflow')),
    element('desc', {}, xmlText(countsOf(workflow))),
    element('rect', { x, y, width, height, fill: ink.canvas }),
    ...drawing.notes.map((note) => noteMarks(note, ink)),
    ...drawing.ways.map((way) => wayMarks(way, ink)),
    ...drawing.steps.map((step) => stepMarks(step, ink)),
    ...drawing.gates.map((gate) => gateMarks(gate, ink)),
    ...drawing.ways.map((way) => labelMarks(way, ink)),
  )}\n`
}

function countsOf({ steps, transitions, handoffs }: Workflow): string {
  return `${steps.length} steps, ${transitions.length} transitions, ${handoffs.length} handoffs`
}

// The head of an arrow is drawn, not referred to: a file put into a page twice has no ids that could clash.
function wayMarks({ corners, transition }: DrawnWay, ink: Ink): string {
  const dash = transition === undefined ? '2 3' : transition.kind === 'normal' ? undefined : '5 4'
  const line = element('path', {
    d: rounded(corners),
    fill: 'none',
    stroke: ink.edge,
    'stroke-width': 1.6,
    'stroke-dasharray': dash,
  })
  const [x, y] = corners.at(-1)!
  if (transition === undefined) return line
  return (
    line +
    element('path', {
      d: `M${short(x - 7)} ${short(y - 4)}L${short(x)} ${short(y)}L${short(x - 7)} ${short(y + 4)}Z`,
      fill: ink.edge,
    })
  )
}

function labelMarks({ label, labelAt }: DrawnWay, ink: Ink): string {
  if (!labelAt) return ''
  const words = cut(label, labelAt.width + 1, 11)
  const at = { x: labelAt.x + labelAt.width / 2, y: labelAt.y + 11, 'text-anchor': 'middle', 'font-size': 11 }
  const shown = text([words], { ...at, fill: ink.mute, ...halo(ink) }, LINE_HEIGHT)
  return words === label ? shown : element('g', {}, element('title', {}, xmlText(label)), shown)
}

function noteMarks(note: Note, ink: Ink): string {
  const box = noteBox(note)
  const lines = wrapText(note.text, {
    width: Math.max(20, box.width - 20),
    size: 11,
    lines: Math.max(1, Math.floor((box.height - 12) / LINE_HEIGHT)),
  })
  return [
    element('rect', { ...box, rx: 6, fill: ink.note, stroke: ink.line }),
    text(lines, { x: box.x + 10, y: box.y + 18, fill: ink.ink, 'font-size': 11 }, LINE_HEIGHT),
  ].join('')
}

const RADIUS = 8

/** A path through the corners, each rounded as far as its two stretches allow. */
function rounded(corners: readonly Point[]): string {
  const [first, ...rest] = corners
  const parts = [`M${at(first!)}`]
  rest.forEach((corner, i) => {
    const next = rest[i + 1]
    if (!next) return parts.push(`L${at(corner)}`)
    const before = corners[i]!
    const radius = Math.min(RADIUS, span(before, corner) / 2, span(corner, next) / 2)
    parts.push(`L${at(towards(corner, before, radius))}Q${at(corner)} ${at(towards(corner, next, radius))}`)
    return undefined
  })
  return parts.join('')
}

function at([x, y]: Point): string {
  return `${short(x)} ${short(y)}`
}

function span([ax, ay]: Point, [bx, by]: Point): number {
  return Math.abs(ax - bx) + Math.abs(ay - by)
}

function towards([x, y]: Point, [tx, ty]: Point, distance: number): Point {
  const length = Math.max(1e-9, span([x, y], [tx, ty]))
  return [x + ((tx - x) / length) * distance, y + ((ty - y) / length) * distance]
}

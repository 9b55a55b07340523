// The canvas as one SVG file: no script, no link, no font and no style from elsewhere; labels are text and nothing else.
import type { DecisionOptions } from '../analysis/dispositions.ts'
import { openSuggestions } from '../analysis/open-suggestions.ts'
import type { Analysis } from '../model/analysis.ts'
import type { Note, Workflow } from '../model/workflow.ts'
import { INKS } from './ink.ts'
import type { Ink, Theme } from './ink.ts'
import { noteBox } from './notes.ts'
import { arrowPath } from './scene/arrow.ts'
import { placesOf } from './scene/places.ts'
import { boundsOf, grown } from './scene/rects.ts'
import type { Rect } from './scene/rects.ts'
import { buildScene } from './scene/scene.ts'
import type { Scene, SceneEdge } from './scene/types.ts'
import { ENGLISH } from './scene/words.ts'
import { LINE_HEIGHT } from './sizes.ts'
import { gateMarks } from './svg-gate.ts'
import { halo, stepMarks, text } from './svg-step.ts'
import { wrapText } from './wrap.ts'
import { element, short, xmlText } from './xml.ts'

export interface DrawingOptions {
  /** Of this workflow; its open suggestions are drawn as dashed ghosts. */
  readonly analysis?: Analysis
  /** The day, and decisions kept outside of the document: what they set aside is not drawn. */
  readonly decisions?: DecisionOptions
  readonly theme?: Theme
}

const MARGIN = 32
const NOTHING: Rect = { x: 0, y: 0, width: 0, height: 0 }

/** The text of a self-contained SVG, the same for the same workflow. About half a second at 1,000 steps. */
export function drawWorkflow(workflow: Workflow, options: DrawingOptions = {}): string {
  const ink = INKS[options.theme ?? 'light']
  const { analysis = null, decisions } = options
  const scene = buildScene({
    workflow,
    analysis,
    positions: placesOf(workflow),
    words: ENGLISH,
    suggestions: openSuggestions(workflow, analysis, decisions),
  })
  const { notes } = workflow.layout
  const { x, y, width, height } = grown(boundsOf(boxesOf(scene, notes)) ?? NOTHING, MARGIN)
  const frame = {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: [x, y, width, height].map(short).join(' '),
    width,
    height,
    role: 'img',
    'font-family': 'Inter, system-ui, sans-serif',
  }
  const gates = [...scene.steps, ...scene.edges].flatMap((each) => each.gates)
  return `${element(
    'svg',
    frame,
    element('title', {}, xmlText(workflow.name || 'Workflow')),
    element('desc', {}, xmlText(countsOf(workflow))),
    element('rect', { x, y, width, height, fill: ink.canvas }),
    ...notes.map((note) => noteMarks(note, ink)),
    ...scene.edges.map((edge) => wayMarks(edge, ink)),
    ...scene.steps.map((step) => stepMarks(step, ink)),
    ...gates.map((gate) => gateMarks(gate, ink)),
    ...scene.edges.map((edge) => labelMarks(edge, ink)),
  )}\n`
}

function boxesOf({ steps, edges }: Scene, notes: readonly Note[]): readonly Rect[] {
  const gates = [...steps, ...edges].flatMap((each) => each.gates)
  return [
    ...steps.flatMap(({ rect, caption }) => (caption ? [rect, caption] : [rect])),
    ...gates.flatMap(({ rect, caption }) => (caption.lines.length > 0 ? [rect, caption.rect] : [rect])),
    ...edges.flatMap(({ way, labelAt }) => [
      ...way.map((corner) => ({ ...NOTHING, ...corner })),
      ...(labelAt ? [labelAt] : []),
    ]),
    ...notes.map(noteBox),
  ]
}

function countsOf({ steps, transitions, handoffs }: Workflow): string {
  return `${steps.length} steps, ${transitions.length} transitions, ${handoffs.length} handoffs`
}

// The head of an arrow is drawn, not referred to: a file put into a page twice has no ids that could clash.
function wayMarks({ way, path, kind }: SceneEdge, ink: Ink): string {
  const line = element('path', {
    d: path,
    fill: 'none',
    stroke: ink.edge,
    'stroke-width': 1.6,
    'stroke-dasharray': kind === 'tool' ? '2 3' : kind === 'normal' ? undefined : '5 4',
  })
  return kind === 'tool' ? line : line + element('path', { d: arrowPath(way), fill: ink.edge })
}

function labelMarks({ label, fullLabel, labelAt }: SceneEdge, ink: Ink): string {
  if (!labelAt) return ''
  const at = { x: labelAt.x + labelAt.width / 2, y: labelAt.y + 11, 'text-anchor': 'middle', 'font-size': 11 }
  const shown = text(label, { ...at, fill: ink.mute, ...halo(ink) }, LINE_HEIGHT)
  const whole = label.join(' · ') === fullLabel
  return whole ? shown : element('g', {}, element('title', {}, xmlText(fullLabel)), shown)
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

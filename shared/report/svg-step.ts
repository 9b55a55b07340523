// Steps as SVG: cards with their meters and marks, pills, diamonds and bars.
import { CONSEQUENCE_WORDS, REVERSIBILITY_WORDS, UNCERTAINTY_WORDS } from '../model/scales.ts'
import type { Level } from '../model/scales.ts'
import type { Step } from '../model/step.ts'
import type { DrawnStep } from './drawing.ts'
import { KIND_ICONS } from './icons.ts'
import type { Ink } from './ink.ts'
import { LINE_HEIGHT, shapeOf } from './sizes.ts'
import type { Box } from './ways.ts'
import { cut, wrapText } from './wrap.ts'
import { element, short, xmlText } from './xml.ts'

/** Names are set bold, and a viewer may not have Inter: both make them wider than the estimate. */
const BOLD = 1.1
const NAME = { 'font-size': 13, 'font-weight': 600 } as const
const SMALL = { 'font-size': 11 } as const
/** Kinds whose harm, or whose doubt, somebody ought to have said something about: an unknown level is drawn, too. */
const WANTS_CONSEQUENCE: ReadonlySet<string> = new Set(['action', 'agent', 'subflow'])
const WANTS_UNCERTAINTY: ReadonlySet<string> = new Set(['model', 'agent'])

/** One step with its name, its meters, and its whole text as a tooltip. */
export function stepMarks({ step, box }: DrawnStep, ink: Ink): string {
  const title = element('title', {}, xmlText(spoken(step)))
  switch (shapeOf(step)) {
    case 'card':
    case 'tool':
      return element('g', {}, title, card(step, box, ink))
    case 'pill':
      return element('g', {}, title, pill(step, box, ink))
    case 'diamond':
      return element('g', {}, title, diamond(box, ink), caption(step, box, ink))
    case 'bar':
      return element('g', {}, title, frame(box, 4, ink.mute, ink.mute), caption(step, box, ink))
  }
}

function card(step: Step, box: Box, ink: Ink): string {
  const tool = shapeOf(step) === 'tool'
  const border = step.kind === 'human' ? ink.ink : ink.line
  const lines = wrapText(step.name || step.id, {
    width: (box.width - 40) / BOLD,
    size: 13,
    lines: tool ? 1 : 2,
  })
  const second = lines.length > 1 ? '' : cut(detailOf(step), box.width - 24, 11)
  return [
    frame(box, 10, tool ? ink.sunken : ink.surface, border),
    icon(step, box.x + 10, box.y + 8, ink.mute),
    text(lines, { x: box.x + 30, y: box.y + 20, fill: ink.ink, ...NAME }, 15),
    second === ''
      ? ''
      : text([second], { x: box.x + 12, y: box.y + 36, fill: ink.mute, ...SMALL }, LINE_HEIGHT),
    tool ? '' : meters(step, box, ink),
  ].join('')
}

function pill(step: Step, box: Box, ink: Ink): string {
  const name = cut(step.name || step.id, box.width - 38, 13)
  return [
    frame(box, box.height / 2, ink.surface, ink.line),
    icon(step, box.x + 10, box.y + box.height / 2 - 8, ink.mute),
    text(
      [name],
      {
        x: box.x + 30,
        y: box.y + box.height / 2 + 4.5,
        fill: ink.ink,
        'font-size': 12.5,
        'font-weight': 500,
      },
      LINE_HEIGHT,
    ),
  ].join('')
}

function diamond({ x, y, width, height }: Box, ink: Ink): string {
  const [mx, my] = [x + width / 2, y + height / 2]
  const d = `M${short(mx)} ${short(y)}L${short(x + width)} ${short(my)}L${short(mx)} ${short(y + height)}L${short(x)} ${short(my)}Z`
  return element('path', {
    d,
    fill: ink.surface,
    stroke: ink.line,
    'stroke-width': 1.2,
    'stroke-linejoin': 'round',
  })
}

function caption(step: Step, box: Box, ink: Ink): string {
  const lines = wrapText(step.name, { width: 140, size: 11, lines: 2 })
  const y = box.y - 6 - (lines.length - 1) * LINE_HEIGHT
  const at = { x: box.x + box.width / 2, y, fill: ink.mute, 'text-anchor': 'middle', ...halo(ink), ...SMALL }
  return lines.length === 0 ? '' : text(lines, at, LINE_HEIGHT)
}

function meters({ consequence, uncertainty, kind }: Step, box: Box, ink: Ink): string {
  const y = box.y + box.height - 18
  const shown: string[] = []
  let x = box.x + 12
  if (consequence?.level !== undefined || WANTS_CONSEQUENCE.has(kind)) {
    shown.push(bars(consequence?.level, x, y, ink))
    x += 32
  }
  if (uncertainty?.level !== undefined || WANTS_UNCERTAINTY.has(kind)) {
    shown.push(waves(uncertainty?.level, x, y, ink))
    x += 44
  }
  for (const mark of marksOf(consequence)) {
    const transform = `translate(${short(x)} ${short(y + 1)})`
    shown.push(element('path', { d: mark, transform, ...OUTLINE, stroke: ink.mute, 'stroke-width': 1.3 }))
    x += 17
  }
  return shown.join('')
}

const OUTLINE = { fill: 'none', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' } as const

// Cannot be undone, leaves the house, security-sensitive: 10 × 10 pixels each.
function marksOf(consequence: Step['consequence']): readonly string[] {
  return [
    ...(consequence?.reversibility === 3 ? ['M5 .5a4.5 4.5 0 1 0 .01 0M1.9 8.1L8.1 1.9'] : []),
    ...(consequence?.external ? ['M1.5 8.5L8.5 1.5M3.5 1.5h5v5'] : []),
    ...(consequence?.security ? ['M5 .5L9 2v3c0 2.2-1.6 3.8-4 4.7C2.6 8.8 1 7.2 1 5V2Z'] : []),
  ]
}

const HEIGHTS = [4, 6, 9, 12] as const

// Rising bars for harm and waves for doubt: they differ in shape, not only in colour. Unknown is an outline, never 0.
function bars(level: Level | undefined, x: number, y: number, ink: Ink): string {
  return HEIGHTS.map((height, i) => {
    const at = { x: x + i * 6, y: y + 12 - height, width: 4, height, rx: 1 }
    if (level === undefined)
      return element('rect', {
        ...at,
        fill: 'none',
        stroke: ink.mute,
        'stroke-width': 0.8,
        'stroke-dasharray': '1.5 1.5',
      })
    return element('rect', { ...at, fill: i < level ? ink.consequence[clamped(level)] : ink.off })
  }).join('')
}

function waves(level: Level | undefined, x: number, y: number, ink: Ink): string {
  return HEIGHTS.map((_, i) => {
    const stroke = level === undefined ? ink.mute : i < level ? ink.uncertainty[clamped(level)] : ink.off
    const dash = level === undefined ? '1.5 1.5' : undefined
    const d = `M${short(x + 1 + i * 8)} ${short(y + 6.5)}q2-5 4 0t4 0`
    return element('path', {
      d,
      fill: 'none',
      stroke,
      'stroke-width': 1.8,
      'stroke-linecap': 'round',
      'stroke-dasharray': dash,
    })
  }).join('')
}

function clamped(level: Level): 0 | 1 | 2 | 3 {
  return Math.max(0, level - 1) as 0 | 1 | 2 | 3
}

function icon({ kind }: Step, x: number, y: number, stroke: string): string {
  const transform = `translate(${short(x)} ${short(y)}) scale(0.6667)`
  return element('path', {
    d: KIND_ICONS[kind],
    transform,
    stroke,
    'stroke-width': 1.9,
    ...OUTLINE,
  })
}

function frame({ x, y, width, height }: Box, rx: number, fill: string, stroke: string): string {
  return element('rect', { x, y, width, height, rx, fill, stroke, 'stroke-width': 1 })
}

/** Lines of text, one `tspan` each. */
export function text(
  lines: readonly string[],
  attributes: Readonly<Record<string, string | number>>,
  pitch: number,
): string {
  const spans = lines.map((line, i) =>
    element('tspan', { x: attributes['x'], dy: i === 0 ? undefined : pitch }, xmlText(line)),
  )
  return element('text', attributes, ...spans)
}

/** Keeps small text readable where it stands on a line. */
export function halo(ink: Ink): Readonly<Record<string, string | number>> {
  return { stroke: ink.canvas, 'stroke-width': 3, 'stroke-linejoin': 'round', 'paint-order': 'stroke' }
}

function detailOf({ kind, verb, party, clears = [], grant }: Step): string {
  const parts = [
    verb ?? kind,
    party ?? '',
    clears.length > 0 ? `clears ${clears.join(', ')}` : '',
    grant ? `grants ${grant}` : '',
  ]
  return parts.filter((part) => part !== '').join(' · ')
}

function spoken(step: Step): string {
  const { consequence, uncertainty } = step
  return [
    step.name || step.id,
    step.kind,
    consequence?.level === undefined ? '' : `consequence ${CONSEQUENCE_WORDS[consequence.level]}`,
    consequence?.reversibility === undefined ? '' : REVERSIBILITY_WORDS[consequence.reversibility],
    consequence?.external ? 'leaves the house' : '',
    consequence?.security ? 'security-sensitive' : '',
    uncertainty?.level === undefined ? '' : `uncertainty ${UNCERTAINTY_WORDS[uncertainty.level]}`,
    uncertainty?.label ?? '',
  ]
    .filter((part) => part !== '')
    .join(', ')
}

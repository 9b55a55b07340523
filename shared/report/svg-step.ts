// Steps as SVG: cards with their meters and marks, pills, diamonds and bars.
import type { Level } from '../model/scales.ts'
import { KIND_ICONS } from './icons.ts'
import type { Ink } from './ink.ts'
import { center } from './scene/rects.ts'
import type { Rect } from './scene/rects.ts'
import type { SceneStep } from './scene/types.ts'
import { LINE_HEIGHT } from './sizes.ts'
import { cut, wrapText } from './wrap.ts'
import { element, short, xmlText } from './xml.ts'

/** Names are set bold, and a viewer may not have Inter: both make them wider than the estimate. */
const BOLD = 1.1
const NAME = { 'font-size': 13, 'font-weight': 600 } as const
const SMALL = { 'font-size': 11 } as const

/** One step with its name, its meters, and its whole text as a tooltip. */
export function stepMarks(step: SceneStep, ink: Ink): string {
  const title = element('title', {}, xmlText(step.spoken))
  switch (step.shape) {
    case 'card':
    case 'tool':
      return element('g', {}, title, card(step, ink))
    case 'pill':
      return element('g', {}, title, pill(step, ink))
    case 'diamond':
      return element('g', {}, title, diamond(step.rect, ink), caption(step, ink))
    case 'bar':
      return element('g', {}, title, frame(step.rect, 4, ink.mute, ink.mute), caption(step, ink))
  }
}

function card(step: SceneStep, ink: Ink): string {
  const { rect } = step
  const tool = step.shape === 'tool'
  const border = step.kind === 'human' ? ink.ink : ink.line
  const lines = wrapText(step.name || step.id, {
    width: (rect.width - 40) / BOLD,
    size: 13,
    lines: tool ? 1 : 2,
  })
  const second = lines.length > 1 ? '' : cut(step.detail, rect.width - 24, 11)
  return [
    frame(rect, 10, tool ? ink.sunken : ink.surface, border),
    icon(step, rect.x + 10, rect.y + 8, ink.mute),
    text(lines, { x: rect.x + 30, y: rect.y + 20, fill: ink.ink, ...NAME }, 15),
    second === ''
      ? ''
      : text([second], { x: rect.x + 12, y: rect.y + 36, fill: ink.mute, ...SMALL }, LINE_HEIGHT),
    tool ? '' : meters(step, ink),
  ].join('')
}

function pill(step: SceneStep, ink: Ink): string {
  const { rect: box } = step
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

function diamond({ x, y, width, height }: Rect, ink: Ink): string {
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

function caption({ name, caption: place }: SceneStep, ink: Ink): string {
  if (!place) return ''
  const at = { x: center(place).x, y: place.y + 11, fill: ink.mute, 'text-anchor': 'middle' }
  return text([cut(name, place.width, 11)], { ...at, ...halo(ink), ...SMALL }, LINE_HEIGHT)
}

function meters(step: SceneStep, ink: Ink): string {
  const { consequence, uncertainty, rect } = step
  const y = rect.y + rect.height - 18
  const shown: string[] = []
  let x = rect.x + 12
  if (consequence !== 'none') {
    shown.push(bars(consequence, x, y, ink))
    x += 32
  }
  if (uncertainty !== 'none') {
    shown.push(waves(uncertainty, x, y, ink))
    x += 44
  }
  for (const mark of marksOf(step)) {
    const transform = `translate(${short(x)} ${short(y + 1)})`
    shown.push(element('path', { d: mark, transform, ...OUTLINE, stroke: ink.mute, 'stroke-width': 1.3 }))
    x += 17
  }
  return shown.join('')
}

const OUTLINE = { fill: 'none', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' } as const

// Cannot be undone, leaves the house, security-sensitive: 10 × 10 pixels each.
function marksOf({ irreversible, external, security }: SceneStep): readonly string[] {
  return [
    ...(irreversible ? ['M5 .5a4.5 4.5 0 1 0 .01 0M1.9 8.1L8.1 1.9'] : []),
    ...(external ? ['M1.5 8.5L8.5 1.5M3.5 1.5h5v5'] : []),
    ...(security ? ['M5 .5L9 2v3c0 2.2-1.6 3.8-4 4.7C2.6 8.8 1 7.2 1 5V2Z'] : []),
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

function icon({ kind }: Pick<SceneStep, 'kind'>, x: number, y: number, stroke: string): string {
  const transform = `translate(${short(x)} ${short(y)}) scale(0.6667)`
  return element('path', {
    d: KIND_ICONS[kind],
    transform,
    stroke,
    'stroke-width': 1.9,
    ...OUTLINE,
  })
}

function frame({ x, y, width, height }: Rect, rx: number, fill: string, stroke: string): string {
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

// Gates as SVG: the frame says how strong a handoff is, the sign inside what it is for. Ghosts are dashed.
import { assertNever } from '../support/assert-never.ts'
import type { HandoffKind, Strength } from '../model/scales.ts'
import type { Ink } from './ink.ts'
import { center, right } from './scene/rects.ts'
import type { SceneGate } from './scene/types.ts'
import { LINE_HEIGHT } from './sizes.ts'
import { halo, text } from './svg-step.ts'
import { element, short, xmlText } from './xml.ts'

/** One gate with its text. notify a ring, confirm an outline, approve filled, two-person double. */
export function gateMarks(gate: SceneGate, ink: Ink): string {
  const { rect, kind, strength, look, title, detail } = gate
  const ghost = look === 'ghost'
  const solid = !ghost && (strength === 'approve' || strength === 'two-person')
  const line = ghost ? ink.accent : ink.gate
  const sign = solid ? ink.gateInk : line
  return [
    element(
      'g',
      { transform: `translate(${short(rect.x)} ${short(rect.y)})` },
      element('title', {}, xmlText([title, detail].filter((part) => part !== '').join(', '))),
      frame(strength, {
        fill: solid ? ink.gate : ink.surface,
        stroke: line,
        dash: ghost ? '3.2 2.4' : undefined,
      }),
      strength === 'two-person' ? inner(sign) : '',
      signOf(kind, strength, sign),
    ),
    captionMarks(gate, ghost ? ink.accent : ink.mute, ink),
  ].join('')
}

const ANCHORS = { left: 'start', center: 'middle', right: 'end' } as const

function captionMarks({ caption: { lines, rect, align } }: SceneGate, fill: string, ink: Ink): string {
  if (lines.length === 0) return ''
  const x = { left: rect.x + 4, center: center(rect).x, right: right(rect) - 4 }[align]
  const at = { x, y: rect.y + 11, 'text-anchor': ANCHORS[align], 'font-size': 11 }
  return text(lines, { ...at, fill, ...halo(ink) }, LINE_HEIGHT)
}

function frame(
  strength: Strength,
  { fill, stroke, dash }: { fill: string; stroke: string; dash: string | undefined },
): string {
  const paint = { fill, stroke, 'stroke-width': 1.6, 'stroke-dasharray': dash }
  if (strength === 'notify') return element('circle', { cx: 13, cy: 13, r: 10, ...paint })
  return element('rect', { x: 1, y: 1, width: 24, height: 24, rx: 8, ...paint })
}

function inner(stroke: string): string {
  return element('rect', {
    x: 3.5,
    y: 3.5,
    width: 19,
    height: 19,
    rx: 5.5,
    fill: 'none',
    stroke,
    'stroke-width': 1.2,
  })
}

function signOf(kind: HandoffKind, strength: Strength, ink: string): string {
  const stroke = (d: string): string =>
    element('path', {
      d,
      fill: 'none',
      stroke: ink,
      'stroke-width': 1.9,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    })
  switch (kind) {
    case 'clarify':
      return stroke('M10 10.2a3 3 0 1 1 4.3 2.7c-.9.5-1.3 1-1.3 2M13 17.9v.1')
    case 'exception':
      return stroke('M13 8v6.2M13 17.9v.1')
    case 'recovery':
      return stroke('M17.6 11.4A5 5 0 1 0 18 14M17.9 8.2v3.4h-3.4')
    case 'brief':
      return stroke('M9 9h8M9 13h8M9 17h5')
    case 'sign-off':
      return stroke('M8.6 13.4l3 3 5.8-6.6')
    case 'notify':
      return element('circle', { cx: 13, cy: 13, r: 3, fill: ink })
    case 'approval':
      return bars(strength, ink)
    default:
      return assertNever(kind)
  }
}

function bars(strength: Strength, fill: string): string {
  if (strength === 'notify') return element('circle', { cx: 13, cy: 13, r: 3, fill })
  if (strength !== 'two-person')
    return element('rect', { x: 11.4, y: 8, width: 3.2, height: 10, rx: 1.2, fill })
  return (
    element('rect', { x: 9, y: 8.5, width: 2.8, height: 9, rx: 1.1, fill }) +
    element('rect', { x: 14.2, y: 8.5, width: 2.8, height: 9, rx: 1.1, fill })
  )
}

// Gates as SVG: the frame says how strong a handoff is, the sign inside what it is for. Ghosts are dashed.
import { assertNever } from '../support/assert-never.ts'
import type { HandoffKind, Strength } from '../model/scales.ts'
import type { DrawnGate } from './drawing.ts'
import type { Ink } from './ink.ts'
import { LINE_HEIGHT } from './sizes.ts'
import { halo, text } from './svg-step.ts'
import { cut } from './wrap.ts'
import { element, short, xmlText } from './xml.ts'

const CAPTION_WIDTH = 150

/** One gate with its two lines of text. notify a ring, confirm an outline, approve filled, two-person double. */
export function gateMarks(gate: DrawnGate, ink: Ink): string {
  const { box, kind, strength, lines, look, caption } = gate
  const ghost = look === 'ghost'
  const solid = !ghost && (strength === 'approve' || strength === 'two-person')
  const line = ghost ? ink.accent : ink.gate
  const sign = solid ? ink.gateInk : line
  const words = lines.map((each) => cut(each, CAPTION_WIDTH, 11))
  const at = { x: caption.x + caption.width / 2, y: caption.y + 11, 'text-anchor': 'middle', 'font-size': 11 }
  return [
    element(
      'g',
      { transform: `translate(${short(box.x)} ${short(box.y)})` },
      element('title', {}, xmlText(lines.join(', '))),
      frame(strength, {
        fill: solid ? ink.gate : ink.surface,
        stroke: line,
        dash: ghost ? '3.2 2.4' : undefined,
      }),
      strength === 'two-person' ? inner(sign) : '',
      signOf(kind, strength, sign),
    ),
    text(words, { ...at, fill: ghost ? ink.accent : ink.mute, ...halo(ink) }, LINE_HEIGHT),
  ].join('')
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

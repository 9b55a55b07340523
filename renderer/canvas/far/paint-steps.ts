// Steps from afar: blocks tinted by the warmer of the two meters, all of one tint at once, with their names as long as
// these can be read.
import { grown } from '../../../shared/report/scene/rects.ts'
import type { SceneStep } from '../../../shared/report/scene/types.ts'
import { textWidth } from '../../../shared/report/sizes.ts'
import { words } from '../../words/words.ts'
import { tintOf } from '../shading.ts'
import type { Marks } from '../to-flow.ts'
import { heatOf } from './heat.ts'
import { BARE_ZOOM } from './painting.ts'
import type { Painting } from './painting.ts'
import { FAMILY, paintDisc } from './paint-disc.ts'
import { paintGate } from './paint-gate.ts'

/** Names are this many pixels of the window high, whatever the zoom, and drawn from this zoom on. */
const NAME = 10.5
const NAME_ZOOM = 0.3

export function paintSteps(painting: Painting, steps: readonly SceneStep[]): void {
  const { context, colors, zoom } = painting
  const bare = zoom < BARE_ZOOM
  context.lineWidth = Math.max(1.5, 0.9 / zoom)
  context.strokeStyle = colors.line
  for (const [tint, some] of byTint(steps, painting.marks)) {
    context.beginPath()
    for (const step of some) outline(context, step, bare)
    context.fillStyle = fillOf(tint, painting)
    context.fill()
    // A block without a tint is seen by its line alone.
    if (!bare || tint === 'plain' || tint === 'off') context.stroke()
    if (tint === 'untagged') hatch(painting, some)
  }
  if (zoom >= NAME_ZOOM) for (const step of steps) name(painting, step)
}

/** What is marked at a step: gates, selection, walk, run, changes, what the placement hangs on, findings. */
export function paintStepMarks(painting: Painting, steps: readonly SceneStep[]): void {
  const { marks, context, colors, zoom } = painting
  const walk = new Set(marks.walk)
  for (const step of steps) {
    for (const gate of step.gates) paintGate(painting, gate, gate.id === marks.selectedGate)
    const change = marks.changes.get(`step:${step.id}`)
    if (change !== undefined) {
      const color = change === 'added' ? colors.ok : change === 'removed' ? colors.bad : colors.accent
      ring(painting, step, color, change === 'removed' ? [5, 4] : [], 0)
      if (zoom >= BARE_ZOOM) paintDisc(painting, step.rect, words.compare.marks[change], color)
    }
    if (marks.shades.of.get(step.id)?.short) ring(painting, step, colors.bad, [], 0)
    if (walk.has(step.id)) ring(painting, step, colors.bad, [], 0)
    if (marks.tokens.has(step.id)) ring(painting, step, colors.accent, [], 0)
    if (marks.candidate === step.id) ring(painting, step, colors.accent, [4, 3], 3)
    if (marks.selectedSteps.has(step.id)) ring(painting, step, colors.accent, [], 2.5)
    const decides = marks.decides.get(step.id)
    if (decides !== undefined) {
      const { x, y, width, height } = step.rect
      context.fillStyle = decides === 'untagged' ? colors.warn : colors.accent
      context.fillRect(x + width / 2 - 6 / zoom, y + height - 2 / zoom, 12 / zoom, 4 / zoom)
    }
    if (step.findings > 0 && zoom >= BARE_ZOOM) finding(painting, step)
  }
}

function byTint(steps: readonly SceneStep[], marks: Marks): ReadonlyMap<string, readonly SceneStep[]> {
  const all = new Map<string, SceneStep[]>()
  for (const step of steps) {
    const tint = step.shape === 'bar' ? 'bar' : (farTint(step, marks) ?? (isCard(step) ? 'plain' : 'off'))
    const there = all.get(tint)
    if (there) there.push(step)
    else all.set(tint, [step])
  }
  return all
}

function farTint(step: SceneStep, { shades: { shading, of } }: Marks): string | undefined {
  if (!shading) return heatOf(step)
  const shade = of.get(step.id)
  return shade && shade.level > 0 ? tintOf(shading, shade) : undefined
}

function fillOf(tint: string, { colors }: Painting): string {
  if (tint === 'bar') return colors.mute
  if (tint === 'off') return colors.off
  return colors.heat.get(tint)?.fill ?? colors.surface
}

function isCard({ shape }: SceneStep): boolean {
  return shape === 'card' || shape === 'tool'
}

function outline(context: CanvasRenderingContext2D, { shape, rect }: SceneStep, bare: boolean): void {
  const { x, y, width, height } = rect
  if (shape === 'diamond') {
    context.moveTo(x + width / 2, y)
    context.lineTo(x + width, y + height / 2)
    context.lineTo(x + width / 2, y + height)
    context.lineTo(x, y + height / 2)
    context.closePath()
  } else if (bare) context.rect(x, y, width, height)
  else context.roundRect(x, y, width, height, shape === 'pill' ? 16 : shape === 'bar' ? 4 : 10)
}

/** Nobody has said what it can do: hatched, as its meters are. */
function hatch({ context, colors, zoom }: Painting, steps: readonly SceneStep[]): void {
  context.save()
  context.beginPath()
  for (const { rect } of steps) context.rect(rect.x, rect.y, rect.width, rect.height)
  context.clip()
  context.beginPath()
  const gap = 7 / zoom
  for (const { rect } of steps) {
    for (let at = gap; at < rect.width + rect.height; at += gap) {
      context.moveTo(rect.x + at, rect.y)
      context.lineTo(rect.x + at - rect.height, rect.y + rect.height)
    }
  }
  context.strokeStyle = colors.line
  context.lineWidth = 1 / zoom
  context.stroke()
  context.restore()
}

function ring(
  { context, zoom }: Painting,
  { rect }: SceneStep,
  color: string,
  dash: readonly number[],
  away: number,
): void {
  const { x, y, width, height } = grown(rect, away / zoom)
  context.strokeStyle = color
  context.lineWidth = 2 / zoom
  context.setLineDash(dash.map((length) => length / zoom))
  context.beginPath()
  context.roundRect(x, y, width, height, 10)
  context.stroke()
  context.setLineDash([])
}

function finding({ context, colors, zoom }: Painting, { rect, errors }: SceneStep): void {
  context.beginPath()
  context.arc(rect.x + rect.width, rect.y, 3 / zoom, 0, 2 * Math.PI)
  context.fillStyle = errors ? colors.bad : colors.warn
  context.fill()
  context.lineWidth = 1 / zoom
  context.strokeStyle = colors.canvas
  context.stroke()
}

function name({ context, colors, zoom }: Painting, step: SceneStep): void {
  if (!isCard(step) && step.shape !== 'pill') return
  const { x, y, width, height } = step.rect
  const size = NAME / zoom
  const text = shortened(step.name || words.common.unnamed, width - 2 * (6 / zoom), size)
  if (text === '') return
  context.font = `550 ${size}px ${FAMILY}`
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillStyle = colors.heat.get(heatOf(step) ?? '')?.ink ?? colors.ink
  context.fillText(text, x + width / 2, y + height / 2)
}

/** As much of a text as fits; nothing where only a letter or two would. */
function shortened(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text
  const letters = Array.from(text)
  while (letters.length > 2 && textWidth(`${letters.join('')}…`, size) > width) letters.pop()
  return letters.length > 2 ? `${letters.join('').trimEnd()}…` : ''
}

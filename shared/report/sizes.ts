// How large everything on the canvas is, in world pixels. Fixed, so that nothing is ever measured in the page.
import type { Step } from '../model/step.ts'
import type { StepKind } from '../model/scales.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

/** How a step is drawn. */
export type StepShape = 'card' | 'tool' | 'pill' | 'diamond' | 'bar'

export const GATE_SIZE = 26
/** Between gates, and between a gate and what it guards. */
export const GATE_GAP = 8
/** Height of one line of small text. */
export const LINE_HEIGHT = 14
/** Size of the small text, which widths are estimated for. */
const SMALL_TEXT = 11

const CARD: Size = { width: 184, height: 64 }
const TOOL: Size = { width: 156, height: 48 }
const DIAMOND: Size = { width: 40, height: 40 }
const BAR: Size = { width: 10, height: 64 }
const PILL_HEIGHT = 32

const SHAPES: ReadonlyMap<StepKind, StepShape> = new Map([
  ['start', 'pill'],
  ['end', 'pill'],
  ['decision', 'diamond'],
  ['split', 'bar'],
  ['join', 'bar'],
])

/** The shape of a step; a tool of an agent is a smaller card. */
export function shapeOf(step: Pick<Step, 'kind' | 'parent'>): StepShape {
  return SHAPES.get(step.kind) ?? (step.parent === undefined ? 'card' : 'tool')
}

/** The size of a step; only a pill's depends on its name. */
export function sizeOf(step: Pick<Step, 'kind' | 'parent' | 'name'>): Size {
  switch (shapeOf(step)) {
    case 'card':
      return CARD
    case 'tool':
      return TOOL
    case 'diamond':
      return DIAMOND
    case 'bar':
      return BAR
    case 'pill':
      return {
        width: Math.min(200, Math.max(64, Math.ceil(textWidth(step.name, 13) + 44))),
        height: PILL_HEIGHT,
      }
  }
}

/**
 * Width of a line of text, estimated from Inter's average widths; within a few percent for Latin text. Estimated
 * rather than measured, so that geometry is the same in the page, in tests and in exported drawings.
 */
export function textWidth(text: string, size: number = SMALL_TEXT): number {
  let units = 0
  for (const character of text) units += characterWidth(character)
  return units * size
}

function characterWidth(character: string): number {
  if (/[ilj.,:;'|!()[\]ftr ]/.test(character)) return 0.32
  if (/[mwMW%@—…→]/.test(character)) return 0.9
  if (/[A-Z0-9&?+]/.test(character)) return 0.66
  return character.charCodeAt(0) > 0x2e80 ? 1 : 0.57
}

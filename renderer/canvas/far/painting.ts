// What painting needs to know of the bitmap, the theme and the marks.
import type { Marks } from '../to-flow.ts'
import type { FarColors } from './colors.ts'

export interface Painting {
  readonly context: CanvasRenderingContext2D
  readonly colors: FarColors
  readonly marks: Marks
  readonly numbers: ReadonlyMap<string, number>
  /** Pixels of the window for one of the world. */
  readonly zoom: number
}

/** Below this zoom only shape and heat are left: no corners, no names, no arrows. */
export const BARE_ZOOM = 0.22

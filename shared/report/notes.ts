// The box of a note on the drawing.
import type { Note, Point } from '../model/workflow.ts'
import type { Rect } from './scene/rects.ts'

const NOTE_SIZE: Point = [200, 80]

/** The box of a note. */
export function noteBox({ at: [x, y], size = NOTE_SIZE }: Pick<Note, 'at' | 'size'>): Rect {
  return { x, y, width: size[0], height: size[1] }
}

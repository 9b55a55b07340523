// The edits of notes, each of them one command.
import { noteBox } from '../../../shared/report/notes.ts'
import type { Note, Point, Workflow } from '../../../shared/model/workflow.ts'
import { runCommand } from '../../state/edit.ts'
import { announce } from '../../state/messages.ts'
import { select } from '../../state/view.ts'
import { words } from '../../words/words.ts'
import { askCanvas, setBusy } from '../canvas-store.ts'
import { GRID, present } from '../edits.ts'
import { freeSpot } from '../free-spot.ts'
import type { Rect, Spot } from '../../../shared/report/scene/rects.ts'

/** Smaller than this nothing can be read or caught. */
export const LEAST_SIZE: Point = [64, 40]
/** Of a new note. */
export const NEW_SIZE: Point = [200, 80]

/**
 * Opens a new note for typing, with its middle at a spot; where a workflow is given, as near below that as it covers no
 * step. It comes to be with its text, as one undo step.
 */
export function startNote(middle: Spot, clearOf?: Workflow): void {
  const [width, height] = NEW_SIZE
  const at = { x: onGrid(middle.x - width / 2), y: onGrid(middle.y - height / 2) }
  setBusy({ kind: 'new-note', at: clearOf ? freeSpot(clearOf, at, { width, height }) : at })
}

/** The note that was typed; without text there is none. */
export function addNote({ x, y }: Spot, text: string): void {
  const before = present()
  if (!before || text.trim() === '') return
  if (!runCommand({ type: 'addNote', note: { text, at: [x, y], size: NEW_SIZE } })) return
  const there = new Set(before.workflow.layout.notes.map(({ id }) => id))
  const added = present()?.workflow.layout.notes.find(({ id }) => !there.has(id))
  if (!added) return
  select(before.tab, { notes: [added.id] })
  askCanvas('focus', `note:${added.id}`)
  announce(words.editing.noteAdded)
}

/** Keeps the text that was typed. */
export function writeNote(id: string, text: string): void {
  const note = noteOf(id)
  if (note && note.text !== text) runCommand({ type: 'updateNote', id, set: { text } })
}

export function moveNote(id: string, { x, y }: Spot): void {
  const note = noteOf(id)
  const at: Point = [Math.round(x), Math.round(y)]
  if (!note || (note.at[0] === at[0] && note.at[1] === at[1])) return
  runCommand({ type: 'updateNote', id, set: { at } })
  announce(words.editing.noteMoved)
}

export function resizeNote(id: string, width: number, height: number, coalesce?: string): void {
  const size: Point = [
    Math.max(LEAST_SIZE[0], Math.round(width)),
    Math.max(LEAST_SIZE[1], Math.round(height)),
  ]
  const burst = coalesce === undefined ? {} : { coalesce }
  if (noteOf(id) && runCommand({ type: 'updateNote', id, set: { size } }, burst)) {
    announce(words.editing.noteResized)
  }
}

/** Moves notes by some pixels; pressing on is one undo step. */
export function nudgeNotes(ids: readonly string[], dx: number, dy: number): void {
  const notes = ids.flatMap((id) => noteOf(id) ?? [])
  if (notes.length === 0) return
  const commands = notes.map(({ id, at: [x, y] }) => ({
    type: 'updateNote' as const,
    id,
    set: { at: [x + dx, y + dy] as Point },
  }))
  const coalesce = `nudge notes ${ids.join(' ')}`
  if (commands.length === 1) runCommand(commands[0]!, { coalesce })
  else runCommand({ type: 'batch', label: 'move notes', commands }, { coalesce })
  announce(words.editing.noteMoved)
}

/** Makes a note larger or smaller by some pixels, for the keyboard. */
export function growNote(id: string, dx: number, dy: number): void {
  const note = noteOf(id)
  if (!note) return
  const { width, height } = noteBox(note)
  resizeNote(id, width + dx, height + dy, `size note ${id}`)
}

/** Chooses the next note in reading order, around the end. */
export function nextNote(): void {
  const now = present()
  const notes = now?.workflow.layout.notes.toSorted((a, b) => a.at[1] - b.at[1] || a.at[0] - b.at[0]) ?? []
  if (!now || notes.length === 0) return
  const current = notes.findIndex(({ id }) => now.selection.notes.includes(id))
  const next = notes[(current + 1) % notes.length]!
  select(now.tab, { notes: [next.id] })
  askCanvas('focus', `note:${next.id}`)
}

/** Where a note stands; null where it is gone. */
export function rectOfNote(id: string): Rect | null {
  const note = noteOf(id)
  return note ? noteBox(note) : null
}

function noteOf(id: string): Note | undefined {
  return present()?.workflow.layout.notes.find((note) => note.id === id)
}

function onGrid(value: number): number {
  return Math.round(value / GRID) * GRID
}

// One note on the canvas: read, chosen, moved, made larger, and typed into where it stands.
import { useReactFlow } from '@xyflow/react'
import { memo, useState } from 'react'
import type { PointerEvent as ReactPointerEvent } from 'react'
import { useStore } from 'zustand'
import { noteBox } from '../../../shared/report/notes.ts'
import type { Note } from '../../../shared/model/workflow.ts'
import type { Rect, Spot } from '../../../shared/report/scene/rects.ts'
import { useActiveId, useTabView } from '../../state/hooks.ts'
import { select, view, viewOf } from '../../state/view.ts'
import { words } from '../../words/words.ts'
import { askCanvas, canvasStore, setBusy } from '../canvas-store.ts'
import { holds } from '../find.ts'
import { follow } from '../follow.ts'
import { addNote, LEAST_SIZE, moveNote, NEW_SIZE, resizeNote, writeNote } from './note-edits.ts'
import classes from './Notes.module.css'

/** World pixels, squared. */
const FRAME = 120_000

interface NoteCardProps {
  readonly note: Note
  /** False where notes are only read. */
  readonly editable: boolean
}

export const NoteCard = memo(function NoteCard({ note, editable }: NoteCardProps) {
  const tab = useActiveId()
  const chosen = useTabView((state) => state.selection.notes.includes(note.id))
  const typing = useStore(canvasStore, ({ busy }) => busy?.kind === 'note' && busy.note === note.id)
  const dim = useTabView(({ find }) => find.trim() !== '' && !holds(note.text, find))
  const [moved, setMoved] = useState<Rect | null>(null)
  const { getZoom } = useReactFlow()
  const box = moved ?? noteBox(note)
  const press = (event: ReactPointerEvent, part: 'card' | 'corner'): void => {
    if (event.button !== 0 || typing || tab === null) return
    event.stopPropagation()
    choose(tab, note.id, event.shiftKey || event.ctrlKey || event.metaKey)
    if (!editable) return
    const from = noteBox(note)
    const zoom = getZoom()
    // On whole pixels of the world.
    const by = (now: PointerEvent): readonly [number, number] => [
      Math.round((now.clientX - event.clientX) / zoom),
      Math.round((now.clientY - event.clientY) / zoom),
    ]
    follow(event, {
      move: (now) => setMoved(part === 'card' ? shifted(from, ...by(now)) : sized(from, ...by(now))),
      end: (now, dragged) => {
        setMoved(null)
        if (!now || !dragged) return
        const [dx, dy] = by(now)
        if (part === 'card') moveNote(note.id, { x: from.x + dx, y: from.y + dy })
        else resizeNote(note.id, from.width + dx, from.height + dy)
      },
    })
  }
  return (
    <div
      role="note"
      tabIndex={-1}
      data-item={`note:${note.id}`}
      data-selected={chosen || undefined}
      data-dim={dim || undefined}
      data-frame={isFrame(note) || undefined}
      aria-label={words.canvas.note}
      className={`${classes.note} nodrag nopan`}
      style={{ transform: `translate(${box.x}px, ${box.y}px)`, width: box.width, height: box.height }}
      onPointerDown={(event) => press(event, 'card')}
      onDoubleClick={() => editable && setBusy({ kind: 'note', note: note.id })}
      onContextMenu={(event) => {
        event.preventDefault()
        if (tab !== null && !chosen) choose(tab, note.id, false)
        setBusy({ kind: 'menu', screen: { x: event.clientX, y: event.clientY } })
      }}
    >
      {typing ? <Writing note={note} /> : <span className={classes.text}>{note.text}</span>}
      {chosen && editable && !typing && (
        <span
          className={classes.corner}
          title={words.editing.resizeNote}
          onPointerDown={(event) => press(event, 'corner')}
        />
      )}
    </div>
  )
})

/** A note that is being typed and not there yet. */
export function NewNote({ at }: { readonly at: Spot }) {
  const [width, height] = NEW_SIZE
  return (
    <div
      className={`${classes.note} ${classes.fresh} nodrag nopan`}
      data-selected
      style={{ transform: `translate(${at.x}px, ${at.y}px)`, width, height }}
    >
      <TextArea text="" onFinish={(text) => text !== null && addNote(at, text)} />
    </div>
  )
}

function Writing({ note }: { readonly note: Note }) {
  return (
    <TextArea
      text={note.text}
      onFinish={(text) => {
        if (text !== null) writeNote(note.id, text)
        askCanvas('focus', `note:${note.id}`)
      }}
    />
  )
}

interface TextAreaProps {
  readonly text: string
  /** What was typed, or null where it is to be forgotten. Called once. */
  readonly onFinish: (text: string | null) => void
}

function TextArea({ text, onFinish }: TextAreaProps) {
  const finish = (typed: string | null): void => {
    const { busy } = canvasStore.getState()
    // Leaving the field takes the focus away, which is no second end.
    if (busy?.kind !== 'note' && busy?.kind !== 'new-note') return
    setBusy(null)
    onFinish(typed)
  }
  return (
    <textarea
      className={`${classes.writing} nodrag nopan nowheel`}
      autoFocus
      defaultValue={text}
      placeholder={words.editing.notePlaceholder}
      aria-label={words.editing.noteText}
      onPointerDown={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape') finish(null)
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) finish(event.currentTarget.value)
      }}
      onBlur={(event) => finish(event.currentTarget.value)}
    />
  )
}

/** A note that frames a part of the drawing is caught by its words, so that what is over it is canvas all the same. */
function isFrame(note: Note): boolean {
  const { width, height } = noteBox(note)
  return note.text.trim() !== '' && width * height > FRAME
}

function choose(tab: string, id: string, more: boolean): void {
  setBusy(null)
  const { notes } = viewOf(view.getState(), tab).selection
  if (!more) {
    if (!notes.includes(id)) select(tab, { notes: [id] })
  } else select(tab, { notes: notes.includes(id) ? notes.filter((other) => other !== id) : [...notes, id] })
}

function shifted(box: Rect, dx: number, dy: number): Rect {
  return { ...box, x: box.x + dx, y: box.y + dy }
}

function sized(box: Rect, dx: number, dy: number): Rect {
  const [width, height] = LEAST_SIZE
  return { ...box, width: Math.max(width, box.width + dx), height: Math.max(height, box.height + dy) }
}

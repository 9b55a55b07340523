// Notes of the document, behind the steps: remarks of whoever drew it, and the sticky notes of an imported workflow.
import { ViewportPortal } from '@xyflow/react'
import { noteBox } from '../../shared/report/notes.ts'
import type { Size } from '../../shared/report/sizes.ts'
import { useWorkflow } from '../state/hooks.ts'
import { words } from '../words/words.ts'
import classes from './Notes.module.css'

export function Notes() {
  const notes = useWorkflow()?.layout.notes ?? []
  if (notes.length === 0) return null
  return (
    <ViewportPortal>
      {notes
        .map((note) => ({ note, box: noteBox(note) }))
        .sort(largestFirst)
        .map(({ note, box: { x, y, width, height } }) => (
          <div
            key={note.id}
            role="note"
            aria-label={words.canvas.note}
            className={classes.note}
            style={{ transform: `translate(${x}px, ${y}px)`, width, height }}
          >
            {note.text}
          </div>
        ))}
    </ViewportPortal>
  )
}

// A note that frames others lies below them.
function largestFirst(a: { readonly box: Size }, b: { readonly box: Size }): number {
  return b.box.width * b.box.height - a.box.width * a.box.height
}

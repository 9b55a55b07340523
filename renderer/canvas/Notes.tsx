// Notes of the document, behind the steps: remarks of whoever drew it, and the sticky notes of an imported workflow.
import { ViewportPortal } from '@xyflow/react'
import { useStore } from 'zustand'
import { noteBox } from '../../shared/report/notes.ts'
import type { Note } from '../../shared/model/workflow.ts'
import { useActiveTab, useTabView } from '../state/hooks.ts'
import { canvasStore } from './canvas-store.ts'
import { NewNote, NoteCard } from './notes/NoteCard.tsx'

export function Notes() {
  const tab = useActiveTab()
  const design = useTabView((state) => state.mode === 'design')
  const fresh = useStore(canvasStore, ({ busy }) => (busy?.kind === 'new-note' ? busy.at : null))
  const notes = tab?.history.present.layout.notes ?? []
  if (notes.length === 0 && !fresh) return null
  const editable = design && tab?.readOnly === null
  return (
    <ViewportPortal>
      {notes.toSorted(largestFirst).map((note) => (
        <NoteCard key={note.id} note={note} editable={editable} />
      ))}
      {fresh && <NewNote at={fresh} />}
    </ViewportPortal>
  )
}

// A note that frames others lies below them.
function largestFirst(a: Note, b: Note): number {
  const [left, right] = [noteBox(a), noteBox(b)]
  return right.width * right.height - left.width * left.height
}

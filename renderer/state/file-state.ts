// What a document knows of its file, as a pure table: each event gives the next state, and at any time exactly one of
// the four words Saved, Unsaved, Recovered, Conflict is true.

export type SaveStatus = 'saved' | 'unsaved' | 'recovered' | 'conflict'

/** Why somebody must choose: the file holds other bytes than we last saw, or it is gone. */
export type Conflict = 'changed' | 'gone'

export interface FileState {
  /** Hash of the bytes on disk when they were last read or written here; null for a document without a file. */
  readonly savedHash: string | null
  /** True from recovery until the next save. */
  readonly recovered: boolean
  readonly conflict: Conflict | null
}

export type FileEvent =
  /** The document was written, or read anew: file and window agree. */
  | { readonly kind: 'agreed'; readonly hash: string }
  /** The disk holds these bytes now; null: there is no file. */
  | { readonly kind: 'seen'; readonly hash: string | null; readonly edited: boolean }
  /** A save was refused, because the disk holds these bytes. */
  | { readonly kind: 'refused'; readonly hash: string | null }
  | { readonly kind: 'recovered' }

export interface FileStep {
  readonly state: FileState
  /** `read`: nothing here would be lost, so the document follows its file. */
  readonly effect: 'none' | 'read'
}

export function fileStep(state: FileState, event: FileEvent): FileStep {
  switch (event.kind) {
    case 'agreed':
      return { state: { savedHash: event.hash, recovered: false, conflict: null }, effect: 'none' }
    case 'recovered':
      return { state: { ...state, recovered: true }, effect: 'none' }
    case 'refused':
      return { state: { ...state, conflict: event.hash === null ? 'gone' : 'changed' }, effect: 'none' }
    case 'seen':
      return seen(state, event)
  }
}

/** Exactly one of the four words. */
export function statusOf({ conflict, recovered }: FileState, edited: boolean): SaveStatus {
  if (conflict !== null) return 'conflict'
  if (recovered) return 'recovered'
  return edited ? 'unsaved' : 'saved'
}

function seen(
  state: FileState,
  { hash, edited }: { readonly hash: string | null; readonly edited: boolean },
): FileStep {
  // By content, not by date: a file that was touched, or changed and changed back, is the file we know.
  if (hash === state.savedHash) return { state: { ...state, conflict: null }, effect: 'none' }
  if (hash === null) return { state: { ...state, conflict: 'gone' }, effect: 'none' }
  if (edited || state.recovered) return { state: { ...state, conflict: 'changed' }, effect: 'none' }
  return { state, effect: 'read' }
}

// Text under edit: what is typed is shown at once, becomes an edit when it can be read, and a fault beside it if not.
import { useEffect, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { onReplaced } from '../../state/documents.ts'
import { endBurst } from '../../state/edit.ts'

export type ReadText<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly allowed: string }

export interface DraftOptions<T> {
  /** The document's value, as text. */
  readonly shown: string
  /** Reads the text, or says what is allowed. */
  readonly read: (text: string) => ReadText<T>
  readonly commit: (value: T) => void
}

export interface Draft {
  readonly value: string
  readonly error: string | null
  readonly change: (text: string) => void
  readonly onBlur: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** A fault stays on screen with its text until it is mended or Escape gives it up; the document keeps its value. */
export function useDraft<T>({ shown, read, commit }: DraftOptions<T>): Draft {
  const [draft, setDraft] = useState<{ readonly text: string; readonly error: string | null } | null>(null)
  useEffect(() => onReplaced(() => setDraft(null)), [])
  return {
    value: draft?.text ?? shown,
    error: draft?.error ?? null,
    change(text) {
      const result = read(text)
      setDraft({ text, error: result.ok ? null : result.allowed })
      if (result.ok) commit(result.value)
    },
    onBlur() {
      // Coming back to type more is another undo step.
      endBurst()
      if (draft && draft.error === null) setDraft(null)
    },
    onKeyDown(event) {
      if (event.key !== 'Escape' || draft?.error == null) return
      event.stopPropagation()
      setDraft(null)
    },
  }
}

// Copy and paste through the system's clipboard: steps as JSON text, and whatever an importer can read.
import { useEffect } from 'react'
import type { RefObject } from 'react'
import { copyText, cutText, pasteText } from './clipboard.ts'
import { deleteSelection } from './edits.ts'

/** Listens to the page's own copy, cut and paste events: they need no permission and work from every menu. */
export function useClipboard(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onCopy = (event: ClipboardEvent): void => {
      const text = isOurs(root, event) ? (event.type === 'cut' ? cutText() : copyText()) : null
      if (text === null) return
      event.preventDefault()
      event.clipboardData?.setData('text/plain', text)
      if (event.type === 'cut') deleteSelection()
    }
    const onPaste = (event: ClipboardEvent): void => {
      const text = isOurs(root, event) ? (event.clipboardData?.getData('text/plain') ?? '') : ''
      if (text === '') return
      event.preventDefault()
      pasteText(text)
    }
    document.addEventListener('copy', onCopy)
    document.addEventListener('cut', onCopy)
    document.addEventListener('paste', onPaste)
    return () => {
      document.removeEventListener('copy', onCopy)
      document.removeEventListener('cut', onCopy)
      document.removeEventListener('paste', onPaste)
    }
  }, [root])
}

// The canvas takes it when it has the focus or nobody has; a text field keeps its own.
function isOurs(root: RefObject<HTMLElement | null>, event: ClipboardEvent): boolean {
  const focused = document.activeElement
  if (event.target instanceof HTMLElement && /^(INPUT|TEXTAREA)$/.test(event.target.tagName)) return false
  return focused === null || focused === document.body || (root.current?.contains(focused) ?? false)
}

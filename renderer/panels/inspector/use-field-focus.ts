// Brings the keyboard to the field that somebody asked for: opens the fold that it is in, scrolls to it, focuses it, lets it
// flash.
import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'
import type { FocusRequest } from '../../state/view.ts'
import classes from './inspector.module.css'

const FOCUSABLE = 'input:not([disabled]), textarea, button:not([disabled]):not([tabindex="-1"])'

/**
 * `request` counts up with every asking, so that asking twice for the same field works. It waits until the inspector
 * is `showing` its element, which may have been made by the very edit that asks; and it is answered once.
 */
export function useFieldFocus(
  panel: RefObject<HTMLElement | null>,
  request: FocusRequest | null,
  showing: boolean,
): void {
  const answered = useRef<FocusRequest | null>(null)
  useEffect(() => {
    if (!request || request.field === null || !panel.current) return
    if (!showing || answered.current === request) return
    answered.current = request
    const field = findField(panel.current, request.field)
    if (!field) return
    field.closest('details')?.setAttribute('open', '')
    field.scrollIntoView({ block: 'center' })
    const target = field.matches(FOCUSABLE) ? field : field.querySelector<HTMLElement>(FOCUSABLE)
    target?.focus({ preventScroll: true })
    field.classList.add(classes.flash!)
    const timer = setTimeout(() => field.classList.remove(classes.flash!), 900)
    return () => {
      clearTimeout(timer)
      field.classList.remove(classes.flash!)
    }
  }, [panel, request, showing])
}

/**
 * The field with this path; else the first of its parts, `onReject` → `onReject/to`; else the nearest one that it is part of:
 * `evidence/ticket/label` → `evidence`.
 */
function findField(panel: HTMLElement, path: string): HTMLElement | null {
  const parts = path.split('/')
  for (let length = parts.length; length > 0; length--) {
    const wanted = CSS.escape(parts.slice(0, length).join('/'))
    const field =
      panel.querySelector<HTMLElement>(`[data-field="${wanted}"]`) ??
      panel.querySelector<HTMLElement>(`[data-field^="${wanted}/"]`)
    if (field) return field
  }
  return null
}

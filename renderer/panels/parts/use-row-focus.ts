// Arrow keys in a long virtual list: one row is in the tab order, and the keys move it.
import { useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'

interface RowFocusOptions {
  readonly count: number
  readonly scrollTo: (index: number) => void
}

export interface RowFocus {
  /** The row whose control is in the tab order. */
  readonly active: number
  readonly setActive: (index: number) => void
  /** For the list's element; rows are found by `data-row`. */
  readonly ref: (element: HTMLElement | null) => void
  /** Moves on ArrowUp, ArrowDown, Home, End, PageUp and PageDown; returns true when it did. */
  readonly onKeyDown: (event: KeyboardEvent) => boolean
  /** The row that a key leads to, as `onKeyDown` would go. */
  readonly target: (key: string) => number | undefined
  /** Moves the keyboard to a row. */
  readonly focusRow: (index: number) => void
}

const PAGE = 10

export function useRowFocus({ count, scrollTo }: RowFocusOptions): RowFocus {
  const [wanted, setActive] = useState(0)
  const list = useRef<HTMLElement | null>(null)
  const active = Math.max(0, Math.min(wanted, count - 1))

  function focusRow(index: number): void {
    setActive(index)
    scrollTo(index)
    // Two frames: the virtual list draws the row in the first, and it can take the focus in the second.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-row="${index}"]`)?.focus()),
    )
  }

  function onKeyDown(event: KeyboardEvent): boolean {
    const next = rowAfter(event.key, active, count)
    if (next === undefined || count === 0) return false
    event.preventDefault()
    focusRow(next)
    return true
  }

  return {
    active,
    setActive,
    ref: (element) => void (list.current = element),
    onKeyDown,
    target: (key) => rowAfter(key, active, count),
    focusRow,
  }
}

function rowAfter(key: string, active: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(active + 1, count - 1)
    case 'ArrowUp':
      return Math.max(active - 1, 0)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    case 'PageDown':
      return Math.min(active + PAGE, count - 1)
    case 'PageUp':
      return Math.max(active - PAGE, 0)
    default:
      return undefined
  }
}

// Follows a pointer from its press until it is let go: the one way in which the canvas tells a drag from a click.
import type { PointerEvent as ReactPointerEvent } from 'react'

/** Pixels of the window that a pointer may go before a press is a drag. */
const THRESHOLD = 3

interface Following {
  /** Only once it is a drag. */
  move(event: PointerEvent): void
  /** `event` is null where the press was called off, by Escape or by the system. */
  end(event: PointerEvent | null, dragged: boolean): void
}

export function follow(start: ReactPointerEvent, { move, end }: Following): void {
  let dragged = false
  const listening = new AbortController()
  const isOurs = (event: PointerEvent): boolean => event.pointerId === start.pointerId
  const finish = (event: PointerEvent | null): void => {
    listening.abort()
    end(event, dragged)
  }
  const { signal } = listening
  const onMove = (event: PointerEvent): void => {
    if (!isOurs(event)) return
    dragged ||= Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) > THRESHOLD
    if (dragged) move(event)
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !dragged) return
    event.stopPropagation()
    finish(null)
  }
  addEventListener('pointermove', onMove, { signal })
  addEventListener('pointerup', (event) => isOurs(event) && finish(event), { signal })
  addEventListener('pointercancel', (event) => isOurs(event) && finish(null), { signal })
  addEventListener('keydown', onKey, { signal, capture: true })
}

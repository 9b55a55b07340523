// The keyboard is never nowhere: when a key takes away the very thing that had the focus, it goes on to the canvas, or to
// the first thing that can be used.
import { canvasStore } from '../canvas/canvas-store.ts'

/** Whoever wants the keyboard takes it first; and what a key takes away may be gone late, where a file is opened. */
const LOOKS_MS = [80, 200, 450]
const OUTLINE = '[role="treegrid"] [role="row"][tabindex="0"]'
const NEXT = [
  '[role="dialog"] :is(button, input, [tabindex="0"])',
  'section[data-takes-keys]',
  'main :is(button, input, a[href], [tabindex="0"]):not([disabled])',
]

/** Watches every key from now on. Returns a function that stops it. */
export function keepFocus(): () => void {
  const onKeyDown = (): void => {
    const had = document.activeElement
    if (!had || had === document.body) return
    for (const wait of LOOKS_MS) setTimeout(() => requestAnimationFrame(() => rescue(had)), wait)
  }
  window.addEventListener('keydown', onKeyDown, { capture: true })
  return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
}

function rescue(had: Element): void {
  const lost = document.activeElement === null || document.activeElement === document.body
  if (!lost || isUsable(had)) return
  for (const selector of canvasStore.getState().home === 'outline' ? [OUTLINE, ...NEXT] : NEXT) {
    const next = [...document.querySelectorAll<HTMLElement>(selector)].find(isUsable)
    if (!next) continue
    next.focus({ preventScroll: true, focusVisible: true })
    return
  }
}

// A button that has become disabled has lost the keyboard as surely as one that is gone.
function isUsable(element: Element): boolean {
  return element.isConnected && element.checkVisibility() && !element.matches(':disabled')
}

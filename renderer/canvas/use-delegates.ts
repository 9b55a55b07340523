// What the pointer does with parts of the drawing, heard in one place for all of them: a double click on a transition
// opens its words, a click while tags are painted gives them, and a gate has a menu of its own.
import { useEffect } from 'react'
import type { RefObject } from 'react'
import { commandState } from '../commands/command-state.ts'
import { canDesign } from '../commands/conditions.ts'
import { canvasStore, setBusy } from './canvas-store.ts'
import { selectItem } from './select-item.ts'
import { pasteTags } from './tags.ts'

export function useDelegates(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = root.current
    if (!element) return
    const leave = [
      listen(element, 'dblclick', onDoubleClick),
      listen(element, 'click', onClick),
      listen(element, 'contextmenu', onContextMenu),
      listen(element, 'keydown', onKeyDown),
    ]
    return () => leave.forEach((stop) => stop())
  }, [root])
}

// Before anybody else: what is answered here is nobody else's.
function listen<K extends keyof HTMLElementEventMap>(
  element: HTMLElement,
  name: K,
  answer: (event: HTMLElementEventMap[K]) => void,
): () => void {
  element.addEventListener(name, answer, { capture: true })
  return () => element.removeEventListener(name, answer, { capture: true })
}

function onDoubleClick(event: MouseEvent): void {
  const way = closest(event, '[data-way]')?.dataset['way'] ?? itemAt(event, 'edge:')
  if (way === undefined || !canDesign(commandState())) return
  event.stopPropagation()
  setBusy({ kind: 'way', transition: way })
}

function onClick(event: MouseEvent): void {
  if (canvasStore.getState().busy?.kind !== 'paint') return
  const step = itemAt(event, 'step:')
  if (step === undefined) return
  event.stopPropagation()
  const { steps } = commandState().view.selection
  // On one of several that are selected, all of them.
  pasteTags(steps.length > 1 && steps.includes(step) ? steps : [step])
}

function onContextMenu(event: MouseEvent): void {
  const gate = closest(event, '[data-item^="gate:"], [data-item^="ghost:"]')?.dataset['item']
  if (gate === undefined) return
  event.preventDefault()
  event.stopPropagation()
  selectItem(gate)
  setBusy({ kind: 'menu', screen: { x: event.clientX, y: event.clientY } })
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || canvasStore.getState().busy?.kind !== 'paint') return
  event.stopPropagation()
  setBusy(null)
}

function itemAt(event: MouseEvent, kind: string): string | undefined {
  return closest(event, `[data-item^="${kind}"]`)?.dataset['item']?.slice(kind.length)
}

function closest(event: MouseEvent, selector: string): HTMLElement | SVGElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement | SVGElement>(selector) : null
}

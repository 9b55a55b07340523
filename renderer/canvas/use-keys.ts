// What the keyboard does while it is on the canvas: walk, select, move, and hand everything else to the commands.
import { useCallback, useMemo } from 'react'
import type { FocusEvent, KeyboardEvent } from 'react'
import { endBurst } from '../state/edit.ts'
import { viewOf, view } from '../state/view.ts'
import { setHome } from './canvas-store.ts'
import { currentItem } from './items.ts'
import { pressOnCanvas } from './press.ts'
import type { Scene } from '../../shared/report/scene/types.ts'
import { selectItem } from './select-item.ts'

export function useKeys(tab: string, scene: Scene) {
  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      if (isTyping(event.target) || isElsewhere(event)) return
      if (pressOnCanvas(event, tab, scene)) {
        event.preventDefault()
        event.stopPropagation()
      }
    },
    [tab, scene],
  )
  const onFocus = useCallback(
    (event: FocusEvent<HTMLElement>) => {
      if (isElsewhere(event)) return
      if (event.target === event.currentTarget || event.target.hasAttribute('data-item')) setHome('canvas')
      // The canvas is one stop of the Tab key; while something on it has the focus it is none, so that Shift+Tab leaves.
      if (event.target !== event.currentTarget) {
        event.currentTarget.tabIndex = -1
        return
      }
      // A click on the empty canvas focuses it too, and moves nothing.
      if (!event.currentTarget.matches(':focus-visible')) return
      // What the keyboard stands on is selected, so that every command knows what it is about.
      const item = currentItem(scene, viewOf(view.getState(), tab).selection)
      if (item !== null) selectItem(item)
    },
    [tab, scene],
  )
  const onKeyUp = useCallback((event: KeyboardEvent<HTMLElement>) => {
    // Letting go ends a move as letting go of the mouse does: the next one is an undo step of its own.
    if (event.key === 'Alt') endBurst()
  }, [])
  const onBlur = useCallback((event: FocusEvent<HTMLElement>) => {
    endBurst()
    if (!event.currentTarget.contains(event.relatedTarget)) event.currentTarget.tabIndex = 0
  }, [])
  return useMemo(
    () => ({ tabIndex: 0, onKeyDown, onKeyUp, onFocus, onBlur }),
    [onKeyDown, onKeyUp, onFocus, onBlur],
  )
}

// Menus are drawn by the canvas and stand at the end of the page; what is pressed there is theirs.
function isElsewhere({ currentTarget, target }: KeyboardEvent | FocusEvent): boolean {
  return !(target instanceof Node && currentTarget.contains(target))
}

function isTyping(target: EventTarget): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}

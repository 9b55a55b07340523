// What the keyboard does while it is on the canvas: walk, select, move, and hand everything else to the commands.
import { useCallback, useMemo } from 'react'
import type { FocusEvent, KeyboardEvent } from 'react'
import { viewOf, view, focusField, updateTabView, EMPTY_SELECTION } from '../state/view.ts'
import { runAppCommand } from '../commands/registry.ts'
import { GRID, nudge } from './edits.ts'
import { currentItem, itemTowards, nextWayOut } from './items.ts'
import type { Direction, Item } from './items.ts'
import type { Scene } from '../../shared/report/scene/types.ts'
import { selectItem } from './select-item.ts'

const ARROWS: ReadonlyMap<string, Direction> = new Map([
  ['ArrowLeft', 'left'],
  ['ArrowRight', 'right'],
  ['ArrowUp', 'up'],
  ['ArrowDown', 'down'],
])
const STEPS: Readonly<Record<Direction, readonly [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
}
/** With Shift, a move goes this many grid steps. */
const FAR = 5

export function useKeys(tab: string, scene: Scene) {
  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      if (isTyping(event.target)) return
      const item = currentItem(scene, viewOf(view.getState(), tab).selection)
      if (item !== null && handle(event, tab, scene, item)) {
        event.preventDefault()
        event.stopPropagation()
      }
    },
    [tab, scene],
  )
  const onFocus = useCallback(
    (event: FocusEvent<HTMLElement>) => {
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
  const onBlur = useCallback((event: FocusEvent<HTMLElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) event.currentTarget.tabIndex = 0
  }, [])
  return useMemo(() => ({ tabIndex: 0, onKeyDown, onFocus, onBlur }), [onKeyDown, onFocus, onBlur])
}

function handle(event: KeyboardEvent, tab: string, scene: Scene, item: Item): boolean {
  if (event.ctrlKey || event.metaKey) return false
  const direction = ARROWS.get(event.key)
  const running = viewOf(view.getState(), tab).mode === 'simulate'
  // While a run is stepped through, left and right belong to the run.
  if (running && (direction === 'left' || direction === 'right') && !event.shiftKey) return false
  if (direction) return arrow(event, scene, item, direction)
  switch (event.key) {
    case 'Enter':
      return enter(tab, item)
    case 'Escape':
      updateTabView(tab, { selection: EMPTY_SELECTION, walk: null })
      return true
    case 'e':
      return step(nextWayOut(scene, item))
    case 'Delete':
    case 'Backspace':
      return runAppCommand(item.startsWith('ghost:') ? 'handoffs.dismiss' : 'edit.delete')
    default:
      return false
  }
}

function arrow(event: KeyboardEvent, scene: Scene, item: Item, direction: Direction): boolean {
  if (!event.altKey) return step(itemTowards(scene, item, direction)) || true
  const [x, y] = STEPS[direction]
  const size = event.shiftKey ? FAR * GRID : GRID
  nudge(x * size, y * size)
  return true
}

function step(item: Item | null): boolean {
  if (item === null) return false
  selectItem(item)
  return true
}

/** Enter does the next thing: it accepts a suggestion, and opens anything else for editing. */
function enter(tab: string, item: Item): boolean {
  const id = item.slice(5)
  if (item.startsWith('ghost:')) return runAppCommand('handoffs.accept')
  const kind = item.startsWith('step:') ? 'step' : item.startsWith('edge:') ? 'transition' : 'handoff'
  view.setState((state) => ({ panes: { ...state.panes, right: true } }))
  focusField(tab, { element: id, kind, field: kind === 'step' ? 'name' : null })
  return true
}

function isTyping(target: EventTarget): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}

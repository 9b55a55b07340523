// The keys of the canvas: walking, selecting, moving, and the next thing to do about what the keyboard stands on.
import { runAppCommand } from '../commands/registry.ts'
import { EMPTY_SELECTION, focusField, updateTabView, view, viewOf } from '../state/view.ts'
import type { KeyPress } from '../ui/keys.ts'
import { GRID, nudge } from './edits.ts'
import { currentItem, itemTowards } from './items.ts'
import type { Direction, Item } from './items.ts'
import { growNote, nudgeNotes } from './notes/note-edits.ts'
import { selectItem } from './select-item.ts'
import type { Scene } from '../../shared/report/scene/types.ts'

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

/** Does what a key does on the canvas; false where it does nothing there, and belongs to the commands. */
export function pressOnCanvas(press: KeyPress, tab: string, scene: Scene): boolean {
  const item = currentItem(scene, viewOf(view.getState(), tab).selection)
  return item !== null && handle(press, tab, scene, item)
}

function handle(event: KeyPress, tab: string, scene: Scene, item: Item): boolean {
  if (event.ctrlKey || event.metaKey) return false
  const direction = ARROWS.get(event.key)
  const running = viewOf(view.getState(), tab).mode === 'simulate'
  // While a run is stepped through, left and right belong to the run.
  if (running && (direction === 'left' || direction === 'right') && !event.shiftKey) return false
  if (direction) return arrow(event, tab, scene, item, direction)
  switch (event.key) {
    case 'Enter':
      return enter(tab, item)
    case 'Escape':
      updateTabView(tab, { selection: EMPTY_SELECTION, walk: null })
      return true
    case 'Delete':
    case 'Backspace':
      return runAppCommand(item.startsWith('ghost:') ? 'handoffs.dismiss' : 'edit.delete')
    default:
      return false
  }
}

function arrow(event: KeyPress, tab: string, scene: Scene, item: Item, direction: Direction): boolean {
  if (!event.altKey) return step(itemTowards(scene, item, direction)) || true
  const [x, y] = STEPS[direction]
  if (item.startsWith('note:')) return moveNotes(event, tab, item, [x * GRID, y * GRID])
  const size = event.shiftKey ? FAR * GRID : GRID
  nudge(x * size, y * size)
  return true
}

/** With Shift, a note is made larger or smaller. */
function moveNotes(event: KeyPress, tab: string, item: Item, [dx, dy]: readonly [number, number]): boolean {
  if (event.shiftKey) growNote(item.slice('note:'.length), dx, dy)
  else nudgeNotes(viewOf(view.getState(), tab).selection.notes, dx, dy)
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
  if (item.startsWith('note:')) return runAppCommand('edit.rename')
  const kind = item.startsWith('step:') ? 'step' : item.startsWith('edge:') ? 'transition' : 'handoff'
  view.setState((state) => ({ panes: { ...state.panes, right: true } }))
  focusField(tab, { element: id, kind, field: kind === 'step' ? 'name' : null })
  return true
}

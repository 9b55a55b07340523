// Selects one thing on the canvas and moves the keyboard to it.
import { documents } from '../state/documents.ts'
import { select } from '../state/view.ts'
import { askCanvas } from './canvas-store.ts'
import { selectionOf } from './items.ts'
import type { Item } from './items.ts'

/** Selects an item and asks the canvas to bring it into view and focus it. */
export function selectItem(item: Item): void {
  const tab = documents.getState().active
  if (tab === null) return
  select(tab, selectionOf(item))
  askCanvas('focus', item)
}

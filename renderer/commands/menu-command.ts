// The menu of what is selected, by key: beside the thing that has the keyboard.
import { currentKind } from '../canvas/edits.ts'
import { setBusy } from '../canvas/canvas-store.ts'
import { words } from '../words/words.ts'
import type { AppCommand } from './app-command.ts'
import { commandState } from './command-state.ts'
import { hasDocument } from './conditions.ts'

export const menuCommand: AppCommand = {
  id: 'edit.menu',
  get label() {
    return words.commands.editMenu
  },
  group: 'Edit',
  keys: ['Shift+F10', 'ContextMenu'],
  icon: null,
  words: 'context actions right click',
  when: (state) => hasDocument(state) && state.view.mode !== 'compare',
  run: () => setBusy({ kind: 'menu', screen: besideFocus() }),
}

function besideFocus(): { readonly x: number; readonly y: number } {
  const element = document.activeElement
  const canvas = document.querySelector('section[data-takes-keys]')
  const alone = element === null || element === document.body
  // Without anything selected the menu is about the whole canvas, and opens in the middle of it.
  const host = alone || currentKind(commandState().view.selection) === 'nothing' ? canvas : element
  const box = (host ?? document.body).getBoundingClientRect()
  const wide = host === canvas
  return {
    x: box.left + (wide ? box.width / 2 : Math.min(box.width / 2, 120)),
    y: box.top + (wide ? box.height / 3 : box.height),
  }
}

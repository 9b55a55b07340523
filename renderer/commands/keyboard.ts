// The one listener for keys: finds the command of a combination and runs it.
import { matchesKeys } from '../ui/keys.ts'
import type { KeyPress } from '../ui/keys.ts'
import { canvasStore } from '../canvas/canvas-store.ts'
import { dialogs } from '../state/dialogs.ts'
import { keysOf } from './bound-keys.ts'
import { commandState } from './command-state.ts'
import { COMMANDS } from './index.ts'
import { command, runAppCommand } from './registry.ts'

/** Commands that a text field does itself: the browser's own do the right thing there. */
const TEXT_OWN: ReadonlySet<string> = new Set([
  'edit.undo',
  'edit.redo',
  'edit.cut',
  'edit.copy',
  'edit.paste',
  'edit.selectAll',
  'edit.delete',
  'edit.menu',
])
/** The undo stack of the document. */
const STACK: ReadonlySet<string> = new Set(['edit.undo', 'edit.redo'])
/** Commands whose keys make a clipboard event, which the canvas answers without asking for permission. */
const CLIPBOARD: ReadonlySet<string> = new Set(['edit.cut', 'edit.copy', 'edit.paste'])

/** Listens on the whole window. Returns a function that stops it. */
export function listenToKeys(): () => void {
  window.addEventListener('keydown', onKeyDown)
  return () => window.removeEventListener('keydown', onKeyDown)
}

/** Where a key was pressed: `field` is a text field that shows a part of the document, `text` any other. */
export type KeyPlace = 'canvas' | 'field' | 'text' | 'elsewhere'

/** Runs the command of a combination as it is pressed at a place; returns whether there was one. */
export function pressKey(press: KeyPress, place: KeyPlace): boolean {
  const state = commandState()
  for (const entry of COMMANDS) {
    const { id, when } = entry
    if (makesClipboardEvent(id, press)) continue
    if (!keysOf(entry).some((combination) => matchesKeys(combination, press))) continue
    if (!isTakenAt(place, id, press) || !when(state)) continue
    runAppCommand(id)
    return true
  }
  return false
}

// With other keys than the usual ones there is no such event, and the command asks for the clipboard itself.
function makesClipboardEvent(id: string, press: KeyPress): boolean {
  return CLIPBOARD.has(id) && command(id).keys.some((usual) => matchesKeys(usual, press))
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || dialogs.getState().dialog !== null) return
  if (pressKey(event, placeOf(event.target))) event.preventDefault()
}

function isTakenAt(place: KeyPlace, id: string, press: KeyPress): boolean {
  if (place === 'canvas') return true
  if (place === 'elsewhere') return !isPlain(press)
  // One undo stack: what is typed into a field of the document is in it, and where the keyboard stands decides nothing.
  if (place === 'field' && STACK.has(id)) return true
  return !TEXT_OWN.has(id) && worksWhileTyping(press)
}

function placeOf(target: EventTarget | null): KeyPlace {
  if (isTyping(target)) return (target as Element).closest('[data-field]') ? 'field' : 'text'
  return isOnCanvas(target) ? 'canvas' : 'elsewhere'
}

function worksWhileTyping(event: KeyPress): boolean {
  return event.ctrlKey || event.metaKey || /^F\d+$/.test(event.key)
}

function isPlain(event: KeyPress): boolean {
  return !event.ctrlKey && !event.metaKey && !/^F\d+$/.test(event.key) && event.key !== '?'
}

// Keys without Ctrl belong to the canvas and the outline: elsewhere a space presses a button and a letter finds an entry.
function isOnCanvas(target: EventTarget | null): boolean {
  if (canvasStore.getState().busy !== null) return false
  if (!(target instanceof Element) || target === document.body) return true
  return target.closest('[data-takes-keys]') !== null
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}

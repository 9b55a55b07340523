// The one listener for keys: finds the command of a combination and runs it.
import { matchesKeys } from '../ui/keys.ts'
import { canvasStore } from '../canvas/canvas-store.ts'
import { dialogs } from '../state/dialogs.ts'
import { commandState } from './command-state.ts'
import { COMMANDS } from './index.ts'
import { runAppCommand } from './registry.ts'

/** Commands that a text field does itself: the browser's own do the right thing there. */
const TEXT_OWN: ReadonlySet<string> = new Set([
  'edit.undo',
  'edit.redo',
  'edit.cut',
  'edit.copy',
  'edit.paste',
  'edit.selectAll',
  'edit.delete',
])
/** Commands whose keys make a clipboard event, which the canvas answers without asking for permission. */
const CLIPBOARD: ReadonlySet<string> = new Set(['edit.cut', 'edit.copy', 'edit.paste'])

/** Listens on the whole window. Returns a function that stops it. */
export function listenToKeys(): () => void {
  window.addEventListener('keydown', onKeyDown)
  return () => window.removeEventListener('keydown', onKeyDown)
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || dialogs.getState().dialog !== null) return
  const typing = isTyping(event.target)
  const state = commandState()
  for (const { id, keys, when } of COMMANDS) {
    if (CLIPBOARD.has(id) || !keys.some((combination) => matchesKeys(combination, event))) continue
    if (typing && (TEXT_OWN.has(id) || !worksWhileTyping(event))) continue
    if (!typing && isPlain(event) && !isOnCanvas(event.target)) continue
    if (!when(state)) continue
    event.preventDefault()
    runAppCommand(id)
    return
  }
}

function worksWhileTyping(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || /^F\d+$/.test(event.key)
}

function isPlain(event: KeyboardEvent): boolean {
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

// The keys of a run on its buttons too: arrows step, R starts again. Space presses the button that has the keyboard.
import type { KeyboardEvent } from 'react'
import { runAppCommand } from '../../commands/registry.ts'

const COMMANDS: ReadonlyMap<string, string> = new Map([
  ['ArrowRight', 'simulate.step'],
  ['ArrowLeft', 'simulate.back'],
  ['r', 'simulate.reset'],
])

export function runKeys(event: KeyboardEvent): void {
  const command = COMMANDS.get(event.key)
  if (command === undefined || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey)
    return
  if (event.target instanceof HTMLInputElement) return
  event.preventDefault()
  runAppCommand(command)
}

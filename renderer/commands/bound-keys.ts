// The keys of commands as they are now: those of the table, or those that a person has given them.
import { keyBindings } from '../state/key-bindings.ts'
import type { KeyBindings } from '../state/key-bindings.ts'
import { isCharacterKey } from '../ui/keys.ts'
import type { AppCommand } from './app-command.ts'
import { COMMANDS } from './index.ts'

/** What is given to a command, whether or not single characters are switched off. */
export function givenKeys({ id, keys }: AppCommand, { bound } = keyBindings.getState()): readonly string[] {
  return bound.get(id) ?? keys
}

/** The keys that work; the first is shown in menus, tooltips and the palette. */
export function keysOf(
  command: AppCommand,
  bindings: KeyBindings = keyBindings.getState(),
): readonly string[] {
  const keys = givenKeys(command, bindings)
  return bindings.characters ? keys : keys.filter((key) => !isCharacterKey(key))
}

/** The command that has these keys already, other than `id`; a run and the drawing may share keys, never being on together. */
export function ownerOf(keys: string, id: string): AppCommand | undefined {
  const running = groupOf(id) === 'Simulate'
  return COMMANDS.find(
    (other) => other.id !== id && (other.group === 'Simulate') === running && givenKeys(other).includes(keys),
  )
}

/** Why keys can be given to no command. */
export type Refusal = 'canvas' | 'system' | null

export function refusalOf(keys: string): Refusal {
  if (CANVAS_KEYS.has(keys)) return 'canvas'
  return SYSTEM_KEYS.has(keys) ? 'system' : null
}

/** Keys that walk, move and choose on the canvas, in lists and in menus; they are what they are everywhere. */
const CANVAS_KEYS: ReadonlySet<string> = new Set([
  'Enter',
  'Escape',
  'Tab',
  'Shift+Tab',
  ...['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].flatMap((arrow) => [
    arrow,
    `Shift+${arrow}`,
    `Alt+${arrow}`,
    `Alt+Shift+${arrow}`,
  ]),
])

/** Keys that a browser or a desktop never hands on. */
const SYSTEM_KEYS: ReadonlySet<string> = new Set(
  'Mod+W Mod+Shift+W Mod+T Mod+N Mod+Shift+N Mod+Q Mod+Tab Mod+Shift+Tab Alt+F4 F11 F12 Mod+Shift+I'.split(
    ' ',
  ),
)

function groupOf(id: string): string | undefined {
  return COMMANDS.find((command) => command.id === id)?.group
}

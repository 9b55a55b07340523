// Which keys a person has given to commands, and whether single characters are keys at all; kept between starts.
import { createStore } from 'zustand/vanilla'
import { host } from './host.ts'

const KEY = 'keys'
/** More than anybody presses for one command, and less than a broken settings file could hold. */
const MOST_KEYS = 4
const LONGEST = 40

export interface KeyBindings {
  /** Keys by the id of a command, in place of those of the table; an empty list takes them away. */
  readonly bound: ReadonlyMap<string, readonly string[]>
  /** False: `A`, `3` or `?` alone do nothing, for those whose speech or hand sends them by accident. */
  readonly characters: boolean
}

export const keyBindings = createStore<KeyBindings>()(() => ({ bound: new Map(), characters: true }))

/** Takes the keys out of the settings; what makes no sense is left out. */
export function readKeyBindings(settings: Readonly<Record<string, unknown>>): void {
  const given = settings[KEY]
  if (!isRecord(given)) return
  const bound = isRecord(given['bound']) ? Object.entries(given['bound']) : []
  keyBindings.setState({
    bound: new Map(bound.flatMap(([id, keys]) => (isKeys(keys) ? [[id, keys] as const] : []))),
    characters: given['characters'] !== false,
  })
}

/** Gives keys to commands; null gives a command those of the table back. All at once is kept once. */
export function bindKeys(changes: ReadonlyMap<string, readonly string[] | null>): void {
  const bound = new Map(keyBindings.getState().bound)
  for (const [id, keys] of changes) {
    if (keys === null) bound.delete(id)
    else bound.set(id, keys)
  }
  keep({ bound })
}

/** Gives every command the keys of the table back. */
export function resetKeys(): void {
  keep({ bound: new Map() })
}

export function setCharacterKeys(characters: boolean): void {
  keep({ characters })
}

function keep(change: Partial<KeyBindings>): void {
  keyBindings.setState(change)
  const { bound, characters } = keyBindings.getState()
  void host()
    .call('settings.write', { key: KEY, value: { bound: Object.fromEntries(bound), characters } as never })
    .catch(() => undefined)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isKeys(value: unknown): value is readonly string[] {
  return (
    Array.isArray(value) &&
    value.length <= MOST_KEYS &&
    value.every((key) => typeof key === 'string' && key !== '' && key.length <= LONGEST)
  )
}
